"""Parts and totals."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "check"),
    [
        (
            "It passed by 87 votes in favor to 15 against. There were 34 abstentions out of 136 countries taking part.",
            "sum ok: 87 + 15 + 34 = 136, the 136 countries taking part.",
        ),
        (
            "It passed by 87 votes in favor to 15 against, with 30 abstentions, out of 136 countries taking part.",
            "sum off: 87 + 15 + 30 = 132, the text says 136 countries taking part.",
        ),
        (
            "Of 100 members voting, 60 voted for, 30 voted against and 10 abstained.",
            "sum ok: 60 + 30 + 10 = 100, the 100 members.",
        ),
        (
            "The storm killed 12 people: five men, four women and three children.",
            "sum ok: 5 + 4 + 3 = 12, the 12 people.",
        ),
        (
            "The storm killed 13 people: five men, four women and three children.",
            "sum off: 5 + 4 + 3 = 12, the text says 13 people.",
        ),
        ("The storm killed 12 people (five men and seven women).", "sum ok: 5 + 7 = 12, the 12 people."),
        ("The storm killed 12 people, five men and seven women.", "sum ok: 5 + 7 = 12, the 12 people."),
        ("Five men and seven women died, 12 in all.", "sum ok: 5 + 7 = 12, the total."),
        ("The dead were five men and seven women, 12 in all.", "sum ok: 5 + 7 = 12, the total."),
        (
            "They saw five boats in Orla and seven boats in Veyra, for a total of 12 boats.",
            "sum ok: 5 + 7 = 12, the 12 boats.",
        ),
        (
            "They saw five boats in Orla and seven boats in Veyra, for a total of 14 boats.",
            "sum off: 5 + 7 = 12, the text says 14 boats.",
        ),
        (
            "The fleet has about 12 boats: five trawlers and six ferries.",
            "sum ok: 5 + 6 = 11, the text says about 12 boats.",
        ),
        ("Of the 12 passengers, seven were rescued and five drowned.", "sum ok: 7 + 5 = 12, the 12 passengers."),
    ],
)
def test_a_sum_is_held_together(checked: Any, text: str, check: str) -> None:
    assert checked(text) == [check]


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 42 people, including 12 children and 20 women.",
        "The storm killed 12 people, five men and six women.",
        "The storm killed 12 people and injured 20 men and 30 women.",
        "Of the 12 passengers, seven had fever and six had a cough.",
        "Of the 12 passengers, seven were rescued and three drowned.",
        "It passed by 87 votes in favor to 15 against. There are 193 members.",
        "It passed by 87 votes in favor to 15 against, out of 136 countries taking part.",
        "It passed by 87 votes in favor to 15 against with 30 abstentions out of 136 taking part; four were absent.",
        "The panel of 12 members met five ministers and six mayors.",
        "He owns five cars, three boats and two planes.",
        "They saved five men, three women and two children.",
        "They lost five boats, three nets and two boats.",
        "There were 12 failings: two men and three boats were left behind.",
        "They sold 10 tonnes of fish, 5 boats and 5 nets.",
        "The 12 men, five of them sailors and six miners, were tired.",
        "In May five men, six women and 12 children came.",
    ],
)
def test_no_sum_is_made_up(checked: Any, text: str) -> None:
    assert checked(text) == []
