from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.reading.countries import country_of
from reportedly.reading.places import read_places
from tests.unit.reading.places.marked import marked, page

RULES = [table for table in load("places").values() if "id" in table]


def found(text: str) -> list[str]:
    plain, names = marked(text)
    places = read_places(page(plain), names)
    return [f"{place.span.of(plain)} {place.country} {place.geonameid}" for place in places]


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_holds_in_its_example_and_not_in_its_counter_example(rule: dict[str, Any]) -> None:
    assert found(rule["example"]) == rule["example_places"]
    assert found(rule["counter"]) == rule["counter_places"]


def test_every_rule_is_tested() -> None:
    assert {rule["id"] for rule in RULES} == {
        "place.words",
        "place.before",
        "place.in-name",
        "place.near",
        "place.within",
        "place.missed",
        "place.none",
    }


def test_countries_and_peoples_are_named_in_their_example_and_not_in_the_counter_example() -> None:
    meta = load("countries")["meta"]
    words = [[word.strip(",.") for word in meta[key].split()] for key in ("example", "counter")]
    assert [[code for word in text if (code := country_of(word))] for text in words] == [["US", "GB", "SY"], []]
