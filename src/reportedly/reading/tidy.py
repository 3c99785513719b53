"""Tidy spans: whole quotations, no loose punctuation, nothing from a zone between two paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.lexicon import load
from reportedly.model import Span, ZoneKind
from reportedly.reading.attribution import Attribution
from reportedly.reading.borders import with_borders
from reportedly.reading.draft import Draft

# a dateline is read, since it opens a paragraph, but never part of what is said
_UNREAD = frozenset({ZoneKind.SECTION, ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.CREDIT, ZoneKind.BOILERPLATE})
_SPACE = " \t\r\n\u00a0"
_LOOSE_BEFORE = _SPACE + ",;:.–—-"
_LOOSE_AFTER = _SPACE + ",;:–—-"
_AROUND_SOURCE = _LOOSE_AFTER + "."
# conventions, "Statements": a source is without a comma-set "who …" or "speaking on condition of …"
_ASIDE = re.compile(r",\s+(?:who|whose|whom|which|(?:speaking|talking|writing)\b)", re.IGNORECASE)
# how much of a quotation's letters a content must hold for the rest of that quotation to be its too
_MOST_OF_QUOTATION = 0.5


def tidy_spans(draft: Draft) -> Draft:
    """Return the draft with every span cut to what it means; an attribution left without content is dropped."""
    found: dict[tuple[tuple[Span, ...], tuple[Span, ...]], Attribution] = {}
    for attribution in draft.attributions:
        tidy = _tidy(draft, with_borders(draft.text, _without_quoted_source(draft, attribution)))
        key = (tidy.content, tidy.cue)
        if tidy.content and (key not in found or found[key].score < tidy.score):
            found[key] = tidy
    return draft.having(list(found.values()))


def _tidy(draft: Draft, attribution: Attribution) -> Attribution:
    text, articles = draft.text, load("function_words")["articles"]
    others = (*attribution.source, *attribution.cue)
    whole = (_whole_quotations(draft, span, others) for span in attribution.content)
    words = (_whole_words(text, piece) for piece in _pieces(draft, whole))
    content = (_stripped(text, piece, _LOOSE_BEFORE, _LOOSE_AFTER) for piece in words)
    named = (_without_aside(text, _whole_words(text, piece)) for piece in _pieces(draft, attribution.source))
    source = (_stripped(text, piece, _AROUND_SOURCE, _AROUND_SOURCE) for piece in named)
    cue = (_stripped(text, _whole_words(text, piece), _SPACE, _SPACE) for piece in _pieces(draft, attribution.cue))
    return replace(
        attribution,
        source=tuple(span for span in source if len(span) and span.of(text).lower() not in articles),
        cue=tuple(span for span in cue if len(span)),
        content=_joined(text, content),
    )


def _without_quoted_source(draft: Draft, attribution: Attribution) -> Attribution:
    """Return the attribution whose source is words in quotation marks turned round: “Never again”: how it began.

    Quoted words before a colon are said by somebody; they do not speak. ("LUME: We sail" has its colon inside.)
    """
    if [span.of(draft.text) for span in attribution.cue] != [":"]:
        return attribution
    marks = [quotation.span for span in attribution.source for quotation in draft.quotations_in(span)]
    quoted = [span for span in attribution.source if any(mark.covers(span) for mark in marks)]
    if not quoted or any(mark.covers(span) for mark in marks for span in attribution.cue):
        return attribution
    others = tuple(span for span in attribution.source if span not in quoted)
    return replace(attribution, source=others, content=tuple(quoted))


def _pieces(draft: Draft, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the parts of spans by zone, leaving out zones that are not read (a caption between two paragraphs).

    A caption's own attribution begins in the caption and keeps it.
    """
    for span in spans:
        zones = draft.zones_in(span)
        in_caption = bool(zones) and zones[0].kind is ZoneKind.CAPTION
        for zone in zones:
            if zone.kind not in _UNREAD and (zone.kind is ZoneKind.CAPTION) == in_caption:
                yield Span(max(span.start, zone.span.start), min(span.end, zone.span.end))


def _whole_quotations(draft: Draft, span: Span, others: Sequence[Span]) -> Span:
    """Return the span grown to the whole of each quotation that it holds most of, short of the source and the cue."""
    start, end = span.start, span.end
    for quotation in draft.quotations_in(span):
        mark = quotation.span
        if any(mark.overlaps(other) for other in others):
            continue
        shared = Span(max(start, mark.start), min(end, mark.end))
        if _letters(draft.text, shared) >= _MOST_OF_QUOTATION * _letters(draft.text, mark):
            start, end = min(start, mark.start), max(end, mark.end)
    return Span(start, end)


def _whole_words(text: str, span: Span) -> Span:
    """Return the span grown to the whole of the words that it begins and ends in: the model reads pieces of words."""
    start, end = span.start, span.end
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _letters(text: str, span: Span) -> int:
    return sum(character.isalnum() for character in span.of(text))


def _stripped(text: str, span: Span, before: str, after: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in before:
        start += 1
    while start < end and text[end - 1] in after:
        end -= 1
    return Span(start, end)


def _without_aside(text: str, span: Span) -> Span:
    aside = _ASIDE.search(text, span.start, span.end)
    return Span(span.start, aside.start()) if aside else span


def _joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those joined between which there is neither a letter nor a line break."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if _letters(text, span)):
        gap = text[joined[-1].end : span.start] if joined else ""
        if joined and not any(character.isalnum() or character in "\r\n" for character in gap):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
