"""Finds expressions of time in a paragraph: rules first, then what stands together is joined."""

from __future__ import annotations

import re

from reportedly.model import Span
from reportedly.reading.whens.build import build
from reportedly.reading.whens.expressions import Found
from reportedly.reading.whens.join import join
from reportedly.reading.whens.veto import is_vetoed
from reportedly.reading.whens.words import key_pattern, rules

# the longest expression before and after its key word: "over the course of the past twenty-five …"
_REACH = 60


def find(text: str, paragraph: Span) -> list[Found]:
    """Return the expressions of time in a paragraph, in order; none shares characters with another."""
    kept: list[Found] = []
    for found in sorted(_matches(text, paragraph), key=lambda found: (found.span.start, -found.span.end)):
        if not kept or kept[-1].span.end <= found.span.start:
            kept.append(found)
    return join(text, paragraph, kept)


def _matches(text: str, paragraph: Span) -> list[Found]:
    found = []
    for region, keys in _regions(text, paragraph):
        for rule in rules():
            if not rule.keys & keys:
                continue
            for match in rule.pattern.finditer(text, region.start, region.end):
                expression = build(rule.kind, match)
                span = Span(_start(match), match.end())
                if expression is not None and len(span) and not is_vetoed(text, span, expression, rule.id):
                    found.append(Found(span, expression, rule.id))
    return found


def _start(match: re.Match[str]) -> int:
    """Return where the span begins: behind "in", "about" and the like."""
    left_out = [match.end(name) for name in ("in", "about") if match.re.groupindex.get(name) and match[name]]
    return max(left_out, default=match.start())


def _regions(text: str, paragraph: Span) -> list[tuple[Span, set[str]]]:
    """Return the stretches around key words, each with the kinds of its key words."""
    regions: list[tuple[Span, set[str]]] = []
    for match in key_pattern().finditer(text, paragraph.start, paragraph.end):
        start = max(paragraph.start, match.start() - _REACH)
        end = min(paragraph.end, match.end() + _REACH)
        key = match.lastgroup or ""
        if regions and start <= regions[-1][0].end:
            regions[-1] = (Span(regions[-1][0].start, end), regions[-1][1] | {key})
        else:
            regions.append((Span(start, end), {key}))
    # no region begins or ends within a word
    return [(_whole_words(text, region, paragraph), keys) for region, keys in regions]


def _whole_words(text: str, region: Span, paragraph: Span) -> Span:
    start, end = region.start, region.end
    while start > paragraph.start and region.start - start < _REACH and text[start - 1].isalnum():
        start -= 1
    while end < paragraph.end and end - region.end < _REACH and text[end].isalnum():
        end += 1
    return Span(start, end)
