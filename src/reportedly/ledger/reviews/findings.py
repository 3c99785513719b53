"""The sources, times and places of a reading, and those that reviews bring in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from reportedly.ledger.reviews.review import Value
from reportedly.ledger.reviews.snapshot import described_source, interval, spans_in
from reportedly.model import Place, Precision, Reading, Source, SourceKind, Span, Statement, Story, When, WhenBasis


class _Located(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def span(self) -> Span | None: ...


class Findings:
    """What a reading has found, joined by what reviews speak of and it has not."""

    def __init__(self, reading: Reading) -> None:
        self.length = len(reading.article.text)
        self._stories = reading.stories
        self._figures = reading.figures
        self.sources = reading.sources
        self.whens = reading.whens
        self.places = reading.places

    def laid_over(self, reading: Reading) -> Reading:
        """Return the reading with all sources, times and places that are known now."""
        return replace(reading, sources=self.sources, whens=self.whens, places=self.places)

    def known(self, told: Value) -> str | None:
        """Return the id, within the reading, of the source that a review describes; None where it is not found.

        It is the one with the same mentions, first of all if it has the same name, too; else the one of that name, for
        ids and mentions may be others after another reading. One described without mentions, an entity of the ledger,
        must be described in all the same words.
        """
        mentions = set(spans_in(told["mentions"]))
        if not mentions:
            same = (source for source in self.sources if _described(source) == {**told, "mentions": None})
            return next((source.id for source in same), None)
        best: tuple[bool, bool, int] = (False, False, 0)
        found = None
        for source in self.sources:
            shared = len(mentions.intersection(source.mentions))
            rank = (shared > 0, source.name == told["name"], shared)
            if rank > best:
                best, found = rank, source.id
        return found

    def ids_of(self, described: Iterable[Value]) -> tuple[str, ...]:
        """Return the ids of the sources that a review describes; those that the reading has not are brought in."""
        return tuple(dict.fromkeys(self.known(told) or self._brought_in(told) for told in described))

    def when(self, told: Mapping[str, str] | None) -> str | None:
        """Return the id of a time that a review tells."""
        if told is None:
            return None
        found = next((when.id for when in self.whens if interval(when) == told), None)
        if found is None:
            found = f"review-when-{len(self.whens) + 1}"
            precision = Precision(told["precision"])
            self.whens = (*self.whens, When(found, told["start"], told["end"], precision, WhenBasis.METADATA))
        return found

    def with_place(self, statement: Statement, told: Value, *, pinned: bool) -> Statement:
        """Return a statement with a place that a review tells among those of its content, or without it."""
        named = {place.id: place for place in self.places}
        others = tuple(one for one in statement.places if one in named and not is_same_place(named[one], told))
        if not pinned:
            return replace(statement, places=others)
        if len(others) < len(statement.places):
            return statement
        span = Span(*told["span"]) if told["span"] else _first(statement)
        if span.end > self.length:
            span = _first(statement)
        place = Place(
            id=f"review-place-{len(self.places) + 1}",
            name=told["name"],
            lat=told["lat"],
            lon=told["lon"],
            country=told["country"],
            geonameid=told["geonameid"],
            span=span,
        )
        self.places = (*self.places, place)
        return replace(statement, places=(*statement.places, place.id))

    def settled(self, statement: Statement, told: Value) -> Statement:
        """Return a statement of a snapshot with what this reading knows of its words, sources and time."""
        sources, against, chain = (self.ids_of(told.get(name, ())) for name in ("sources", "against", "chain"))
        said = self.when(told.get("said"))
        named = replace(statement, sources=sources, against=against, chain=chain or sources, said=said)
        return self.detailed(named)

    def detailed(self, statement: Statement) -> Statement:
        """Return a statement with the story that it stands in, and the times, places and figures in its content."""
        return replace(
            statement,
            story=_story(self._stories, _first(statement)),
            whens=_inside(self.whens, statement.content),
            places=_inside(self.places, statement.content),
            figures=_inside(self._figures, statement.content),
        )

    def _brought_in(self, told: Value) -> str:
        source = Source(
            id=f"review-source-{len(self.sources) + 1}",
            name=told["name"],
            mentions=tuple(span for span in spans_in(told["mentions"]) if span.end <= self.length),
            kind=SourceKind(told["kind"]),
            role=told["role"],
            affiliation=told["affiliation"],
            country=told["country"],
        )
        self.sources = (*self.sources, source)
        return source.id


def is_same_place(place: Place, told: Value) -> bool:
    """Tell whether a place is the one that a review means: by its GeoNames number, else by name and country."""
    if told["geonameid"] or place.geonameid:
        return bool(told["geonameid"] == place.geonameid)
    return (place.name, place.country) == (told["name"], told["country"])


def _described(source: Source) -> dict[str, Any]:
    return {**described_source(source), "mentions": None}


def _first(statement: Statement) -> Span:
    return next(iter((*statement.content, *statement.cue, *statement.source)), Span(0, 0))


def _story(stories: Sequence[Story], span: Span) -> str:
    for story in stories:
        if any(zone.span.overlaps(span) for zone in story.zones):
            return story.id
    return stories[0].id if stories else ""


def _inside(found: Sequence[_Located], content: Sequence[Span]) -> tuple[str, ...]:
    """Return the ids of what stands within one of the spans, in order of the text."""
    placed = sorted((one.span, one.id) for one in found if one.span is not None)
    return tuple(dict.fromkeys(one for outer in content for span, one in placed if outer.covers(span)))
