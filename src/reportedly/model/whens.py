"""Intervals of time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportedly.model.spans import Span


class Precision(StrEnum):
    """How fine a When is."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"
    VAGUE = "vague"


class WhenBasis(StrEnum):
    """What a When rests on."""

    METADATA = "metadata"
    DATELINE = "dateline"
    TEXT = "text"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class When:
    """An interval [start, end) of time, ISO 8601, with its precision, its basis and the span that says so.

    `evidence` are the further spans that an inferred interval rests on.
    """

    id: str
    start: str
    end: str
    precision: Precision
    basis: WhenBasis
    span: Span | None = None
    evidence: tuple[Span, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the interval as the contract writes it."""
        return {
            "id": self.id,
            "start": self.start,
            "end": self.end,
            "precision": self.precision.value,
            "basis": self.basis.value,
            "span": self.span.to_list() if self.span else None,
            "evidence": [span.to_list() for span in self.evidence],
        }
