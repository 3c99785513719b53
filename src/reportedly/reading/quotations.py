"""Quotations: the runs of a text that stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model import Span

_MARK = re.compile(r"[“”„‟«»\"＂]|``|''")
_OPENERS = frozenset("“„‟«") | {"``"}
_CLOSERS = frozenset("”»") | {"''"}
_BEFORE_OPENING = frozenset(" \t\u00a0\u2009([{—–-/‘'")
_AFTER_CLOSING = frozenset(" \t\u00a0\u2009)]}—–-/’'.,;:!?…")
_TOLD = re.compile(r"[,.?!…]\s+(?=(?:said|says|added|adds)\s)")
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?=[\w“\"$£€(])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'(\[])[’'](?!\w)")
_SINGLE_MARKS = ("’", "'")
# a single-quoted run longer than this is two apostrophes far apart, not a quotation
_LONGEST_SINGLE = 600
_STEPS_BACK = 8


@dataclass(frozen=True, slots=True)
class Quotation:
    """One run in quotation marks, marks included. `span.start` is at the opening mark.

    `continues` is true where a quotation runs on from the paragraph before: that paragraph opened a quotation and did
    not close it, and this one opens with a mark again, as print style has it.
    `single` is true for ‘single’ marks.
    """

    span: Span
    continues: bool = False
    single: bool = False


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return the quotations in the paragraphs of `text`, in reading order, so that one odd mark costs one paragraph.

    A double mark opened and not closed runs to the end of its paragraph if the paragraph begins with it or the next
    one begins with a mark; otherwise it is passed over. Single marks count only outside double ones.

    >>> text = "“Ice,” she said, “is late.”"
    >>> [quotation.span.of(text) for quotation in quotations(text, [Span(0, len(text))])]
    ['“Ice,”', '“is late.”']
    """
    found: list[Quotation] = []
    open_double = open_single = False
    for number, span in enumerate(paragraphs):
        follower = paragraphs[number + 1].of(text).lstrip() if number + 1 < len(paragraphs) else ""
        paragraph = span.of(text)
        doubles, open_double = _doubles(paragraph, open_before=open_double, opens_next=_opens(follower))
        singles, open_single = _singles(
            paragraph, doubles, open_before=open_single, opens_next=bool(_SINGLE_OPEN.match(follower))
        )
        found += [_moved(quotation, span.start) for quotation in (*doubles, *singles)]
    return tuple(sorted(found, key=lambda quotation: quotation.span))


def overlapping(found: Sequence[Quotation], span: Span) -> tuple[Quotation, ...]:
    """Return those of the quotations, given in reading order, that share characters with a span."""
    # a single-quoted run can hold a few double-quoted ones: so many steps back are enough
    first = max(0, bisect_left(found, span.start, key=lambda quotation: quotation.span.start) - _STEPS_BACK)
    last = bisect_left(found, span.end, key=lambda quotation: quotation.span.start)
    return tuple(quotation for quotation in found[first:last] if quotation.span.overlaps(span))


def _moved(quotation: Quotation, by: int) -> Quotation:
    return replace(quotation, span=Span(quotation.span.start + by, quotation.span.end + by))


def _opens(line: str) -> bool:
    mark = _MARK.match(line)
    return bool(mark) and mark is not None and mark.group() not in _CLOSERS


def _doubles(text: str, *, open_before: bool, opens_next: bool) -> tuple[list[Quotation], bool]:
    """Return the double-marked quotations of a paragraph, and whether the last one is still open at its end."""
    first = _first(text)
    found: list[Quotation] = []
    start: int | None = None
    for mark in _MARK.finditer(text):
        if _is_opening(text, mark, is_open=start is not None):
            start = mark.start()  # an opening mark inside an open quotation: the earlier one was odd
        elif start is not None:
            found.append(Quotation(Span(start, mark.end()), continues=open_before and start == first))
            start = None
    if start is None or not (start == first or opens_next):
        return found, False
    told = _TOLD.search(text, start)
    if told:  # nobody closes a quotation with "…, said Lume" inside it: the closing mark was left out before it
        return [*found, Quotation(Span(start, told.start() + 1), continues=open_before and start == first)], False
    found.append(Quotation(Span(start, len(text.rstrip())), continues=open_before and start == first))
    return found, opens_next


def _is_opening(text: str, mark: re.Match[str], *, is_open: bool) -> bool:
    if mark.group() in _OPENERS:
        return True
    if mark.group() in _CLOSERS:
        # a closing mark before a paragraph's first word is a slip for an opening one
        return not is_open and mark.start() == _first(text) and text[mark.end() : mark.end() + 1].isalnum()
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    could_open = (not before or before in _BEFORE_OPENING) and bool(after) and not after.isspace()
    could_close = bool(before) and not before.isspace() and (not after or after in _AFTER_CLOSING)
    if could_open != could_close:
        return could_open
    return not is_open


def _singles(
    text: str, doubles: list[Quotation], *, open_before: bool, opens_next: bool
) -> tuple[list[Quotation], bool]:
    """Return the single-marked quotations of a paragraph, and whether the last one is still open at its end."""
    found: list[Quotation] = []
    taken, first, last = 0, _first(text), len(text.rstrip())
    may_stay_open = opens_next and text[last - 1 : last] not in _SINGLE_MARKS
    for opening in _SINGLE_OPEN.finditer(text):
        start = opening.start()
        if start < taken or any(quotation.span.start <= start < quotation.span.end for quotation in doubles):
            continue
        end = _single_end(text, start)
        continues = open_before and start == first
        if may_stay_open and (end is None or text[end - 2] in "sS"):
            return [*found, Quotation(Span(start, last), continues, single=True)], True
        if end is not None:
            found.append(Quotation(Span(start, end), continues, single=True))
            taken = end
    return found, False


def _first(text: str) -> int:
    return len(text) - len(text.lstrip())


def _single_end(text: str, start: int) -> int | None:
    """Return the offset behind the mark that closes the single-quoted run opened at `start`, or None.

    A mark behind punctuation closes for sure; behind a letter other than s it closes unless that is an apostrophe;
    behind an s it may be a possessive plural and closes only where nothing better follows.
    """
    possessive: int | None = None
    for close in _SINGLE_CLOSE.finditer(text, start + 1, min(len(text), start + _LONGEST_SINGLE)):
        if text[close.start() - 1] not in "sS":
            return close.end()
        if possessive is None:
            possessive = close.end()
    return possessive
