"""What is found in a text beside statements: places, figures and checks of them, voices, wording, unheard accused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportedly.model.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place: its GeoNames entry with name, WGS 84 degrees and country (ISO 3166-1 alpha-2)."""

    id: str
    name: str
    lat: float
    lon: float
    country: str | None
    geonameid: int | None
    span: Span

    def to_dict(self) -> dict[str, Any]:
        """Return the place as the contract writes it."""
        return {
            "id": self.id,
            "name": self.name,
            "lat": self.lat,
            "lon": self.lon,
            "country": self.country,
            "geonameid": self.geonameid,
            "span": self.span.to_list(),
        }


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity [low, high], equal where the text gives one value; its unit, what is counted and the number's span.

    `unit` is a singular noun, "percent", "percentage point", "fraction", or an ISO 4217 code for money. `of` is what is
    counted, in the words of the text. `approximate` tells that the text leaves the number open ("about", "at least").
    """

    id: str
    low: float
    high: float
    unit: str
    of: str | None
    approximate: bool
    span: Span

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as the contract writes it: with `value`, or with `low` and `high` if they differ."""
        amount = {"value": self.low} if self.low == self.high else {"low": self.low, "high": self.high}
        return {
            "id": self.id,
            **{name: int(value) if value == int(value) else value for name, value in amount.items()},
            "unit": self.unit,
            "of": self.of,
            "approximate": self.approximate,
            "span": self.span.to_list(),
        }


class CheckKind(StrEnum):
    """What a check holds together: parts and a total, a share and its parts, two amounts and the change."""

    SUM = "sum"
    SHARE = "share"
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Check:
    """Whether figures of a text add up, told in one sentence; `figures` are the ids of those held together."""

    kind: CheckKind
    ok: bool
    figures: tuple[str, ...]
    says: str

    def to_dict(self) -> dict[str, Any]:
        """Return the check as the contract writes it."""
        return {"kind": self.kind.value, "ok": self.ok, "figures": list(self.figures), "says": self.says}


@dataclass(frozen=True, slots=True)
class Voice:
    """The shares of a story's words in the reporter's own voice, in unnamed voices and in each source's, by its id."""

    story: str
    narrator: float
    unnamed: float
    sources: Mapping[str, float] = field(default_factory=dict, hash=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the shares as the contract writes them."""
        return {
            "story": self.story,
            "narrator": self.narrator,
            "unnamed": self.unnamed,
            "sources": dict(self.sources),
        }


class WordingKind(StrEnum):
    """What a choice of words does: name an actor, keep a distance or vouch by quotation marks or a cue, presuppose."""

    LABEL = "label"
    SCARE_QUOTES = "scare-quotes"
    COMMITS = "commits"
    DISTANCES = "distances"
    PRESUPPOSITION = "presupposition"


@dataclass(frozen=True, slots=True)
class Wording:
    """A choice of words in the reporter's own voice: its kind, its term in plain form, and whom it is about.

    `about` is the id of a source or place, or None where the text does not say or no statement knows it.
    """

    span: Span
    kind: WordingKind
    term: str
    about: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the wording as the contract writes it."""
        return {
            "start": self.span.start,
            "end": self.span.end,
            "kind": self.kind.value,
            "term": self.term,
            "about": self.about,
        }


@dataclass(frozen=True, slots=True)
class Unheard:
    """Whom an accusation (a statement's id) is against, and the id of the statement in which that one answers."""

    statement: str
    accused: str
    answered: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as the contract writes it."""
        return {"statement": self.statement, "accused": self.accused, "answered": self.answered}
