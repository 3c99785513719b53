"""Makes the rows that are searched from a reading: a function of the reading and of what reviews say, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.ledger.sources.keys import name_key
from reportedly.model import Place, Reading, Source, SourceKind, Span, Statement, When, WordingKind

_MINUTES = len("2026-05-14T09:30")
_SEPARATOR = " … "


# GeoNames number or 0, name, country or empty, latitude, longitude
PlaceKey = tuple[int, str, str, float, float]

# the columns of the table of statements that hold something of the statement itself
COLUMNS = (
    "statement_id", "ordinal", "kind", "stance", "reporter", "voice", "published_start", "published_end", "said_start",
    "said_end", "score", "verdict", "reviewed", "parent", "denies", "source", "cue", "content",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """How an article gives a source, as a row: absent values are empty text.

    `apart` is the article's id and the source's own, where the source is never taken for one of another article.
    """

    name_key: str
    apart: str
    name: str
    kind: str
    role: str
    affiliation: str
    country: str


@dataclass(frozen=True, slots=True)
class Party:
    """Who has a part in a statement: as source, in the chain, or as the one it is against and how that one answers."""

    role: str
    ordinal: int
    profile: ProfileRow
    local: str
    answered: str | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """What the index says of one statement; `columns` are those of the table, without keys."""

    columns: Mapping[str, str | int | float | bool | None]
    parties: tuple[Party, ...]
    places: frozenset[PlaceKey]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Corrections:
    """What people have said of the statements and sources of one article.

    `verdicts` maps a statement's id to "right" or "wrong", `reviewed` are the ids that any review is about, and
    `apart` are the ids of sources that are not those of their name in other articles.
    """

    verdicts: Mapping[str, str] = field(default_factory=dict)
    reviewed: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()


NO_CORRECTIONS = Corrections()


def index_rows(reading: Reading, corrections: Corrections = NO_CORRECTIONS) -> tuple[StatementRow, ...]:
    """Return the rows of a reading's statements, in the order of the text."""
    return _Indexer(reading, corrections).rows()


class _Indexer:
    def __init__(self, reading: Reading, corrections: Corrections) -> None:
        self.reading = reading
        self.corrections = corrections
        self.text = reading.article.text
        self.whens = {when.id: when for when in reading.whens}
        self.places = {place.id: place for place in reading.places}
        self.sources = {source.id: source for source in reading.sources}
        self.profiles = {source.id: self._profile(source) for source in reading.sources}
        self.labels: dict[str, list[str]] = {}
        for wording in reading.wording:
            if wording.kind is WordingKind.LABEL and wording.about:
                self.labels.setdefault(wording.about, []).append(wording.term)
        self.answers = {(one.statement, one.accused): one.answered for one in reading.unheard}

    def rows(self) -> tuple[StatementRow, ...]:
        return tuple(self._row(ordinal, statement) for ordinal, statement in enumerate(self.reading.statements))

    def _row(self, ordinal: int, statement: Statement) -> StatementRow:
        published = self.reading.article.published
        said = self.whens.get(statement.said or "")
        columns: dict[str, str | int | float | bool | None] = {
            "statement_id": statement.id,
            "ordinal": ordinal,
            "kind": statement.kind.value,
            "stance": statement.stance.value,
            "reporter": statement.reporter.value,
            "voice": self._voice(statement),
            **_interval("published", published),
            **_interval("said", said),
            "score": statement.score,
            "verdict": self.corrections.verdicts.get(statement.id),
            "reviewed": statement.id in self.corrections.reviewed,
            "parent": statement.parent,
            "denies": statement.denies,
            "source": self._words(statement.source),
            "cue": self._words(statement.cue),
            "content": self._words(statement.content),
        }
        return StatementRow(columns, self._parties(statement), self._places(statement), self._labels(statement))

    def _words(self, spans: tuple[Span, ...]) -> str:
        return _SEPARATOR.join(span.of(self.text) for span in spans)

    def _voice(self, statement: Statement) -> str:
        kinds = {self.sources[one].kind for one in statement.sources if one in self.sources}
        if not kinds:
            return "none"
        return "unnamed" if kinds == {SourceKind.UNNAMED} else "named"

    def _parties(self, statement: Statement) -> tuple[Party, ...]:
        roles = (("source", statement.sources), ("against", statement.against), ("chain", statement.chain))
        return tuple(
            Party(role, ordinal, self.profiles[one], one, self._answer(role, statement.id, one))
            for role, ids in roles
            for ordinal, one in enumerate(ids)
            if one in self.profiles
        )

    def _answer(self, role: str, statement: str, accused: str) -> str | None:
        return self.answers.get((statement, accused)) if role == "against" else None

    def _places(self, statement: Statement) -> frozenset[PlaceKey]:
        return frozenset(_place(self.places[one]) for one in statement.places if one in self.places)

    def _labels(self, statement: Statement) -> frozenset[str]:
        actors = (*statement.sources, *statement.against)
        return frozenset(term for one in actors for term in self.labels.get(one, ()))

    def _profile(self, source: Source) -> ProfileRow:
        key = name_key(source)
        own = key is None or source.id in self.corrections.apart
        return ProfileRow(
            name_key=key or source.name.casefold(),
            apart=f"{self.reading.article.id}/{source.id}" if own else "",
            name=source.name,
            kind=source.kind.value,
            role=source.role or "",
            affiliation=source.affiliation or "",
            country=source.country or "",
        )


def _place(place: Place) -> PlaceKey:
    return place.geonameid or 0, place.name, place.country or "", place.lat, place.lon


def _interval(name: str, when: When | None) -> dict[str, str | None]:
    return {
        f"{name}_start": local_minute(when.start) if when else None,
        f"{name}_end": local_minute(when.end) if when else None,
    }


def local_minute(moment: str) -> str:
    """Return an ISO 8601 date or time as local wall time to the minute, without its offset.

    >>> local_minute("2026-05-14"), local_minute("2026-05-14T09:30+01:00")
    ('2026-05-14T00:00', '2026-05-14T09:30')
    """
    return moment[:_MINUTES] if "T" in moment else f"{moment}T00:00"
