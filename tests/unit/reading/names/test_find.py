from __future__ import annotations

from itertools import pairwise

from reportedly.model import Span
from reportedly.reading.learned import LearnedAttributor
from reportedly.reading.names import Name, NameKind, agreed
from reportedly.text import lines

TEXT = """Maria Lusk, who heads the Dockers' Union of Port Sella, met Syrian officials in Damascus on Friday.

Lusk said the talks in Damascus had failed. The Syrian government denied it, the Reuters news agency reported."""


def names(text: str) -> tuple[Name, ...]:
    return LearnedAttributor().find(text, lines(text)).names


def test_persons_bodies_places_and_peoples_are_told_apart() -> None:
    found = {(name.span.of(TEXT), name.kind.value) for name in names(TEXT)}
    assert {("Maria Lusk", "person"), ("Damascus", "place"), ("Syrian", "people"), ("Reuters", "organization")} <= found


def test_a_name_is_of_one_kind_and_apart_from_the_others() -> None:
    found = names(TEXT)
    kinds = {name.span.of(TEXT): set[str]() for name in found}
    for name in found:
        kinds[name.span.of(TEXT)].add(name.kind.value)
    assert all(len(each) == 1 for each in kinds.values())
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


def test_names_are_without_article_possessive_and_marks() -> None:
    text = "“The Syrians’ ships,” she said, “are France's.”"
    assert {name.span.of(text) for name in names(text)} == {"Syrians", "France"}


def test_names_run_over_no_line() -> None:
    text = "Maria Lusk\n\nDamascus"
    assert all("\n" not in name.span.of(text) for name in names(text))


def test_no_text_has_no_names() -> None:
    assert LearnedAttributor().find("", []).names == ()
    assert LearnedAttributor().find("  ", [Span(0, 2)]).names == ()


def tagged(text: str, **kinds: str) -> list[Name]:
    return [
        Name(
            Span(text.index(words.replace("_", " ")), text.index(words.replace("_", " ")) + len(words)), NameKind(kind)
        )
        for words, kind in kinds.items()
    ]


def test_two_names_of_persons_side_by_side_are_one() -> None:
    text = "Minister Ilo Brand left."
    [name] = agreed(text, tagged(text, Ilo="person", Brand="person"))
    assert name.span.of(text) == "Ilo Brand"


def test_a_full_name_is_a_persons_where_who_goes_on_from_it_or_its_surname_is_one() -> None:
    text = "Dela Morrow, who sails, met Ada Lusk. Lusk left Port Sella."
    found = agreed(text, tagged(text, Dela_Morrow="place", Ada_Lusk="place", Port_Sella="place"))
    surname = Name(Span(text.index(" Lusk left") + 1, text.index(" left")), NameKind.PERSON)
    both = agreed(text, [*found, surname])
    assert [name.kind.value for name in both] == ["person", "person", "person", "place"]


def test_a_month_is_no_place() -> None:
    text = "They never came in May."
    assert agreed(text, tagged(text, May="place")) == ()
