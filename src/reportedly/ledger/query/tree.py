"""What a query means, as a small tree: words, conditions on fields, and how they are joined. No SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias


class Field(StrEnum):
    """What a query can ask of a statement."""

    TEXT = "text"
    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"
    AGAINST = "against"
    ROLE = "role"
    LABEL = "label"
    PUBLISHER = "publisher"
    PLACE = "place"
    COUNTRY = "country"
    KIND = "kind"
    STANCE = "stance"
    REPORTER = "reporter"
    VOICE = "voice"
    REVIEW = "review"
    URL = "url"
    ARTICLE = "article"
    STATEMENT = "statement"
    SAID = "said"
    PUBLISHED = "published"
    ADDED = "added"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Words:
    """Words in the form of `ledger.words`; `prefix` tells that the last one may go on ("miss*").

    In the fields text, content and cue they stand next to one another, in this order. In the others, which are names,
    each of them is there, wherever.
    """

    field: Field
    words: tuple[str, ...]
    prefix: bool = False

    def __str__(self) -> str:
        told = " ".join(self.words) + "*" * self.prefix
        quoted = f'"{told}"' if len(self.words) > 1 else told
        return quoted if self.field is Field.TEXT else f"{self.field}:{quoted}"


@dataclass(frozen=True, slots=True)
class Exactly:
    """A field that has one of its fixed values, a code, an id or the beginning of an id or address."""

    field: Field
    value: str

    def __str__(self) -> str:
        return f'{self.field}:"{self.value}"' if self.field is Field.URL else f"{self.field}:{self.value}"


@dataclass(frozen=True, slots=True)
class During:
    """A time that overlaps the days [start, end); None where it is open."""

    field: Field
    start: date | None
    end: date | None

    def __str__(self) -> str:
        return f"{self.field}:{_unit(self.start, self.end) or f'{self._first()}..{self._last()}'}"

    def _first(self) -> str:
        return self.start.isoformat() if self.start else ""

    def _last(self) -> str:
        return (self.end - timedelta(days=1)).isoformat() if self.end else ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A time that is not known."""

    field: Field

    def __str__(self) -> str:
        return f"{self.field}:unknown"


@dataclass(frozen=True, slots=True)
class Score:
    """A score held against a number; `sign` is one of <, <=, > and >=."""

    sign: str
    value: float

    @property
    def field(self) -> Field:
        """Return the only field that holds a score."""
        return Field.SCORE

    def __str__(self) -> str:
        return f"{Field.SCORE}:{self.sign}{self.value!r}"


@dataclass(frozen=True, slots=True)
class Not:
    """What the part does not hold of."""

    part: Node

    def __str__(self) -> str:
        return f"-({self.part})" if isinstance(self.part, And | Or) else f"-{self.part}"


@dataclass(frozen=True, slots=True)
class And:
    """What all parts hold of; two at least, none of them an And."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """What any of the parts holds of; two at least, none of them an Or."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.parts))


Leaf: TypeAlias = Words | Exactly | During | Unknown | Score
Node: TypeAlias = Leaf | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """What to find; every statement where `root` is None. Its text parses to the same query."""

    root: Node | None = None

    def __str__(self) -> str:
        return "" if self.root is None else str(self.root)


def all_of(parts: list[Node]) -> Node:
    """Return the parts joined by AND, those that are an And themselves taken apart."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, And) else (part,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def any_of(parts: list[Node]) -> Node:
    """Return the parts joined by OR, those that are an Or themselves taken apart."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, Or) else (part,))]
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def none_of(part: Node) -> Node:
    """Return what the part does not hold of; what is denied twice holds."""
    return part.part if isinstance(part, Not) else Not(part)


def _unit(start: date | None, end: date | None) -> str | None:
    """Return the year, month or day that the days make up, None where they make up none of these."""
    if start is None or end is None:
        return None
    if (start.month, start.day, end) == (1, 1, date(start.year + 1, 1, 1)):
        return f"{start:%Y}"
    if start.day == 1 and end == (start.replace(day=28) + timedelta(days=4)).replace(day=1):
        return f"{start:%Y-%m}"
    return start.isoformat() if end == start + timedelta(days=1) else None
