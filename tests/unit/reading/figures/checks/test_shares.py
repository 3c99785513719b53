"""Percentages and fractions."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("It was backed by 90 of the 100 members, or 90 percent.", "share ok: 90 of 100 is 90 percent."),
        (
            "It was backed by 46 of 193 members (24 percent).",
            "share ok: 46 of 193 is 23.8 percent, the text says 24 percent.",
        ),
        (
            "It was backed by 46 of 193 members, or about a quarter.",
            "share ok: 46 of 193 is 23.8 percent, the text says about a quarter.",
        ),
        (
            "It was backed by 46 of 193 members, or 34 percent.",
            "share off: 46 of 193 is 23.8 percent, the text says 34 percent.",
        ),
        ("It was backed by 46 out of 193 members, 23.8 percent.", "share ok: 46 of 193 is 23.8 percent."),
        ("Two-thirds of the 300 delegates, 200, voted for it.", "share ok: 200 of 300 is 66.7 percent."),
        (
            "Two-thirds of the 300 delegates, or 150, voted for it.",
            "share off: 150 of 300 is 50 percent, the text says Two-thirds.",
        ),
        ("Half of the 40 boats, or 20, sank.", "share ok: 20 of 40 is 50 percent."),
        (
            "Some 24 percent (46 of 193 members) agreed.",
            "share ok: 46 of 193 is 23.8 percent, the text says about 24 percent.",
        ),
        (
            "In all, 46 members (24 percent) of the 193 members agreed.",
            "share ok: 46 of 193 is 23.8 percent, the text says 24 percent.",
        ),
        (
            "Orla won 55 percent of the vote and Lume 50 percent.",
            "share off: 55 + 50 = 105 percent of the vote, more than the whole of it.",
        ),
        ("Orla won 55 percent of the vote and Lume 45 percent.", "share ok: 55 + 45 = 100 percent of the vote."),
    ],
)
def test_a_share_is_held_together(checked: Any, text: str, check: str) -> None:
    assert checked(text) == [check]


@pytest.mark.parametrize(
    "text",
    [
        "Orla won 55 percent of the vote and Lume 30 percent.",
        "Orla won 55 percent of the vote, up from 50 percent in the last election.",
        "Orla won 55 percent of the vote in a poll with a turnout of 70 percent.",
        "Orla won 55 percent of the vote in Veyra and 60 percent of the vote in Nim province.",
        "Some 60 percent of women and 55 percent of men agreed.",
        "It was backed by 46 of 193 members, and 34 percent of the voters agreed.",
        "It was backed by 46 of 193 members, 34 percent more than in May.",
        "Fully 60 percent of the 300 delegates, 40 of them women, agreed.",
        "Prices rose 60 percent in May and 55 percent in June.",
        "They sold 90 of the 100 boats, and prices rose 5 percent.",
        "About 60 percent own a car and 55 percent own a boat.",
    ],
)
def test_no_share_is_made_up(checked: Any, text: str) -> None:
    assert checked(text) == []
