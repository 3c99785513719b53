"""Quotations that no attribution holds yet: no direct speech is lost because the model passed over it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from reportedly.model import Span, ZoneKind
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft
from reportedly.reading.quotations import Quotation

# a quotation that is a sentence of its own, not a title or a term: this many words, begun like a sentence
_FEWEST_WORDS = 4
_SENTENCE_END = frozenset(".?!…,—–")
_BEFORE = re.compile(r"(?:^|[.?!:;”\"’')\]—–])[ \t]*\Z", re.MULTILINE)
_SIGNED = re.compile(r"[ \t]*[—–-]{1,2}[ \t]*(?P<source>[A-Z][^\n.!?“”\"]{2,80}?)[ \t]*\.?(?=[\r\n]|$)")
_TRANSCRIPT = re.compile(r"(?:^|[\r\n])[ \t]*(?P<source>[A-Z][^\n:.!?“”\"]{1,60})(?P<cue>:)[ \t]*\Z")
_SPEAKER_INSIDE = re.compile(
    r"[“\"„«]\s*(?P<source>[A-Z][A-Z .’'-]{1,40}|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?P<cue>:)\s"
)
_WORD = re.compile(r"\w+")


def attribute_quotations(draft: Draft) -> Draft:
    """Return the draft with every quoted sentence in some attribution.

    In order of preference: a quotation signed behind a dash or introduced by "Name:" belongs to that name; one running
    on from the paragraph before to whoever was quoted there; one in the same paragraph as an attribution to the
    last that stands before it; else it becomes a statement whose source is not named.
    """
    found = list(draft.attributions)
    paragraphs = [zone.span for zone in draft.of(ZoneKind.BODY, ZoneKind.STANDFIRST)]
    starts = [span.start for span in paragraphs]
    before: Quotation | None = None
    for quotation in draft.quotations:
        number = bisect_right(starts, quotation.span.start) - 1
        if quotation.single or number < 0 or quotation.span.start >= paragraphs[number].end:
            continue
        if not _held(quotation.span, found) and _is_sentence(draft.text, quotation.span):
            _place(draft, quotation, before, paragraphs[number], found)
        before = quotation
    return draft.having(found)


def _held(span: Span, found: list[Attribution]) -> bool:
    return any(piece.overlaps(span) for item in found for piece in (*item.content, *item.source, *item.cue))


def _is_sentence(text: str, span: Span) -> bool:
    inside = span.of(text)
    words = _WORD.findall(inside)
    first = next((character for character in inside if character.isalnum()), "")
    begins = not first.islower() and bool(_BEFORE.search(text, max(0, span.start - 40), span.start))
    ends = inside.rstrip("”\"'’»").rstrip()[-1:] in _SENTENCE_END
    return len(words) >= _FEWEST_WORDS and begins and ends


def _place(
    draft: Draft, quotation: Quotation, before: Quotation | None, paragraph: Span, found: list[Attribution]
) -> None:
    span = quotation.span
    named = _named(draft.text, span)
    if named is not None:
        found.append(named)
        return
    if quotation.continues and before is not None:
        owner = next((item for item in found if any(piece.overlaps(before.span) for piece in item.content)), None)
        if owner is not None:
            _extend(found, owner, span)
            return
    earlier = [item for item in found if _speaks_before(item, span, paragraph)]
    if earlier:
        _extend(found, max(earlier, key=lambda item: item.cue or item.content), span)
        return
    found.append(Attribution((), (), (span,), 0.3, "quotation.alone"))


def _speaks_before(item: Attribution, span: Span, paragraph: Span) -> bool:
    marks = item.cue or item.content
    return all(paragraph.start <= mark.start and mark.end <= span.start for mark in marks)


def _extend(found: list[Attribution], owner: Attribution, span: Span) -> None:
    found[found.index(owner)] = replace(owner, content=tuple(sorted((*owner.content, span))))


def _named(text: str, span: Span) -> Attribution | None:
    """Return the attribution of a quotation signed behind a dash, or with "Name:" inside or before it, or None."""
    signed = _SIGNED.match(text, span.end)
    if signed:
        source = Span(*signed.span("source"))
        return Attribution((source,), (), (span,), 0.7, "quotation.signed")
    inside = _SPEAKER_INSIDE.match(text, span.start, span.end)
    if inside:
        source, cue = Span(*inside.span("source")), Span(*inside.span("cue"))
        return Attribution((source,), (cue,), (Span(cue.end, span.end),), 0.7, "quotation.transcript")
    line = max(text.rfind("\n", 0, span.start), 0)
    introduced = _TRANSCRIPT.search(text, line, span.start)
    if introduced:
        source, cue = Span(*introduced.span("source")), Span(*introduced.span("cue"))
        return Attribution((source,), (cue,), (span,), 0.7, "quotation.introduced")
    return None
