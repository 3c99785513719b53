"""What is counted."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The convoy of 38 trucks crossed over.", ["38 = 38 truck"]),
        ("Twelve other coastal countries agreed.", ["Twelve = 12 country"]),
        ("Two of the mayor's deputies left.", ["Two = 2 deputy"]),
        ("The nine-member panel met.", ["nine = 9 member"]),
        ("They read a 12 page report.", ["12 = 12 page"]),
        ("Six women fled.", ["Six = 6 woman"]),
        ("Forty staff left.", ["Forty = 40 staff"]),
        ("It flew 12 aircraft.", ["12 = 12 aircraft"]),
        ("Nine buses and 3 churches burnt.", ["Nine = 9 bus", "3 = 3 church"]),
        ("Three were killed.", ["Three = 3 person"]),
        ("At least 20 dead, police say.", ["20 = about 20 person"]),
        ("The blast left five injured.", ["five = 5 person"]),
        ("It wounded 12 and killed three.", ["12 = 12 person", "three = 3 person"]),
        ("The death toll rose to 15.", ["15 = 15 person"]),
        ("Twelve others were wounded.", ["Twelve = 12 person"]),
        ("It was backed by 46 out of 193 member countries.", ["46 = 46 country", "193 = 193 country"]),
        ("12 of the 30 passengers swam.", ["12 = 12 passenger", "30 = 30 passenger"]),
        ("The number of strikes rose from 12 to 17.", ["12 = 12 strike", "17 = 17 strike"]),
        ("They sold 435 homes by sale and 187 by tender.", ["435 = 435 home", "187 = 187 home"]),
        (
            "Sales hit 3.9 million phones, up from 2.4 million.",
            ["3.9 million = 3900000 phone", "2.4 million = 2400000 phone"],
        ),
        ("It passed by 87 votes in favor to 15 against.", ["87 = 87 vote", "15 = 15 vote"]),
        ("The index closed at 6,327.80.", ["6,327.80 = 6327.8"]),
        ("The 12,000-strong force left.", ["12,000 = 12000 person"]),
        ("Three of nine towns agreed.", ["Three = 3 town", "nine = 9 town"]),
        ("It bars 50 or more people.", ["50 = about 50 person"]),
        ("Ten people and 4 dogs lived.", ["Ten = 10 person", "4 = 4 dog"]),
        ("It drew 17 grandchildren and 5 caucuses.", ["17 = 17 grandchild", "5 = 5 caucus"]),
        ("She has three home games and two outside groups.", ["three = 3 game", "two = 2 group"]),
        ("Of the 45 held, 20 were men.", ["45 = 45 person", "20 = 20 man"]),
        ("Arrests in the capital climbed to 95.", ["95 = 95 arrest"]),
        ("Prices climbed to 95.", ["95 = 95"]),
        ("With 107 delegates at stake, he has won 1,056.", ["107 = 107 delegate", "1,056 = 1056 delegate"]),
        ("Some 1,100 public housing properties stand.", ["1,100 = about 1100 property"]),
    ],
)
def test_a_noun_in_the_singular_is_the_unit(told: Any, text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("It passed by 87 votes in favor.", "votes in favor"),
        ("It was 136 countries taking part.", "countries taking part"),
        ("Lume holds 90 percent of crude reserves in Orla.", "crude reserves"),
        ("A third of the island's voters agreed.", "island's voters"),
        ("It was 193 member countries.", "member countries"),
        ("They flew in 12 tonnes of jet fuel daily.", "jet fuel"),
        ("A third of the population lives here.", "population"),
        ("It lies 10 km north of the capital.", "-"),
        ("Three were killed.", "-"),
    ],
)
def test_what_is_counted_is_in_the_words_of_the_text(counted: Any, text: str, of: str) -> None:
    assert counted(text)[-1] == of
