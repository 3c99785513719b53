from __future__ import annotations

from typing import Any

import pytest

from reportedly.reading.whens import read_whens

PUBLISHED = "2026-05-14"


def said(text: str, page: Any, statements: Any) -> dict[str, str]:
    """Return the words that tell when each statement was said."""
    read = read_whens(page, statements)
    words = {when.id: when.span.of(text) for when in read.whens}
    return {name: words[when] for name, when in read.said.items()}


@pytest.mark.parametrize(
    ("text", "statement", "expected"),
    [
        ("Lume said on Friday that boats sank.", ("Lume", "said", "that boats sank"), "Friday"),
        ("Lume told reporters in Orla on Tuesday that boats sank.", ("Lume", "told", "that boats sank"), "Tuesday"),
        ("On Wednesday, Lume said boats sank.", ("Lume", "said", "boats sank"), "Wednesday"),
        ("In a statement late Monday, the ministry said boats sank.",
         ("the ministry", "said", "boats sank"), "late Monday"),
        ("“Boats sank,” Lume said on Sunday.", ("Lume", "said", "“Boats sank,”"), "Sunday"),
        ("“Boats sank,” Lume told the radio last week.", ("Lume", "told", "“Boats sank,”"), "last week"),
        ("Boats sank, Lume said Thursday.", ("Lume", "said", "Boats sank"), "Thursday"),
        ("Lume on Friday accused the pilots of greed.", ("Lume", "accused", "the pilots of greed"), "Friday"),
        ("Lume confirmed the loss in testimony on July 30, 2020.", ("Lume", "confirmed", "the loss"), "July 30, 2020"),
        ("Speaking on Monday, Lume warned of storms.", ("Lume", "warned", "of storms"), "Monday"),
        ("Yesterday the union denied the charge.", ("the union", "denied", "the charge"), "Yesterday"),
        ("Lume, who resigned on Friday, said boats sank.", ("Lume", "said", "boats sank"), None),
        ("Lume said boats sank on Friday.", ("Lume", "said", "boats sank on Friday"), None),
        ("Boats sank on Friday, Lume said.", ("Lume", "said", "Boats sank on Friday"), None),
        ("Lume has said since 2011 that boats sink.", ("Lume", "has said", "that boats sink"), None),
        ("The boats that sailed on Friday sank, Lume said.",
         ("Lume", "said", "The boats that sailed on Friday sank"), None),
        ("Lume said boats sank. It rained on Friday.", ("Lume", "said", "boats sank"), None),
        ("Lume said boats sank when he landed in Orla on Friday.", ("Lume", "said", "boats sank"), None),
        ("According to a statement on Friday, boats sank.",
         ("a statement on Friday", "According to", "boats sank"), "Friday"),
        ("Lume said in an interview with Radio Veyra broadcast on Sunday that boats sank.",
         ("Lume", "said", "that boats sank"), "Sunday"),
    ],
)  # fmt: skip
def test_a_time_goes_with_the_cue_or_not(
    text: str, statement: tuple[str, str, str], expected: str | None, make_page: Any, make_statement: Any
) -> None:
    found = said(text, make_page(text, published=PUBLISHED), (make_statement(text, "a", *statement),))
    assert found == ({"a": expected} if expected else {})


def test_remarks_made_on_a_day_are_those_before_and_those_that_go_on(make_page: Any, make_statement: Any) -> None:
    text = (
        "The ministry warned of storms. Admiral Lume made the remarks on Friday. He said boats sank. Lume added a toll."
    )
    statements = (
        make_statement(text, "a", "The ministry", "warned", "of storms"),
        make_statement(text, "b", "He", "said", "boats sank"),
        make_statement(text, "c", "Lume", "added", "a toll"),
    )
    page = make_page(text, published=PUBLISHED)
    assert said(text, page, statements) == {"a": "Friday", "b": "Friday", "c": "Friday"}


def test_another_speaker_did_not_speak_then(make_page: Any, make_statement: Any) -> None:
    text = "The ministry warned of storms. Lume made the remarks on Friday. The union said boats sank."
    statements = (
        make_statement(text, "a", "The ministry", "warned", "of storms"),
        make_statement(text, "b", "The union", "said", "boats sank"),
    )
    assert said(text, make_page(text, published=PUBLISHED), statements) == {"a": "Friday"}


def test_what_one_adds_was_said_with_the_rest(make_page: Any, make_statement: Any) -> None:
    text = "Lume said on Friday that boats sank. Lume added that it rained."
    statements = (
        make_statement(text, "a", "Lume", "said", "that boats sank"),
        make_statement(text, "b", "Lume", "added", "that it rained"),
    )
    assert said(text, make_page(text, published=PUBLISHED), statements) == {"a": "Friday", "b": "Friday"}


def test_a_new_statement_has_no_time_of_its_own(make_page: Any, make_statement: Any) -> None:
    text = "Lume said on Friday that boats sank. Lume said that it rained."
    statements = (
        make_statement(text, "a", "Lume", "said", "that boats sank"),
        make_statement(text, "b", "Lume", "said that", "it rained"),
    )
    assert said(text, make_page(text, published=PUBLISHED), statements) == {"a": "Friday"}


def test_two_times_of_saying_stay_apart(make_page: Any, make_statement: Any) -> None:
    text = "Lume said on Friday that boats sank. On Monday the union denied it."
    statements = (
        make_statement(text, "a", "Lume", "said", "that boats sank"),
        make_statement(text, "b", "the union", "denied", "it"),
    )
    assert said(text, make_page(text, published=PUBLISHED), statements) == {"a": "Friday", "b": "Monday"}


def test_in_reported_speech_days_are_reckoned_from_the_day_of_speaking(make_page: Any, make_statement: Any) -> None:
    text = "Lume said last Monday: “The pilots will strike tomorrow.”"
    statements = (make_statement(text, "a", "Lume", "said", "“The pilots will strike tomorrow.”"),)
    whens = read_whens(make_page(text, published=PUBLISHED), statements).whens
    assert [(when.span.of(text), when.start) for when in whens] == [
        ("last Monday", "2026-05-11"),
        ("tomorrow", "2026-05-12"),
    ]


def test_outside_reported_speech_days_are_reckoned_from_publication(make_page: Any, make_statement: Any) -> None:
    text = "Lume said last Monday that boats sank. The pilots will strike tomorrow."
    statements = (make_statement(text, "a", "Lume", "said", "that boats sank"),)
    whens = read_whens(make_page(text, published=PUBLISHED), statements).whens
    assert [when.start for when in whens] == ["2026-05-11", "2026-05-15"]
