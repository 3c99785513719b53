"""Reads the figures of a page, zone by zone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model import Figure, Page, Span, Zone, ZoneKind
from reportedly.reading.figures.bare import with_units
from reportedly.reading.figures.quantities import quantities
from reportedly.reading.figures.quantity import Quantity
from reportedly.reading.figures.ranges import joined
from reportedly.text import sentence_ends

_READ = frozenset(
    {ZoneKind.HEADLINE, ZoneKind.STANDFIRST, ZoneKind.DATELINE, ZoneKind.BODY, ZoneKind.SUBHEADING, ZoneKind.CAPTION}
)
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
# a title writes most of its long words with a capital
_TITLED = 0.7
_LOOKED_AT = 400


def read_figures(page: Page) -> tuple[Figure, ...]:
    """Return the figures of a page's stories in the order of the text, with ids figure-1, figure-2 and so on.

    Headlines, standfirsts, bodies, subheadings and captions are read, each zone alone. Spans refer to the whole text.
    """
    text = page.article.text
    found = [
        (zone.span.start, quantity)
        for zone in read_zones(page)
        for quantity in quantities_in(zone.span.of(text), title=zone.kind in {ZoneKind.HEADLINE, ZoneKind.SUBHEADING})
    ]
    return tuple(_figure(number, offset, quantity) for number, (offset, quantity) in enumerate(found, 1))


def read_zones(page: Page) -> Iterator[Zone]:
    """Yield the zones that figures are looked for in, in the order of the text."""
    for story in page.stories:
        for zone in story.zones:
            if zone.kind in _READ:
                yield zone


def quantities_in(text: str, *, title: bool = False) -> list[Quantity]:
    """Return the quantities of a paragraph in order, with their units; ranges are one."""
    found = list(quantities(text, titled=title and _is_titled(text)))
    if not found:
        return []
    return with_units(text, joined(text, found), [*sentence_ends(text, Span(0, len(text))), len(text)])


def _is_titled(text: str) -> bool:
    words = _LONG_WORD.findall(text[:_LOOKED_AT])
    return bool(words) and sum(word[0].isupper() for word in words) >= _TITLED * len(words)


def _figure(number: int, offset: int, quantity: Quantity) -> Figure:
    return Figure(
        id=f"figure-{number}",
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit,
        of=" ".join(quantity.of.split()) if quantity.of else None,
        approximate=quantity.approximate,
        span=Span(offset + quantity.start, offset + quantity.end),
    )
