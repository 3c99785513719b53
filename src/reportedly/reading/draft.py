"""The draft of one story's reading: what the steps of the pipeline take and give."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from reportedly.model import Span, Story, Zone, ZoneKind
from reportedly.reading.attribution import Attribution
from reportedly.reading.names import Name
from reportedly.reading.quotations import Quotation, overlapping, quotations
from reportedly.text import sentence_ends

_SPACE = re.compile(r"\s*")
# a sentence is looked for within so many characters on either side
_SENTENCE_REACH = 1000
# what a reader reads on from line to line; captions are read each alone, the rest holds no statements
_FLOWING = frozenset({ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.DATELINE, ZoneKind.BODY, ZoneKind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Draft:
    """One story with its text, its flows (see `flows_of`), its quotations, names and the attributions found so far.

    Spans refer to the whole text. `outlet` is the name of the publisher, if it is known.
    """

    text: str
    story: Story
    flows: tuple[tuple[Span, ...], ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...] = ()
    outlet: str | None = None
    names: tuple[Name, ...] = ()

    def of(self, *kinds: ZoneKind) -> tuple[Zone, ...]:
        """Return the story's zones of the given kinds, in order."""
        return tuple(zone for zone in self.story.zones if zone.kind in kinds)

    def zones_in(self, span: Span) -> tuple[Zone, ...]:
        """Return the zones that share characters with a span."""
        zones = self.story.zones
        first = max(0, bisect_right(zones, span.start, key=lambda zone: zone.span.start) - 1)
        last = bisect_left(zones, span.end, key=lambda zone: zone.span.start)
        return tuple(zone for zone in zones[first:last] if zone.span.overlaps(span))

    def quotations_in(self, span: Span) -> tuple[Quotation, ...]:
        """Return the quotations that share characters with a span."""
        return overlapping(self.quotations, span)

    def having(self, attributions: list[Attribution]) -> Draft:
        """Return the draft with these attributions instead, in reading order."""
        order = sorted(attributions, key=lambda attribution: (attribution.content, attribution.cue, attribution.source))
        return replace(self, attributions=tuple(order))


def first_draft(text: str, story: Story, outlet: str | None = None) -> Draft:
    """Return the draft of a story before anything is read in it."""
    flows = flows_of(text, story)
    marks = [quotation for flow in flows for quotation in quotations(text, flow)]
    return Draft(text, story, flows, tuple(sorted(marks, key=lambda quotation: quotation.span)), outlet=outlet)


def flows_of(text: str, story: Story) -> tuple[tuple[Span, ...], ...]:
    """Return the paragraphs that are read together: the story from headline to last line, then each caption alone.

    A dateline belongs to the paragraph that it opens.
    """
    main: list[Span] = []
    for zone in story.zones:
        if zone.kind not in _FLOWING:
            continue
        if main and main[-1].end == zone.span.start and "\n" not in text[main[-1].end - 1 : main[-1].end]:
            main[-1] = Span(main[-1].start, zone.span.end)
        else:
            main.append(zone.span)
    captions = ((zone.span,) for zone in story.zones if zone.kind is ZoneKind.CAPTION)
    return (*((tuple(main),) if main else ()), *captions)


def sentence_at(draft: Draft, span: Span) -> Span:
    """Return the sentence that a span stands in, as far as its paragraph and _SENTENCE_REACH go."""
    zones = draft.zones_in(span)
    paragraph = zones[0].span if zones else span
    start, end = max(paragraph.start, span.start - _SENTENCE_REACH), min(paragraph.end, span.end + _SENTENCE_REACH)
    ends = sentence_ends(draft.text, Span(start, end))
    before = [at for at in ends if at <= span.start]
    begin = _SPACE.match(draft.text, before[-1] if before else start, span.start)
    return Span(begin.end() if begin else start, next((at for at in ends if at >= span.end), end))
