"""All that one page shows, worked out once: entries, signs, and what was found beside statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.model import Reading, Span, WhenBasis, WordingKind
from reportedly.report.amounts import amount, degrees
from reportedly.report.findings.figures import Count, counts
from reportedly.report.findings.places import Spot, spots
from reportedly.report.findings.speakers import Speaker, speakers
from reportedly.report.findings.timeline import Moment, timeline
from reportedly.report.findings.wordings import SAYS, Actor, Term, actors
from reportedly.report.groups import Entry, numbered
from reportedly.report.html.found import Found, Kind, runs
from reportedly.report.html.signs import Sign, card_anchor, signs_of
from reportedly.report.times import spoken

NOBODY = "Nobody named"


@dataclass(frozen=True, slots=True)
class View:
    """A reading with everything in the order and under the numbers that the page gives it, counted from 1.

    `sign` has, by the id of a source, the sign under which it speaks for itself, else with others; `moment` has, by the
    id of a When, the number of its moment.
    """

    reading: Reading
    entries: tuple[Entry, ...]
    signs: tuple[Sign, ...]
    speakers: tuple[Speaker, ...]
    moments: tuple[Moment, ...]
    spots: tuple[Spot, ...]
    counts: tuple[Count, ...]
    actors: tuple[Actor, ...]
    sign: Mapping[str | None, Sign]
    moment: Mapping[str, int]

    @property
    def text(self) -> str:
        """Return the article's text."""
        return self.reading.article.text

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Return the spans that an inferred time of publication rests on."""
        published = self.reading.article.published
        return published.evidence if published and published.basis is WhenBasis.INFERRED else ()

    def terms(self) -> Iterator[tuple[int, Actor, WordingKind, Term]]:
        """Yield every term of wording with its number, whom it is about and its kind."""
        number = 0
        for actor in self.actors:
            for kind, terms in actor.terms.items():
                for term in terms:
                    number += 1
                    yield number, actor, kind, term

    def to_statements(self, numbers: tuple[int, ...]) -> str:
        """Return the numbers of statements, each linked to its card."""
        return ", ".join(
            f'<a class="to" href="#{card_anchor(self.entries[number - 1].statement)}">{number}</a>'
            for number in numbers
        )

    def until(self) -> str | None:
        """Return the end of the day of publication."""
        return self.reading.article.published.end if self.reading.article.published else None

    def found(self) -> tuple[Found, ...]:
        """Return what the article is marked with beside statements, by where it starts."""
        return tuple(sorted(self._found(), key=lambda found: found.span))

    def _found(self) -> Iterator[Found]:
        text = self.text
        for number, moment in enumerate(self.moments, start=1):
            yield from runs(text, Kind.WHEN, number, moment.spans, spoken(moment.when, self.until()))
        for spot in self.spots:
            says = f"{spot.place.name}, {degrees(spot.place.lat, spot.place.lon)}"
            yield from runs(text, Kind.PLACE, spot.number, spot.spans, says)
        for count in self.counts:
            yield from runs(text, Kind.FIGURE, count.number, [count.figure.span], amount(count.figure))
        for number, actor, kind, term in self.terms():
            yield from runs(text, Kind.WORDING, number, term.spans, f"{actor.name or NOBODY}: {SAYS[kind]}")
        for number, speaker in enumerate(self.speakers, start=1):
            yield from runs(text, Kind.MENTION, number, speaker.source.mentions, speaker.source.name)
        yield from runs(text, Kind.EVIDENCE, 1, self.evidence, "tells when the article was published")


def view_of(reading: Reading) -> View:
    """Return the view of a reading."""
    text, entries = reading.article.text, numbered(reading)
    signs, moments = signs_of(text, entries), timeline(reading, entries)
    return View(
        reading,
        entries,
        signs,
        speakers(reading, entries),
        moments,
        spots(reading),
        counts(reading, entries),
        actors(reading),
        _sign_by_source(signs),
        {when: number for number, moment in enumerate(moments, start=1) for when in moment.ids},
    )


def _sign_by_source(signs: tuple[Sign, ...]) -> Mapping[str | None, Sign]:
    found: dict[str | None, Sign] = {}
    # those who speak alone come last and have the last word
    for sign in sorted(signs, key=lambda sign: -len(sign.group.sources)):
        found.update(dict.fromkeys(sign.group.sources, sign))
    return found
