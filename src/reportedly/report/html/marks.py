"""Cuts a run of text where statements and what is found beside them begin and end: each piece is covered throughout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Generic, TypeVar

from reportedly.model import Span
from reportedly.report.groups import Entry
from reportedly.report.html.found import Found

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
    """A run of text and the marks that cover it wholly, the widest statement first; no marks where nobody speaks.

    `found` is what else covers it wholly: dates, places, figures, wording, by where they start.
    """

    span: Span
    marks: tuple[Mark, ...]
    found: tuple[Found, ...] = ()


def marks_of(entries: Iterable[Entry]) -> tuple[Mark, ...]:
    """Return the marks of all entries, by where they start."""
    marks = [mark for entry in entries for mark in _marks(entry) if mark.span]
    return tuple(sorted(marks, key=lambda mark: mark.span))


def segments(span: Span, marks: Sequence[Mark], found: Sequence[Found] = ()) -> Iterator[Segment]:
    """Yield the segments that tile `span`, in order; `marks` and `found` are those that overlap it."""
    edges = {span.start, span.end}
    for over in (*(mark.span for mark in marks), *(one.span for one in found)):
        edges.update((max(span.start, over.start), min(span.end, over.end)))
    over_marks, over_found = _Over(marks), _Over(found)
    for start, end in pairwise(sorted(edges)):
        covering = sorted(over_marks.at(start), key=_widest_first)
        yield Segment(Span(start, end), tuple(covering), tuple(over_found.at(start)))


_Spanned = TypeVar("_Spanned", Mark, Found)


class _Over(Generic[_Spanned]):
    """Tells what lies over a place, asked from the beginning of the text to its end."""

    def __init__(self, spanned: Iterable[_Spanned]) -> None:
        self._waiting: list[_Spanned] = sorted(spanned, key=lambda one: one.span.start)[::-1]
        self._open: list[_Spanned] = []

    def at(self, place: int) -> list[_Spanned]:
        while self._waiting and self._waiting[-1].span.start <= place:
            self._open.append(self._waiting.pop())
        self._open = [one for one in self._open if one.span.end > place]
        return self._open


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
