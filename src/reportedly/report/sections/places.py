"""Where things happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Reading
from reportedly.report.amounts import degrees
from reportedly.report.findings.places import Spot, spots
from reportedly.report.groups import Entry
from reportedly.report.sections.section import Section, joined, words_of


def where(reading: Reading, _entries: Sequence[Entry]) -> Iterator[Section]:
    """Yield the section of places, those mentioned most first."""
    ordered = sorted(spots(reading), key=lambda spot: -len(spot.spans))
    yield Section("Where", tuple(_row(reading.article.text, spot) for spot in ordered))


def _row(text: str, spot: Spot) -> tuple[str, str]:
    place = spot.place
    geonames = f"GeoNames {place.geonameid}" if place.geonameid is not None else ""
    words = words_of(text, spot.spans).replace(f"“{place.name}” ×", "×")
    words = "" if words == f"“{place.name}”" else words
    facts = joined(place.country or "", degrees(place.lat, place.lon), geonames, words)
    return place.name, facts
