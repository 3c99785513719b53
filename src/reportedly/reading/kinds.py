"""The kind of a statement: how much of its content stands in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Span, StatementKind
from reportedly.reading.quotations import Quotation, overlapping


def kind_of(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> StatementKind:
    """Return direct where every letter and digit of the content is quoted, indirect where none is, else mixed."""
    quoted = unquoted = 0
    for span in content:
        marks = [quotation.span for quotation in overlapping(quotations, span)]
        for offset in range(span.start, span.end):
            if not text[offset].isalnum():
                continue
            if any(mark.start <= offset < mark.end for mark in marks):
                quoted += 1
            else:
                unquoted += 1
    if not quoted:
        return StatementKind.INDIRECT
    return StatementKind.MIXED if unquoted else StatementKind.DIRECT
