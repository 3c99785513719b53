"""Two amounts and the change between them."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("The number of strikes rose from 12 to 17, an increase of 5.", "difference ok: 12 to 17 is a rise of 5."),
        (
            "The number of strikes rose from 12 to 17, an increase of 6.",
            "difference off: 12 to 17 is a rise of 5, the text says 6.",
        ),
        ("The fleet grew by 5 boats from 12 to 17 boats.", "difference ok: 12 to 17 is a rise of 5."),
        ("Exports rose 25 percent from 40 to 50 ships.", "difference ok: 40 to 50 is a rise of 25 percent."),
        ("Exports rose 25 percent to 50 ships from 40 ships.", "difference ok: 40 to 50 is a rise of 25 percent."),
        (
            "Exports rose 30 percent, from $40 million to $60 million.",
            "difference off: USD 40,000,000 to USD 60,000,000 is a rise of 50 percent, the text says 30 percent.",
        ),
        (
            "Sales rose 60 percent from 2.4 million to 3.9 million phones.",
            "difference ok: 2,400,000 to 3,900,000 is a rise of 62.5 percent, the text says 60 percent.",
        ),
        ("Prices fell from $24 to $12, a 50 percent drop.", "difference ok: USD 24 to USD 12 is a fall of 50 percent."),
        (
            "Prices fell from $24 to $12, down 40 percent.",
            "difference off: USD 24 to USD 12 is a fall of 50 percent, the text says 40 percent.",
        ),
        (
            "The rate fell 0.3 percentage points to 4.8 percent from 5.1 percent.",
            "difference ok: 5.1 percent to 4.8 percent is a fall of 0.3 percentage points.",
        ),
        (
            "The rate rose from 4 percent to 5 percent, a rise of 25 percent.",
            "difference ok: 4 percent to 5 percent is a rise of 1 percentage points, the text says 25 percent.",
        ),
        (
            "The number of strikes rose from 12 to 17, up about 40 percent.",
            "difference ok: 12 to 17 is a rise of 41.7 percent, the text says about 40 percent.",
        ),
    ],
)
def test_a_change_is_held_together(checked: Any, text: str, check: str) -> None:
    assert checked(text) == [check]


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose 5 percent in June, after a fall from 40 to 30 ships in May.",
        "The number of strikes rose from 12 to 17, and 5 men were hurt.",
        "The number of strikes rose from 12 to 17, an increase of 5 percent on the plan.",
        "Prices ran from 12 to 17 dollars, up 40 percent over the year.",
        "The fleet grew from 12 to 17 boats in 5 years.",
        "Prices rose from $12 to $17, while wages rose 3 percent.",
        "Trains run from 12 to 17 times a day, up 5 minutes.",
        "The fee rose to 17 dollars.",
        "The fleet grew from 12 boats to 17, a loss of 3 jobs.",
        "The toll rose from 12 to 17, a drop of 3 percent in bookings.",
    ],
)
def test_no_change_is_made_up(checked: Any, text: str) -> None:
    assert checked(text) == []
