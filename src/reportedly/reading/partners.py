"""Speakers who speak together, of whom the model found only one: "Washington and its allies"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft

_THEIRS = re.compile(r"(?:its|their|his|her|other)\s", re.IGNORECASE)
_AND = re.compile(r",?\s+and\s+(?:the\s+)?")
_COMMA = re.compile(r",\s+(?:the\s+)?")


def join_partners(draft: Draft) -> Draft:
    """Return the draft in which a source has the name that it is joined to by "and".

    That is a name before a source that takes it up ("Washington and | its allies"), or names between a source and its
    cue ("Moscow | and Damascus | accused").
    """
    return draft.having([_joined(draft, item) for item in draft.attributions])


def _joined(draft: Draft, item: Attribution) -> Attribution:
    if len(item.source) != 1:
        return item
    source = item.source[0]
    whole = Span(_start(draft, source), _end(draft, source, item.cue[0].start) if item.cue else source.end)
    if whole == source or any(whole.overlaps(span) for span in (*item.cue, *item.content)):
        return item
    return replace(item, source=(whole,))


def _start(draft: Draft, source: Span) -> int:
    """Return where a source begins with the name before "and its allies"."""
    if _THEIRS.match(draft.text, source.start, source.end):
        at = bisect_left(draft.names, source.start, key=lambda name: name.span.start)
        before = draft.names[at - 1] if at else None
        if before and _AND.fullmatch(draft.text, before.span.end, source.start):
            return before.span.start
    return source.start


def _end(draft: Draft, source: Span, cue: int) -> int:
    """Return where a source ends with the names after it, ", | Lusk and Orn", if the last stands before its cue."""
    end, joined = source.end, False
    for name in draft.names[bisect_left(draft.names, end, key=lambda name: name.span.start) :]:
        gap = draft.text[end : name.span.start]
        if not (_AND.fullmatch(gap) or (_COMMA.fullmatch(gap) and not joined)):
            break
        joined = _AND.fullmatch(gap) is not None
        end = name.span.end
        if joined and draft.text[end:cue].isspace():
            return end
    return source.end
