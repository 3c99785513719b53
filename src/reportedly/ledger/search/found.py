"""What a search gives: a page of statements, how many there are, and what they have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from reportedly.errors import BadQuery

MOST_ROWS = 1_000


class SortKey(StrEnum):
    """What the statements found are ordered by."""

    PUBLISHED = "published"
    SAID = "said"
    SCORE = "score"
    ADDED = "added"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of statements; those without a value come last, and equal ones in the order of their ids."""

    key: SortKey = SortKey.PUBLISHED
    descending: bool = True

    @classmethod
    def of(cls, text: str) -> Sort:
        """Return the order that a text names: a key, with "-" before it for the greatest first. Raises BadQuery.

        >>> Sort.of("-score")
        Sort(key=<SortKey.SCORE: 'score'>, descending=True)
        """
        name = text.removeprefix("-")
        if name not in tuple(SortKey):
            raise BadQuery(f"unknown order “{text}”; write one of: {', '.join(SortKey)}, or -{name} for the last first")
        return cls(SortKey(name), descending=name != text)

    def __str__(self) -> str:
        return f"{'-' * self.descending}{self.key}"


@dataclass(frozen=True, slots=True)
class Page:
    """Which of the statements found are given: `size` of them, behind the first `offset`. Raises BadQuery."""

    size: int = 20
    offset: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.size <= MOST_ROWS or self.offset < 0:
            raise BadQuery(f"a page has up to {MOST_ROWS:,} statements, and begins at 0 or later")


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body of the ledger, by the name under which all of its statements are found."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """One statement as a list shows it. Times are local wall time to the minute, half-open."""

    statement_id: str
    article_id: str
    title: str | None
    publisher: str | None
    url: str | None
    file: str | None
    published_start: str | None
    published_end: str | None
    said_start: str | None
    said_end: str | None
    kind: str
    stance: str
    reporter: str
    voice: str
    source: str
    cue: str
    content: str
    score: float
    verdict: str | None
    speakers: tuple[Actor, ...] = ()
    against: tuple[Actor, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the row as JSON-ready values."""
        return _plain(asdict(self))


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: `value` as a query takes it, the name that a person reads, and how many statements."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values of a field among the statements counted, and how many values more there are."""

    field: str
    values: tuple[Value, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What the statements found have in common.

    `counted` is how many of them were counted: all, or where they are very many, a sample that is the same each time,
    those whose ids come first; ids being digests, it favours none.
    """

    counted: int
    facets: tuple[Facet, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the facets as JSON-ready values, by their fields."""
        return {"counted": self.counted, **{facet.field: _plain(asdict(facet)) for facet in self.facets}}


@dataclass(frozen=True, slots=True)
class Found:
    """How many statements a query finds, one page of them, and facets where they were asked for."""

    total: int
    rows: tuple[Row, ...]
    facets: Facets | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as JSON-ready values."""
        return {
            "total": self.total,
            "rows": [row.to_dict() for row in self.rows],
            "facets": self.facets.to_dict() if self.facets else None,
        }


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
