from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Article, Page, Place, Span, Story, Zone, ZoneKind
from reportedly.reading.names import Name, NameKind
from reportedly.reading.places import country_of_address, read_places
from reportedly.reading.places.evidence import distances
from reportedly.reading.places.gazetteer import Entry, PlaceKind
from tests.unit.reading.places.marked import marked, page

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
EXPECTED = [(case["text"], name, place) for case in CASES for name, place in case["is"].items()]


def km(place: Place, lat: float, lon: float) -> float:
    here, there = (
        Entry(0, "", PlaceKind.PLACE, None, None, *at, 0, -1, -1) for at in ((place.lat, place.lon), (lat, lon))
    )
    return float(distances([here], [there])[0, 0])


@pytest.mark.parametrize(("text", "name", "expected"), EXPECTED, ids=[f"{n}-{t[:40]}" for t, n, _ in EXPECTED])
def test_a_name_means_the_place_that_the_story_speaks_of(text: str, name: str, expected: Any) -> None:
    plain, names = marked(text)
    found = [place for place in read_places(page(plain), names) if place.span.of(plain) == name]
    if expected == "none":
        assert not found
        return
    country, lat, lon, *limit = expected
    assert found, name
    for place in found:
        assert place.country == (country or None), place
        assert km(place, lat, lon) <= (limit[0] if limit else 100), place


def test_places_are_numbered_in_the_order_of_the_text() -> None:
    plain, names = marked("{Kyiv} and {Lviv}. {Kyiv} again.")
    places = read_places(page(plain), names)
    assert [place.id for place in places] == ["place-1", "place-2", "place-3"]
    assert [place.span.of(plain) for place in places] == ["Kyiv", "Lviv", "Kyiv"]
    assert places[0].name == "Kyiv"
    assert places[0].geonameid == 703448


def test_a_name_with_its_state_is_two_places() -> None:
    plain, names = marked("Fire in {Paris, Texas}.")
    places = read_places(page(plain), names)
    assert [(place.span.of(plain), place.country) for place in places] == [("Paris", "US"), ("Texas", "US")]


def test_a_province_and_its_town_of_the_same_name_stay_apart() -> None:
    plain, names = marked("The province of {Idlib} was shelled. Buses left {Idlib} city.")
    province, city = read_places(page(plain), names)
    assert (province.geonameid, city.geonameid) == (169387, 169389)


def test_the_country_of_the_address_decides_what_the_text_leaves_open() -> None:
    plain, names = marked("Police in {Perth} and {Hamilton} warned drivers.")
    at = {
        url: read_places(page(plain, url), names)[0].country
        for url in ("https://a.example.uk/", "https://a.example.au/")
    }
    assert at == {"https://a.example.uk/": "GB", "https://a.example.au/": "AU"}


def test_boilerplate_is_not_searched_and_a_caption_says_nothing_about_the_story() -> None:
    plain, names = marked("{Toronto} and {Ottawa}, {Ontario}.\n{London} was quiet.\n{Berlin} menu")
    first, second = plain.index("\n") + 1, plain.rindex("\n") + 1
    zones = (
        Zone(ZoneKind.CAPTION, Span(0, first)),
        Zone(ZoneKind.BODY, Span(first, second)),
        Zone(ZoneKind.BOILERPLATE, Span(second, len(plain))),
    )
    places = read_places(Page(Article(plain), (Story("story-1", None, zones),)), names)
    assert [place.span.of(plain) for place in places] == ["Toronto", "Ottawa", "Ontario", "London"]
    assert places[-1].country == "GB"


def test_a_place_that_was_not_tagged_is_found_after_in_and_in_a_dateline() -> None:
    plain, names = marked("TORRINGTON — A fire broke out near Winsted, the mayor of {Hartford} in {Connecticut} said.")
    found = [place.span.of(plain) for place in read_places(page(plain), names)]
    assert found == ["TORRINGTON", "Winsted", "Hartford", "Connecticut"]


@pytest.mark.parametrize(
    "text",
    [
        "The vote is due in March.",
        "They spoke in Congress.",
        "He said so in English.",
        "They met in Paris Hall University.",
    ],
)
def test_what_no_place_may_be_is_not_found_untagged(text: str) -> None:
    assert not read_places(page(text), [])


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://example.co.uk/a", "GB"),
        ("https://example.ie", "IE"),
        ("https://example.com", None),
        ("https://example.tv", None),
        ("https://[::1", None),
        ("", None),
        (None, None),
    ],
)
def test_the_ending_of_an_address_names_a_country(url: str | None, country: str | None) -> None:
    assert country_of_address(url) == country


WORDS = st.sampled_from(
    [
        "Paris",
        "Texas",
        "Georgia",
        "US",
        "Idlib",
        "province",
        "of",
        "near",
        ",",
        " ",
        "\n",
        "’s",
        "St.",
        "in",
        "10 km from",
        "\ud800",
        "É",
    ]
)


@given(st.lists(WORDS | st.text(max_size=8), max_size=25), st.data())
def test_any_text_and_names_give_places_within_the_text_and_the_same_twice(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    edges = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(edges, edges, st.sampled_from(list(NameKind))), max_size=6))
    names = [Name(Span(min(a, b), max(a, b)), kind) for a, b, kind in drawn]
    places = read_places(page(text), names)
    assert places == read_places(page(text), names)
    tagged = [name.span for name in names if name.kind is NameKind.PLACE]
    for place in places:
        assert -90 <= place.lat <= 90
        assert -180 <= place.lon <= 180
        assert place.span.of(text).strip()
        assert any(span.covers(place.span) for span in tagged) or place.span.of(text)[:1].isupper()
    assert [place.span for place in places] == sorted(place.span for place in places)


def test_a_long_line_is_read_in_good_time() -> None:
    text = "Aaa Bbb, " * 20_000 + "in " * 20_000 + "A" * 50_000
    assert read_places(page(text), []) == ()
