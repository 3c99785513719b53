"""Two numbers that are one figure, and two that are not."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It takes 10 to 15 boats.", ["10 to 15 = 10..15 boat"]),
        ("It takes 10-15 boats.", ["10-15 = 10..15 boat"]),
        ("It takes 10–15 percent.", ["10–15 percent = 10..15 percent"]),
        ("It takes between 10 and 15 boats.", ["10 and 15 = 10..15 boat"]),
        ("It takes three to four hours.", ["three to four hours = 3..4 hour"]),
        ("It takes three or four hours.", ["three or four hours = 3..4 hour"]),
        ("It costs $5 to $10.", ["$5 to $10 = 5..10 USD"]),
        ("It costs $5-10.", ["$5-10 = 5..10 USD"]),
        ("It costs $89 to $93 billion.", ["$89 to $93 billion = 8.9e+10..9.3e+10 USD"]),
        ("There are 1 to 2 thousand goats.", ["1 to 2 thousand = 1000..2000 goat"]),
        ("Fines ran from 12 to 17 dollars.", ["12 to 17 dollars = 12..17 USD"]),
        ("Ages range from 12 to 17 years.", ["12 to 17 years = 12..17 year"]),
        ("It takes about 10 to 15 boats.", ["10 to 15 = about 10..15 boat"]),
        ("Prices rose from 12 to 17 dollars.", ["12 = 12 USD", "17 dollars = 17 USD"]),
        ("Output fell from 17 to 12 tonnes.", ["17 = 17 tonne", "12 tonnes = 12 tonne"]),
        ("The rate was cut from 5 percent to 4 percent.", ["5 percent = 5 percent", "4 percent = 4 percent"]),
        ("It was up 0.6 percent to 13.1 percent.", ["0.6 percent = 0.6 percent", "13.1 percent = 13.1 percent"]),
        ("The council voted 7 to 2.", ["7 = 7 vote", "2 = 2 vote"]),
        ("By a vote of 52 to 48 it agreed.", ["52 = 52 vote", "48 = 48 vote"]),
        ("It costs $1.5-2 million.", ["$1.5-2 million = 1.5e+06..2e+06 USD"]),
        ("The motion passed 52-48.", ["52 = 52 vote", "48 = 48 vote"]),
        ("Orla won 2-1 at home.", []),
        ("Lume beat Orla 3–0.", []),
        ("A 2-2 draw followed.", []),
        ("It was the 2014-15 season.", []),
    ],
)
def test_ranges(told: Any, text: str, figures: list[str]) -> None:
    assert told(text) == figures
