"""Numbers that are no quantities."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load

RULES = load("figures")["not"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_example_holds_no_figure(told: Any, rule: dict[str, Any]) -> None:
    assert told(rule["example"]) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_counter_example_holds_one(told: Any, rule: dict[str, Any]) -> None:
    assert told(rule["counter"]) != []


@pytest.mark.parametrize(
    "text",
    [
        "It was signed on May 14, 2018.",
        "It was signed on 14 May.",
        "It was signed in 1998.",
        "The 2019 elections were dull.",
        "The talks of 2014 failed.",
        "It opens at 5:30 p.m. today.",
        "It opens at 17:22 today.",
        "It opens at 0900 GMT.",
        "Resolution 2118 was adopted.",
        "Flight 412 was late.",
        "She took Route 66 home.",
        "Channel 5 reported it.",
        "Nim Veyra, 44, was found.",
        "Nim Veyra (44) was found.",
        "A man aged 44 was found.",
        "It is the 25th session.",
        "It happened in the 1990s.",
        "Call 555-0123 now.",
        "The S&P 500 fell.",
        "He flew a Boeing 737 home.",
        "The COVID-19 ward is shut.",
        "See page 12 for more.",
        "It lies at 12 Harbour Road in Orla.",
        "The 24/7 shop is shut.",
        "They sold 5G phones.",
        "It was a two-way street.",
        "See https://orla.example/2019/12 for more.",
        "The World Cup 2018 was dull.",
        "Phase 3 begins.",
        "He lives in room 12.",
        "Over 2000 - 2050 it will warm.",
        "Version 2.0.1 is out.",
        "It opened on 12/11/2019.",
        "Their AK-47 rifles jammed.",
        "In 2014 Orla joined.",
        "Grade 9 pupils left.",
        "It came in the early 2000s.",
        "They met the Five Eyes there.",
        "It lies at Three Mile Island.",
        "The ferry runs from 3 to 5 p.m. daily.",
        "It was held on May 8-10.",
        "It was a 5-4 decision.",
        "It drew the big-money 2016 players.",
        "Those over 60 agreed.",
        "The upper half of it burnt.",
        "Her album '30 Nights' came out.",
    ],
)
def test_no_figure(told: Any, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("On Friday 12 people were killed.", "12 = 12 person"),
        ("In all, 2,014 people came.", "2,014 = 2014 person"),
        ("About 2000 people came.", "2000 = about 2000 person"),
        ("In 2014 the band sold 12 records.", "12 = 12 record"),
        ("It lies 40 miles off.", "40 miles = 40 mile"),
    ],
)
def test_a_figure_beside_a_trap(told: Any, text: str, figure: str) -> None:
    assert told(text) == [figure]
