from __future__ import annotations

from reportedly.model import Span, Stance, Statement, StatementKind
from reportedly.reading.repeats import without_repeats


def statement(number: int, source: Span, cue: Span, content: Span) -> Statement:
    kind, stance = StatementKind.INDIRECT, Stance.SAYS
    return Statement(str(number), "s1", kind, stance, (source,), (cue,), (content,), 0.9, "test")


def test_the_same_words_count_once_and_the_first_stays() -> None:
    text = "Lume said it sank. LUME SAID: it sank. Lume said it rose."
    said = [
        statement(1, Span(0, 4), Span(5, 9), Span(10, 17)),
        statement(2, Span(19, 23), Span(24, 28), Span(30, 37)),
        statement(3, Span(39, 43), Span(44, 48), Span(49, 56)),
    ]
    assert [item.id for item in without_repeats(text, said)] == ["1", "3"]
