"""Readings for the tests of searching: statements given in a few words."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.ledger.inputs.item import Item
from reportedly.ledger.keeping.preparing import prepared_from
from reportedly.ledger.keeping.storing import Moment, store
from reportedly.ledger.ledger import Ledger
from reportedly.model import (
    Article,
    Place,
    Precision,
    Reading,
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

SELLA = Place("p-sella", "Port Sella", 10.5, 20.5, "GB", 4_711, Span(0, 1))
LUME = Place("p-lume", "Lumé", -10.5, -20.5, "FR", None, Span(0, 1))
PLACES = {"sella": SELLA, "lume": LUME}
SENN = Source("senn", "Ivo Senn", (), SourceKind.PERSON, "harbour master", "Port Authority", "GB")
BRANN = Source("brann", "Ada Brann", (), SourceKind.PERSON, "Energy Minister", "Ministry of Energy", "FR")
AUTHORITY = Source("authority", "Orvane Port Authority", (), SourceKind.ORGANIZATION, None, None, "GB")
WITNESSES = Source("witnesses", "witnesses", (), SourceKind.UNNAMED)
SOURCES = {source.id: source for source in (SENN, BRANN, AUTHORITY, WITNESSES)}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a made article: the ids of who speaks and is spoken against, the words, and what is known."""

    source: str
    cue: str
    content: str
    stance: Stance = Stance.SAYS
    kind: StatementKind = StatementKind.INDIRECT
    against: tuple[str, ...] = ()
    said: tuple[str, str] | None = None
    places: tuple[str, ...] = ()
    label: str | None = None
    score: float = 0.9


@dataclass(frozen=True, slots=True)
class Made:
    """An article that is told by what is said in it."""

    said: tuple[Said, ...]
    facts: dict[str, object] = field(default_factory=dict)


def made(*said: Said, **facts: object) -> Made:
    """Return an article; facts are fields of Article, `published` a day or (start, end)."""
    return Made(said, facts)


def reading_of(article: Made) -> Reading:
    """Return the reading of an article that consists of nothing but its statements."""
    text, rows = "", []
    for one in article.said:
        spans = []
        names = " and ".join(SOURCES[name].name for name in one.source.split("+") if name)
        for words in (names, one.cue, one.content):
            spans.append((Span(len(text), len(text) + len(words)),) if words else ())
            text += words + " "
        text = text[:-1] + ".\n"
        rows.append((one, spans))
    published = article.facts.get("published")
    facts = {**article.facts, "published": _when("published", *published) if published else None}
    page = Article(text, **facts)
    whens = [_when(f"w{number}", *one.said) for number, (one, _) in enumerate(rows) if one.said]
    statements = tuple(_statement(page, number, one, spans) for number, (one, spans) in enumerate(rows))
    wording = tuple(
        Wording(Span(0, 1), WordingKind.LABEL, one.label, one.source.split("+")[0]) for one, _ in rows if one.label
    )
    story = Story("s1", None, (Zone(ZoneKind.BODY, Span(0, len(text))),))
    return Reading(
        page, (story,), statements, tuple(SOURCES.values()), tuple(whens), tuple(PLACES.values()), wording=wording
    )


def add(ledger: Ledger, *articles: Made, now: str = "2026-05-20T00:00:00Z") -> list[Reading]:
    """Keep articles, and return their readings."""
    readings = [reading_of(article) for article in articles]
    for reading in readings:
        item = Item("made", Received(reading.article.text.encode("utf-8", "replace"), url=reading.article.url))
        with ledger.writes() as connection:
            store(connection, item, prepared_from(item, reading), Moment(now, "made"))
    return readings


def _statement(page: Article, number: int, one: Said, spans: list[tuple[Span, ...]]) -> Statement:
    return Statement(
        statement_id(page, spans),
        "s1",
        one.kind,
        one.stance,
        *spans,
        one.score,
        "made",
        sources=tuple(name for name in one.source.split("+") if name),
        against=one.against,
        said=f"w{number}" if one.said else None,
        places=tuple(PLACES[name].id for name in one.places),
    )


def _when(name: str, start: str, end: str) -> When:
    return When(name, start, end, Precision.DAY, WhenBasis.TEXT)


DAY = ("2026-05-14", "2026-05-15")
ARTICLES = (
    made(
        Said("senn", "said", "the cable was cut by an anchor", said=DAY, places=("sella",), label="veteran"),
        Said("brann", "accused", "the Port Authority of hiding a report", Stance.ACCUSES, against=("authority",)),
        Said("authority", "denied", "hiding any report", Stance.DENIES, said=("2026-05-13T09:30", "2026-05-13T10:30")),
        publisher="The Sella Courier",
        title="Cable cut",
        url="https://courier.example/cable",
        published=DAY,
    ),
    made(
        Said("witnesses", "said", "an anchor cut through the cable", score=0.4, kind=StatementKind.MIXED),
        Said("senn+brann", "told reporters", "“Boats will sail”", kind=StatementKind.DIRECT, places=("lume", "sella")),
        Said("", "reportedly", "built in 1988", score=0.6),
        publisher="Lumé Wire",
        title="Boats",
        url="http://www.wire.example/boats?a=1",
        published=("2026-04-01", "2026-06-01"),
    ),
)
