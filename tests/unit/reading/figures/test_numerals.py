"""Numbers in digits and in words."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The fleet lost 42 boats.", "42 = 42 boat"),
        ("The fleet lost 1,200 boats.", "1,200 = 1200 boat"),
        ("The fleet lost 1,234,567 boats.", "1,234,567 = 1234567 boat"),
        ("The fleet lost 12\u00a0500 boats.", "12\u00a0500 = 12500 boat"),
        ("The fleet lost 12 500 boats.", "12 500 = 12500 boat"),
        ("The fleet lost 2.5 million boats.", "2.5 million = 2500000 boat"),
        ("The fleet lost 1.2m boats.", "1.2m = 1200000 boat"),
        ("The fleet lost 5k boats.", "5k = 5000 boat"),
        ("The fund holds 3bn dollars.", "3bn dollars = 3000000000 USD"),
        ("The fund holds $4.2b now.", "$4.2b = 4200000000 USD"),
        ("The fund holds Rs 12,34,567 now.", "Rs 12,34,567 = 1234567 INR"),
        ("The night fell to -4.5 degrees.", "-4.5 degrees = -4.5 degree"),
        ("The night fell to minus 12 degrees.", "minus 12 degrees = -12 degree"),
        ("Shares moved +0.2% at noon.", "+0.2% = 0.2 percent"),
        ("The rate is .5 percent now.", ".5 percent = 0.5 percent"),
        ("The walk is 3½ miles.", "3½ miles = 3.5 mile"),
        ("The walk is 3 1/2 miles.", "3 1/2 miles = 3.5 mile"),
        ("Forty-two ships sank.", "Forty-two = 42 ship"),
        ("Two hundred and six men came.", "Two hundred and six = 206 man"),
        ("Two thousand five hundred men came.", "Two thousand five hundred = 2500 man"),
        ("Three million ships sank.", "Three million = 3000000 ship"),
        ("A hundred goats came.", "A hundred = 100 goat"),
        ("A dozen goats came.", "A dozen = 12 goat"),
        ("Half a dozen goats came.", "Half a dozen = 6 goat"),
        ("Three dozen goats came.", "Three dozen = 36 goat"),
        ("Half a million goats came.", "Half a million = 500000 goat"),
        ("A quarter of a million goats came.", "A quarter of a million = 250000 goat"),
        ("The trip took two and a half hours.", "two and a half hours = 2.5 hour"),
        ("The trip took half an hour.", "half an hour = 0.5 hour"),
        ("Some 30 goats came.", "30 = about 30 goat"),
    ],
)
def test_a_number_is_read(told: Any, text: str, figure: str) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Dozens of trucks came.", "Dozens = about 24..99 truck"),
        ("Scores of people came.", "Scores = about 40..99 person"),
        ("Hundreds of people came.", "Hundreds = about 200..999 person"),
        ("Thousands of people came.", "Thousands = about 2000..9999 person"),
        ("Tens of thousands of people came.", "Tens of thousands = about 20000..99999 person"),
        ("Hundreds of thousands of goats came.", "Hundreds of thousands = about 200000..999999 goat"),
        ("Several hundred goats came.", "Several hundred = about 200..999 goat"),
        ("A few dozen goats came.", "A few dozen = about 24..99 goat"),
        ("Dozens were arrested.", "Dozens = about 24..99 person"),
        ("Hundreds fled the town.", "Hundreds = about 200..999 person"),
    ],
)
def test_a_plural_leaves_the_number_open(told: Any, text: str, figure: str) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A third of the voters stayed at home.", "A third = 0.3333 fraction"),
        ("Half of the members left.", "Half = 0.5 fraction"),
        ("Half the members left.", "Half = 0.5 fraction"),
        ("Two-thirds of the crop is lost.", "Two-thirds = 0.6667 fraction"),
        ("Three quarters of the crop is lost.", "Three quarters = 0.75 fraction"),
        ("A quarter of the crop is lost.", "A quarter = 0.25 fraction"),
        ("More than half of the crop is lost.", "half = about 0.5 fraction"),
        ("One in five islanders fishes.", "One in five = 0.2 fraction"),
        ("One fourth of the crop is lost.", "One fourth = 0.25 fraction"),
        ("Some 7 in 10 islanders fish.", "7 in 10 = about 0.7 fraction"),
        ("Nine out of 10 islanders fish.", "Nine out of 10 = 0.9 fraction"),
    ],
)
def test_a_part_is_a_fraction(told: Any, text: str, figure: str) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Several boats came.",
        "A few boats came.",
        "Many boats came.",
        "The second half was dull.",
        "She came third.",
        "It is the twenty-first century.",
        "The firm had a good third quarter.",
        "The price doubled, twice the old one.",
        "The third man fled.",
        "It rained in the second week.",
        "His two hundredth match was dull.",
        "He scores often.",
        "It is a half-hearted plan.",
        "The first quarter was dull.",
    ],
)
def test_no_number_is_read(told: Any, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("One person was killed.", ["One = 1 person"]),
        ("Only one boat came back.", ["one = 1 boat"]),
        ("Two men and one woman were hurt.", ["Two = 2 man", "one = 1 woman"]),
        ("One was killed.", ["One = 1 person"]),
        ("It took one hour.", ["one hour = 1 hour"]),
        ("One of the men left.", []),
        ("No one came.", []),
        ("They talked to one another.", []),
        ("One day he will leave.", []),
        ("This one is new, and that one is old.", []),
        ("One can only hope.", []),
        ("One official said so.", []),
        ("He is back at square one.", []),
        ("On the one hand, it rains.", []),
    ],
)
def test_one_counts_only_as_a_number(told: Any, text: str, figures: list[str]) -> None:
    assert told(text) == figures
