"""What an expression of time is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from reportedly.reading.whens.intervals import Interval


class Tense(Enum):
    """Where the verb puts what happens; UNKNOWN where there is none to tell."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is reckoned from.

    `today` is the day of publication, or in reported speech the day it was said; None where unknown. `focus` is the
    time that the text last spoke of. `upto` is the day up to which "since" runs where `today` is unknown.
    """

    today: date | None
    tense: Tense = Tense.UNKNOWN
    focus: Interval | None = None
    southern: bool = False
    upto: date | None = None
