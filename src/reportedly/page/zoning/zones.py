"""Gives every character of a text a zone: headline, body, caption, boilerplate and so on."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model import Span, Zone, ZoneKind
from reportedly.page.zoning.blocks import Block
from reportedly.page.zoning.captions import credit_start
from reportedly.page.zoning.datelines import city_length, dateline_length
from reportedly.page.zoning.roles import roles_of


def zone_blocks(text: str, blocks: tuple[Block, ...], title: str | None = None) -> tuple[Zone, ...]:
    r"""Return zones that tile `text`: every character is in exactly one; white space after a block belongs to it.

    `title` is the article's title where it is known from elsewhere. A text without blocks is one boilerplate zone.

    >>> text = "Ferry sinks off Orvane\n\nPORT SELLA (MNA) — A ferry sank off Orvane on Monday, the Coast Guard said."
    >>> from reportedly.page.zoning.plain import text_to_blocks
    >>> [zone.kind.value for zone in zone_blocks(text, text_to_blocks(text))]
    ['headline', 'dateline', 'body']
    """
    if not blocks:
        return (Zone(ZoneKind.BOILERPLATE, Span(0, len(text))),) if text else ()
    starts: list[tuple[int, ZoneKind]] = []
    kinds = roles_of(text, blocks, title)
    city = _city(text, [block.span for block, kind in zip(blocks, kinds, strict=True) if kind is ZoneKind.BODY])
    for block, kind in zip(blocks, kinds, strict=True):
        starts += _parts(text, block.span, kind)
        if city and block.span.start == city.start:
            starts[-1:] = [(city.start, ZoneKind.DATELINE), (city.end, ZoneKind.BODY)]
    starts[0] = (0, starts[0][1])
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return tuple(Zone(kind, Span(start, end)) for (start, kind), end in zip(starts, ends, strict=True))


def _city(text: str, paragraphs: list[Span]) -> Span | None:
    """Return where the first paragraph says "CITY: " as a dateline does."""
    if not paragraphs:
        return None
    length = city_length(paragraphs[0].of(text), (span.of(text) for span in paragraphs[1:]))
    start = paragraphs[0].start
    return Span(start, start + length) if length else None


def _parts(text: str, span: Span, kind: ZoneKind) -> Iterator[tuple[int, ZoneKind]]:
    """Yield where each zone of a block starts: a paragraph's dateline and a caption's credit are zones of their own."""
    words = span.of(text)
    if kind is ZoneKind.BODY:
        length = dateline_length(words)
        if length:
            yield span.start, ZoneKind.DATELINE
        yield span.start + length, kind
        return
    yield span.start, kind
    credit = credit_start(words) if kind is ZoneKind.CAPTION else None
    if credit:
        yield span.start + credit, ZoneKind.CREDIT
