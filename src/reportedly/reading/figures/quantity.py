"""A number on its way to a figure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at [start, end): [low, high], with its magnitude word.

    `written` is the number before its magnitude ("3.2" of "3.2 million"), `scaled` tells that it has one, `spelled`
    that it stands in words, `vague` that it is a plural such as "dozens". `unit` is what its own form gives: "fraction"
    or the money of a sign before it.
    """

    start: int
    end: int
    low: float
    high: float
    written: float
    scaled: bool = False
    spelled: bool = False
    vague: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with its unit: [start, end) holds number, magnitude and adjoining unit.

    `unit` is "" and `of` None as long as they are not known; `measured` tells that the unit is a measure or money and
    not a noun counted.
    """

    numeral: Numeral
    start: int
    end: int
    low: float
    high: float
    unit: str = ""
    of: str | None = None
    approximate: bool = False
    measured: bool = False
