from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load

[RULE] = load("scare_quotes")["rule"]


def scare_quotes_in(found: list[tuple[str, str, str | None]]) -> list[tuple[str, str | None]]:
    return [(term, about) for kind, term, about in found if kind == "scare-quotes"]


def test_the_rule_finds_its_example_and_not_its_counter(words_found: Any) -> None:
    assert scare_quotes_in(words_found(RULE["example"])) == [(RULE["found"], None)]
    assert scare_quotes_in(words_found(RULE["counter"])) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The “peacekeepers” entered Orla.", ("peacekeepers", None)),
        ('The "peace keepers" entered Orla.', ("peace keepers", None)),
        ("The ‘special operation’ goes on.", ("special operation", None)),
        ("Lusk’s “free and fair” vote is over.", ("free and fair", "Lusk")),
        ("They paid for their “help,” and left.", ("help", None)),
        ("Nobody waits for the “reforms”.", ("reforms", None)),
    ],
)
def test_a_few_words_that_nobody_says(words_found: Any, text: str, expected: tuple[str, str | None]) -> None:
    assert scare_quotes_in(words_found(text, mentions=("Lusk",))) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The word “freedom” was painted on it.",
        "A boat called “ice” sank.",
        "It is known as the “long road” there.",
        "What he described as “chaos” is over.",
        "They sang “The Long Ice” all night.",
        "Ana “Boats” Lume left.",
        "It is a kind of “ice fever” that boats get.",
        "The pilots are out to “show no mercy” there.",
        "Three hurt by crowd ‘throwing stones’",
        "Pilots ‘don’t care’ for rules",
        "The crew are not “anti-union” at all.",
        "The crew weren’t “forced” at all.",
        "The “no” vote won.",
        "The motion was “badly misguided,” they found.",
        "It went “toward the center” at last.",
        "“Late,” he said.",
        "Orla (“the harbour”) is old.",
        'The pipe is 6" wide and 4" deep.',
        "The “six-boat fleet of the old harbour” is gone.",
        "He got an “A” in ice.",
        "“Yes!” And they left.",
        "The skippers’ boats and the pilots’ boats left.",
    ],
)
def test_no_scare_quotes(words_found: Any, text: str) -> None:
    assert scare_quotes_in(words_found(text)) == []


def test_what_is_in_a_statement_is_its_speakers(words_found: Any) -> None:
    text = "Lume told the court that the “reforms” had failed."
    said = (("Lume", "told", "that the “reforms” had failed"),)
    assert scare_quotes_in(words_found(text, said)) == []


def test_what_somebody_says_elsewhere_is_quoted(words_found: Any) -> None:
    text = "The “shameful” vote is over. Lume said: “It was a shameful vote.”"
    said = (("Lume", "said", "“It was a shameful vote.”"),)
    assert scare_quotes_in(words_found(text)) == [("shameful", None)]
    assert scare_quotes_in(words_found(text, said)) == []


def test_a_piece_of_a_quoted_sentence_is_its_speakers(words_found: Any) -> None:
    text = "Lume said “the boats are rotten” and the harbour a “rusty bucket”."
    said = (("Lume", "said", "“the boats are rotten”"),)
    assert scare_quotes_in(words_found(text, said)) == []
