from __future__ import annotations

import pytest

from reportedly.model import Span
from reportedly.reading.names import Name, NameKind
from reportedly.reading.names.overlooked import with_overlooked


def found(text: str, *names: tuple[str, NameKind]) -> list[tuple[str, str]]:
    tagged = [Name(Span(text.index(words), text.index(words) + len(words)), kind) for words, kind in names]
    paragraphs = [Span(0, len(text))]
    return [(name.span.of(text), name.kind.value) for name in with_overlooked(text, paragraphs, tagged)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Damascus denied it.", ["Damascus"]),
        ("But the US, Britain and France warned them.", ["US", "Britain", "France"]),
        ("In Turkey’s view, Downing Street is late.", ["Turkey", "Downing Street"]),
        ("The Moscow Evening Gazette is late.", []),
        ("The turkey was late, and china broke.", []),
    ],
)
def test_known_places_that_stand_alone_are_found(text: str, places: list[str]) -> None:
    assert found(text) == [(place, "place") for place in places]


def test_a_known_name_of_several_words_takes_the_place_of_its_parts() -> None:
    text = "The United States of America is large."
    parts = [("United States", NameKind.PLACE), ("America", NameKind.PLACE)]
    assert found(text, *parts) == [("United States of America", "place")]


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("The Union of Island Skippers (UIS) met.", "Union of Island Skippers"),
        ("They met the Korland Observatory for Water and Soil (KOWS).", "Korland Observatory for Water and Soil"),
    ],
)
def test_what_an_acronym_spells_out_is_one_name(text: str, long: str) -> None:
    assert (long, "organization") in found(text)


@pytest.mark.parametrize("text", ["The skippers (UIS) met.", "Harbour Board (PS) met.", "It rose (GDP)."])
def test_an_acronym_of_other_words_spells_out_nothing(text: str) -> None:
    assert found(text) == []


def test_a_surname_is_the_person_wherever_it_stands() -> None:
    text = "Ada Quill came. Quill left, and Quills sank."
    assert found(text, ("Ada Quill", NameKind.PERSON)) == [("Ada Quill", "person"), ("Quill", "person")]


def test_a_given_name_with_a_surname_is_a_person() -> None:
    assert found("But Maria Quill came to Old Harbour.") == [("Maria Quill", "person")]


def test_a_month_is_nobody() -> None:
    text = "Theresa May spoke. In May it rained."
    assert found(text, ("Theresa May", NameKind.PERSON)) == [("Theresa May", "person")]
