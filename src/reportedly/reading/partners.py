"""Speakers who speak together, of whom the model found only one: "Washington and its allies"."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft

_THEIRS = re.compile(r"(?:its|their|his|her|other)\s", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")
# a name stands no further before "and"
_REACH = 80


def join_partners(draft: Draft) -> Draft:
    """Return the draft in which a source has the name that it is joined to by "and".

    That is a name before a source that takes it up ("Washington and | its allies"), or between a source and its cue
    ("Moscow | and Damascus | accused").
    """
    return draft.having([_joined(draft, item) for item in draft.attributions])


def _joined(draft: Draft, item: Attribution) -> Attribution:
    if len(item.source) != 1:
        return item
    text, source = draft.text, item.source[0]
    start, end = source.start, source.end
    for name in draft.names:
        if name.span.start > source.end + _REACH:
            break
        if source.start - _REACH < name.span.end <= source.start and _THEIRS.match(text, source.start, source.end):
            start = name.span.start if _AND.fullmatch(text, name.span.end, source.start) else start
        joined = name.span.start >= source.end and _AND.fullmatch(text, source.end, name.span.start)
        if joined and item.cue and text[name.span.end : item.cue[0].start].isspace():
            end = name.span.end
    whole = Span(start, end)
    if whole == source or any(whole.overlaps(span) for span in (*item.cue, *item.content)):
        return item
    return replace(item, source=(whole,))
