"""How sure a figure is."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "about 30",
        "some 30",
        "nearly 30",
        "at least 30",
        "up to 30",
        "more than 30",
        "over 30",
        "almost 30",
        "roughly 30",
        "around 30",
        "as many as 30",
        "an estimated 30",
        "fewer than 30",
        "no more than 30",
        "~30",
        "close to 30",
        "well over 30",
        "approximately 30",
    ],
)
def test_the_words_before_leave_it_open(told: Any, words: str) -> None:
    assert told(f"It took {words} boats.") == ["30 = about 30 boat"]


@pytest.mark.parametrize("words", ["30-odd boats", "30 or so boats", "30 or more boats", "30-plus boats"])
def test_the_words_after_leave_it_open(told: Any, words: str) -> None:
    assert [figure.partition(" = ")[2][:8] for figure in told(f"It took {words}.")] == ["about 30"]


@pytest.mark.parametrize("words", ["exactly 30", "just 30", "only 30", "the 30", "all 30"])
def test_other_words_do_not(told: Any, words: str) -> None:
    assert told(f"It took {words} boats.") == ["30 = 30 boat"]


def test_over_three_days_lasts_three_days(told: Any) -> None:
    assert told("It went on over three days.") == ["three days = 3 day"]
