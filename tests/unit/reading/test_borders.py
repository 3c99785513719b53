from __future__ import annotations

import pytest

from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.borders import with_borders


def moved(cue: str, content: str) -> tuple[str, str]:
    text = f"The office {cue} {content}."
    start = len("The office ")
    item = Attribution(
        (Span(0, 10),), (Span(start, start + len(cue)),), (Span(start + len(cue) + 1, len(text) - 1),), 0.9, "test"
    )
    item = with_borders(text, item)
    return item.cue[0].of(text), item.content[0].of(text)


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said that", "boats sank", ("said", "that boats sank")),
        ("warned of", "storms", ("warned", "of storms")),
        ("has warned against", "sailing north", ("has warned", "against sailing north")),
        ("spoke of", "storms", ("spoke of", "storms")),
        ("promised to", "leave", ("promised", "to leave")),
        ("agreed to", "the truce", ("agreed to", "the truce")),
        ("refused", "to confirm who had won", ("refused to confirm", "who had won")),
        ("has declined to", "say when it sank", ("has declined to say", "when it sank")),
        ("refused", "to leave the quay", ("refused", "to leave the quay")),
        ("promised", "to confirm who had won", ("promised", "to confirm who had won")),
    ],
)
def test_words_between_go_where_the_conventions_have_them(cue: str, content: str, expected: tuple[str, str]) -> None:
    assert moved(cue, content) == expected
