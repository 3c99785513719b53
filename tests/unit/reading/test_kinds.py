from __future__ import annotations

import pytest

from reportedly.model import Span, StatementKind
from reportedly.reading.kinds import kind_of
from reportedly.reading.quotations import quotations
from reportedly.text import lines


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("“The ferry is late,” said Lume.", "“The ferry is late,”", StatementKind.DIRECT),
        ("Lume said the ferry was late.", "the ferry was late", StatementKind.INDIRECT),
        ("Lume said the ferry was “a ruin”.", "the ferry was “a ruin”", StatementKind.MIXED),
        ("Lume called it ‘a ruin’.", "‘a ruin’", StatementKind.DIRECT),
    ],
)
def test_kind_is_what_stands_in_marks(text: str, content: str, kind: StatementKind) -> None:
    start = text.index(content)
    assert kind_of(text, [Span(start, start + len(content))], quotations(text, lines(text))) is kind
