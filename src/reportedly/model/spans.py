"""Spans of a text, the zones they have a role in, and the stories that zones make up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class ZoneKind(StrEnum):
    """The role of a run of text on a page."""

    SECTION = "section"
    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run [start, end) of code points in an article's text.

    >>> Span(4, 9).of("The island spoke.")
    'islan'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether at least one character is in both spans."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def to_list(self) -> list[int]:
        """Return [start, end], as the JSON contract writes a span."""
        return [self.start, self.end]


@dataclass(frozen=True, slots=True)
class Zone:
    """A run of text with one role. The zones of all stories, in order, tile the text without gap or overlap."""

    kind: ZoneKind
    span: Span

    def to_dict(self) -> dict[str, Any]:
        """Return the zone as the contract writes it."""
        return {"kind": self.kind.value, "start": self.span.start, "end": self.span.end}


@dataclass(frozen=True, slots=True)
class Story:
    """One news item of an article: a contiguous run of zones, with the span of its headline if it has one."""

    id: str
    headline: Span | None
    zones: tuple[Zone, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the story as the contract writes it."""
        return {
            "id": self.id,
            "headline": self.headline.to_list() if self.headline else None,
            "zones": [zone.to_dict() for zone in self.zones],
        }
