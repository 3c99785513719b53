from __future__ import annotations

from dataclasses import replace

from reportedly.model import Span, Stance, Statement, StatementKind
from reportedly.reading.repeats import without_repeats


def statement(number: int, source: Span, cue: Span, content: Span) -> Statement:
    kind, stance = StatementKind.INDIRECT, Stance.SAYS
    return Statement(str(number), "s1", kind, stance, (source,), (cue,), (content,), 0.9, "test")


def test_a_parent_that_is_a_repeat_gives_way_to_the_first() -> None:
    text = "Lume said it sank. LUME SAID: it sank. Lume said it rose."
    first, again, child = (
        statement(1, Span(0, 4), Span(5, 9), Span(10, 17)),
        statement(2, Span(19, 23), Span(24, 28), Span(30, 37)),
        replace(statement(3, Span(39, 43), Span(44, 48), Span(49, 56)), parent="2"),
    )
    assert [(item.id, item.parent) for item in without_repeats(text, [first, again, child])] == [
        ("1", None),
        ("3", "1"),
    ]


def test_the_same_words_count_once_and_the_first_stays() -> None:
    text = "Lume said it sank. LUME SAID: it sank. Lume said it rose."
    said = [
        statement(1, Span(0, 4), Span(5, 9), Span(10, 17)),
        statement(2, Span(19, 23), Span(24, 28), Span(30, 37)),
        statement(3, Span(39, 43), Span(44, 48), Span(49, 56)),
    ]
    assert [item.id for item in without_repeats(text, said)] == ["1", "3"]
