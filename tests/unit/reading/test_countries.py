from __future__ import annotations

import pytest

from reportedly.lexicon import load
from reportedly.reading.countries import country_of, named_country, people_of
from reportedly.reading.places.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "US"),
        ("U.S.", "US"),
        ("the United States", "US"),
        ("the States", "US"),
        ("States", None),
        ("us", None),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("Britain’s", "GB"),
        ("Britons", "GB"),
        ("Scottish", "GB"),
        ("Russia", "RU"),
        ("RUSSIA", "RU"),
        ("Russians'", "RU"),
        ("Syrian", "SY"),
        ("Frenchmen", "FR"),
        ("Swiss", "CH"),
        ("Côte d’Ivoire", "CI"),
        ("DRC", "CD"),
        ("South  Korea", "KR"),
        ("North Koreans", "KP"),
        ("Palestinians", "PS"),
        ("the Netherlands", "NL"),
        ("Moscow", None),
        ("Texas", None),
        ("Orla", None),
        ("s", None),
        ("", None),
        ("   ", None),
        ("\ud800", None),
    ],
)
def test_a_name_or_people_means_its_country(name: str, code: str | None) -> None:
    assert country_of(name) == code


def test_names_and_peoples_are_told_apart() -> None:
    assert (named_country("Syria"), people_of("Syria")) == ("SY", None)
    assert (named_country("Syrians"), people_of("Syrians")) == (None, "SY")


def test_every_country_of_the_list_is_in_the_index() -> None:
    assert [code for code in load("countries")["country"] if gazetteer().country(code) is None] == []


def test_no_name_or_people_is_listed_twice() -> None:
    listed = [
        name.lower() for entry in load("countries")["country"].values() for name in (*entry["names"], *entry["people"])
    ]
    assert sorted({name for name in listed if listed.count(name) > 1}) == []
