"""Places: names in a text resolved to coordinates, country and GeoNames id, offline and by what the story says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from reportedly.lexicon import load
from reportedly.model import Page, Place, Span, Story, ZoneKind
from reportedly.reading.countries import people_of
from reportedly.reading.names import Name, NameKind
from reportedly.reading.places.gazetteer import Entry
from reportedly.reading.places.mentions import Mention, place_mentions
from reportedly.reading.places.missed import with_missed
from reportedly.reading.places.resolution import resolve

__all__ = ["country_of_address", "read_places"]

# zones that hold no story: places in them are none of its
_SILENT = frozenset({ZoneKind.BOILERPLATE, ZoneKind.SECTION, ZoneKind.CREDIT, ZoneKind.BYLINE})


def read_places(page: Page, names: Sequence[Name]) -> tuple[Place, ...]:
    """Return the places that names of a page mean, one a mention, in the order of the text.

    Only names tagged as places count, in the zones that tell a story; those that the index does not have, or that
    probably mean a place which it does not have, are left out. A caption says nothing about the story's places.
    """
    domain = country_of_address(page.article.url)
    found = [pair for story in page.stories for pair in _told(page.article.text, story, names, domain)]
    found.sort(key=lambda pair: pair[0])
    return tuple(
        Place(f"place-{number}", entry.name, entry.lat, entry.lon, entry.country, entry.geonameid, span)
        for number, (span, entry) in enumerate(found, start=1)
    )


def country_of_address(url: str | None) -> str | None:
    """Return the country whose ending the host of an address has, or None.

    >>> country_of_address("https://news.example.co.uk/orla"), country_of_address("https://example.com/")
    ('GB', None)
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    ending = host.rpartition(".")[2]
    endings = load("countries")["addresses"]
    code = endings["other"].get(ending, ending.upper())
    return code if code in load("countries")["country"] and ending not in endings["anybody"] else None


def _told(text: str, story: Story, names: Sequence[Name], domain: str | None) -> Iterable[tuple[Span, Entry]]:
    """Return the places of a story: those of its flow by itself, those of its captions by the flow and all captions."""
    flow = [zone.span for zone in story.zones if zone.kind not in _SILENT | {ZoneKind.CAPTION}]
    captions = [zone.span for zone in story.zones if zone.kind is ZoneKind.CAPTION]
    inside = with_missed(text, _inside(names, flow), flow)
    mentions = place_mentions(text, inside)
    yield from _resolved(mentions, _peoples(text, inside), domain)
    shown = with_missed(text, _inside(names, captions), captions)
    if added := place_mentions(text, shown):
        both = _resolved([*mentions, *added], _peoples(text, [*inside, *shown]), domain)
        yield from (pair for pair in both if any(caption.covers(pair[0]) for caption in captions))


def _inside(names: Iterable[Name], spans: Sequence[Span]) -> list[Name]:
    return [name for name in names if any(span.covers(name.span) for span in spans)]


def _peoples(text: str, names: Iterable[Name]) -> list[str]:
    """Return the countries whose people or things a story names, each once."""
    codes = (people_of(name.span.of(text)) for name in names if name.kind is NameKind.PEOPLE)
    return list(dict.fromkeys(code for code in codes if code))


def _resolved(mentions: Sequence[Mention], peoples: Sequence[str], domain: str | None) -> list[tuple[Span, Entry]]:
    entries = resolve(mentions, peoples, domain)
    return [(mention.span, entry) for mention, entry in zip(mentions, entries, strict=True) if entry is not None]
