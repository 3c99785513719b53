"""Makes a ledger of invented articles, for measuring what a large one costs.

    python -m benchmarks.made_ledger LEDGER [ARTICLES]

LEDGER is a path or a postgresql:// URL; 100,000 articles are the default, with some ten statements each. Articles are
made as readings, without the models, and stored as `add` stores them, several in one transaction. The same number of
articles gives the same ledger.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np

from benchmarks.made_world import CUES, STANCE_SHARES, Actor, Spot, World
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.keeping.preparing import Prepared, prepared_from
from reportedly.ledger.keeping.storing import Moment, store
from reportedly.ledger.ledger import Ledger
from reportedly.model import (
    Article,
    Place,
    Precision,
    Reading,
    Reporter,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    When,
    WhenBasis,
    Wording,
    WordingKind,
    Zone,
    ZoneKind,
    statement_id,
)
from reportedly.page.arrival.received import Received

ARTICLES = 100_000
_AT_ONCE = 200
_FIRST_DAY = date(2016, 1, 1)
_DAYS = 3_650
_STANCES = tuple(CUES)
_SHARES = np.cumsum(np.array(STANCE_SHARES) / sum(STANCE_SHARES))
_AGAINST = frozenset({Stance.ACCUSES, Stance.WARNS, Stance.THREATENS})
_REPORTERS = {Stance.CONFIRMS: Reporter.COMMITS, Stance.CLAIMS: Reporter.DISTANCES, Stance.ALLEGES: Reporter.DISTANCES}
_READER = "made"


def readings(count: int, world: World | None = None, first: int = 0) -> Iterator[Reading]:
    """Yield the readings of articles `first` and on of the made ledger; each depends on its number alone."""
    world = world or World()
    for number in range(first, first + count):
        yield _Writer(world, number).reading()


def prepared(reading: Reading) -> tuple[Item, Prepared]:
    """Return what the workers of `add` would have made of an article."""
    article = reading.article
    item = Item(article.url or "made", Received(article.text.encode(), url=article.url))
    return item, prepared_from(item, reading)


def fill(ledger: Ledger, count: int, world: World | None = None, *, tell: bool = False) -> None:
    """Store the first `count` articles; `tell` prints how fast."""
    moment = Moment("2026-05-14T09:30:00Z", _READER)
    begun = time.perf_counter()
    world = world or World()
    for first in range(0, count, _AT_ONCE):
        with ledger.writes() as connection:
            for reading in readings(min(_AT_ONCE, count - first), world, first):
                store(connection, *prepared(reading), moment)
        if tell and first % 5_000 == 0:
            done = first + _AT_ONCE
            print(f"{done:8} articles, {done / (time.perf_counter() - begun):6.0f} a second", flush=True)


@dataclass(slots=True)
class _Writer:
    """Writes one article and, as it goes, what a reader would find in it."""

    world: World
    number: int
    text: str = ""
    statements: list[Statement] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    whens: list[When] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    wording: list[Wording] = field(default_factory=list)

    def reading(self) -> Reading:
        rng = np.random.default_rng((7, self.number))
        publisher = self.world.publishers.draw(rng, 1)[0]
        day = _FIRST_DAY + timedelta(days=int(rng.integers(_DAYS)))
        published = _day("published", day, WhenBasis.METADATA) if rng.random() < 0.97 else None
        host = publisher.removeprefix("The ").replace(" ", "").lower()
        title = " ".join(self.world.words.draw(rng, 7)).capitalize()
        article = Article(
            "",
            url=f"https://{host}.example/{day:%Y/%m}/{self.number}",
            publisher=publisher,
            title=title,
            language="en",
            published=published,
        )
        self._put(title + "\n\n")
        cast = [(actor, actor.roles[int(rng.random() * len(actor.roles))]) for actor in self.world.actors.draw(rng, 5)]
        rows = [self._sentence(rng, cast, day) for _ in range(int(rng.integers(6, 15)))]
        return self._finished(article, rows)

    def _put(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def _sentence(self, rng: np.random.Generator, cast: list[tuple[Actor, str | None]], day: date) -> Statement:
        """Write a sentence of narration and one that somebody says; return the latter without its id."""
        draw = rng.random(8).tolist()
        self._put(" ".join(self.world.words.draw(rng, int(rng.integers(8, 18)))).capitalize() + ". ")
        stance = _STANCES[int(np.searchsorted(_SHARES, draw[0]))]
        speaker = self._source(rng, *cast[int(draw[1] * draw[1] * len(cast))])
        source = self._put(" ".join(part for part in (speaker.role, speaker.name) if part))
        self.sources[speaker.id] = _mentioned(speaker, source)
        self._put(" ")
        cue = self._put(CUES[stance][int(draw[2] * len(CUES[stance]))])
        self._put(" ")
        against: tuple[str, ...] = ()
        start = len(self.text)
        if stance in _AGAINST:
            accused = self._source(rng, *cast[int(draw[3] * len(cast))])
            self.sources[accused.id] = _mentioned(accused, self._put(accused.name))
            self._put(" of ")
            against = (accused.id,)
        kind = (StatementKind.INDIRECT, StatementKind.DIRECT, StatementKind.MIXED)[min(2, int(draw[4] * 2.4))]
        quote = "“" if kind is StatementKind.DIRECT else ""
        self._put(quote + self._words(rng))
        places = self._place(rng) if draw[5] < 0.4 else ()
        if quote:
            self._put("”")
        content = Span(start, len(self.text))
        self._put(".\n\n")
        if draw[6] < 0.1:
            span = Span(source.start, source.start + 1)
            self.wording.append(Wording(span, WordingKind.LABEL, self.world.labels.draw(rng, 1)[0], speaker.id))
        said = None
        if draw[7] < 0.7:
            said = f"when-{len(self.whens) + 1}"
            self.whens.append(_day(said, day - timedelta(days=int(draw[7] * 10)), WhenBasis.TEXT))
        return Statement(
            "", "s1", kind, stance, (source,), (cue,), (content,), round(0.4 + 0.6 * draw[6], 4), _READER,
            reporter=_REPORTERS.get(stance, Reporter.NEUTRAL), sources=(speaker.id,), against=against, said=said,
            places=places,
        )  # fmt: skip

    def _words(self, rng: np.random.Generator) -> str:
        words = self.world.words.draw(rng, int(rng.integers(8, 30)))
        if rng.random() < 0.5:
            words.insert(len(words) // 2, self.world.collocations.draw(rng, 1)[0])
        return " ".join(words)

    def _source(self, rng: np.random.Generator, actor: Actor, role: str | None) -> Source:
        known = self.sources.get(f"source-{actor.name}")
        return known or Source(
            f"source-{actor.name}",
            actor.name,
            (),
            actor.kind,
            role if actor.kind is SourceKind.PERSON else None,
            actor.affiliation,
            actor.country if rng.random() < 0.8 else None,
        )

    def _place(self, rng: np.random.Generator) -> tuple[str, ...]:
        spot: Spot = self.world.spots.draw(rng, 1)[0]
        self._put(" in ")
        name = f"place-{len(self.places) + 1}"
        span = self._put(spot.name)
        self.places.append(Place(name, spot.name, spot.lat, spot.lon, spot.country, spot.geonameid, span))
        return (name,)

    def _finished(self, article: Article, rows: list[Statement]) -> Reading:
        article = replace(article, text=self.text)
        statements = tuple(replace(row, id=statement_id(article, (row.source, row.cue, row.content))) for row in rows)
        story = Story("s1", None, (Zone(ZoneKind.BODY, Span(0, len(self.text))),))
        return Reading(
            article, (story,), statements, tuple(self.sources.values()), tuple(self.whens), tuple(self.places),
            wording=tuple(self.wording),
        )  # fmt: skip


def _mentioned(source: Source, span: Span) -> Source:
    return replace(source, mentions=(*source.mentions, span))


def _day(name: str, day: date, basis: WhenBasis) -> When:
    return When(name, day.isoformat(), (day + timedelta(days=1)).isoformat(), Precision.DAY, basis)


def main(arguments: list[str]) -> int:
    """Fill the ledger that is named."""
    with Ledger.open(arguments[0]) as ledger:
        fill(ledger, int(arguments[1]) if len(arguments) > 1 else ARTICLES, tell=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
