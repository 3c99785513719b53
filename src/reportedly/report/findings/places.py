"""The places of an article, one for all mentions of it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Place, Reading, Span


@dataclass(frozen=True, slots=True)
class Spot:
    """One place with its number, counted from 1 in order of first mention, and the spans that mention it."""

    number: int
    place: Place
    spans: tuple[Span, ...]


def spots(reading: Reading) -> tuple[Spot, ...]:
    """Return the places of an article in order of first mention."""
    found: dict[tuple[int | None, str, float, float], list[Place]] = {}
    for place in sorted(reading.places, key=lambda place: place.span):
        found.setdefault((place.geonameid, place.name, place.lat, place.lon), []).append(place)
    return tuple(
        Spot(number, mentions[0], tuple(mention.span for mention in mentions))
        for number, mentions in enumerate(found.values(), start=1)
    )
