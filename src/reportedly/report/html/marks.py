"""Cuts a run of text where statements begin and end, so that every piece is covered by the same ones throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportedly.model import Span
from reportedly.report.groups import Entry

_BLANK_LINES = re.compile(r"\s*\n[^\S\n]*\n\s*")


class Role(StrEnum):
    """The part that a run of text plays in a statement."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of one statement, with its role."""

    entry: Entry
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text and the marks that cover it wholly, the widest statement first; no marks where nobody speaks."""

    span: Span
    marks: tuple[Mark, ...]


def marks_of(entries: Iterable[Entry]) -> tuple[Mark, ...]:
    """Return the marks of all entries, by where they start."""
    marks = [mark for entry in entries for mark in _marks(entry) if mark.span]
    return tuple(sorted(marks, key=lambda mark: mark.span))


def segments(span: Span, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Yield the segments that tile `span`, in order; `marks` are those that overlap it."""
    edges = {span.start, span.end}
    for mark in marks:
        edges.update((max(span.start, mark.span.start), min(span.end, mark.span.end)))
    cuts = sorted(edges)
    waiting = sorted(marks, key=lambda mark: mark.span.start, reverse=True)
    open_marks: list[Mark] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].span.start <= start:
            open_marks.append(waiting.pop())
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        yield Segment(Span(start, end), tuple(sorted(open_marks, key=_widest_first)))


def paragraphs(text: str, span: Span) -> Iterator[Span]:
    """Yield the paragraphs within `span`, which blank lines part, without the white space around them."""
    start = span.start
    for gap in _BLANK_LINES.finditer(text, span.start, span.end):
        yield from _stripped(text, Span(start, gap.start()))
        start = gap.end()
    yield from _stripped(text, Span(start, span.end))


def _stripped(text: str, span: Span) -> Iterator[Span]:
    words = span.of(text)
    kept = words.strip()
    if kept:
        start = span.start + words.index(kept[0])
        yield Span(start, start + len(kept))


def _marks(entry: Entry) -> Iterator[Mark]:
    statement = entry.statement
    for role, spans in zip(Role, (statement.source, statement.cue, statement.content), strict=True):
        for span in spans:
            yield Mark(entry, role, span)


def _widest_first(mark: Mark) -> tuple[int, int]:
    statement = mark.entry.statement
    spans = (*statement.source, *statement.cue, *statement.content)
    return (min(span.start for span in spans) - max(span.end for span in spans), mark.entry.number)
