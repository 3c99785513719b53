"""Reads the checks of a page, sentence by sentence."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reportedly.model import Check, Figure, Page, Span
from reportedly.reading.figures.checks.differences import differences
from reportedly.reading.figures.checks.passage import Passage
from reportedly.reading.figures.checks.shares import part_shares, whole_shares
from reportedly.reading.figures.checks.sums import list_sums, vote_sums
from reportedly.reading.figures.finder import read_zones
from reportedly.text import sentence_ends

_FEWEST = 2


def read_checks(page: Page, figures: Sequence[Figure]) -> tuple[Check, ...]:
    """Return the checks of figures that a sentence puts together, or two neighbours do for a vote, in text order.

    `figures` are those of the page. Each check names the figures held together and says in one sentence what comes out.
    """
    starts = [figure.span.start for figure in figures]
    order = {figure.id: number for number, figure in enumerate(figures)}
    found: list[Check] = []
    for zone in read_zones(page):
        first, last = bisect_left(starts, zone.span.start), bisect_left(starts, zone.span.end)
        if last - first >= _FEWEST:
            found.extend(_checks(page.article.text, zone.span, figures[first:last]))
    unique = {frozenset(check.figures): check for check in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda check: order[check.figures[0]]))


def _checks(text: str, span: Span, figures: Sequence[Figure]) -> Iterator[Check]:
    sentences = _passages(text, span, figures)
    for sentence in sentences:
        if len(sentence.figures) >= _FEWEST:
            yield from vote_sums(sentence)
            yield from list_sums(sentence)
            yield from part_shares(sentence)
            yield from whole_shares(sentence)
            yield from differences(sentence)
    for one, two in itertools.pairwise(sentences):
        if one.figures and two.figures:
            yield from vote_sums(Passage(text, one.start, two.end, [*one.figures, *two.figures]))


def _passages(text: str, span: Span, figures: Sequence[Figure]) -> list[Passage]:
    """Return the sentences of a paragraph that hold figures or stand between such."""
    starts = [figure.span.start for figure in figures]
    passages: list[Passage] = []
    start = span.start
    for stop in (*sentence_ends(text, span), span.end):
        first, last = bisect_left(starts, start), bisect_left(starts, stop)
        passages.append(Passage(text, start, stop, figures[first:last]))
        start = stop
    return passages
