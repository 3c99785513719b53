"""Gives a unit to numbers that stand alone, from the figures and words around them, or leaves them out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.figures.clues import Alone, unit_by_clues
from reportedly.reading.figures.quantity import Quantity
from reportedly.reading.figures.wording import pattern

_LIST = r"\s*(?:,\s*(?:(?:and|or)\s+)?|\s(?:and|or|to|from)\s+)(?:{about}\s+)?\Z"
_OR_ELSE = r",\s+or\s"
_MOVED = r",?\s+(?:up|down|off)\s+\Z"
_OUT_OF = r"\s+(?:out\s+)?of\s+(?:{owner}\s+)?(?:remaining\s+|other\s+)?\Z"
_SHARE_OF = r"\s+of\s+(?:{owner}\s+)?(?:[\w’'-]+['’]s\s+)?\Z"
# characters from a number to the next one whose unit it may share
_NEAR = 30
# characters of a sentence before a number that tell its unit
_BEFORE = 300


def with_units(text: str, found: Sequence[Quantity], ends: Sequence[int]) -> list[Quantity]:
    """Return the quantities, those without a unit given one or left out; `ends` are where the sentences end."""
    result: list[Quantity] = []
    for quantity in reversed(found):
        result.append(_from_next(text, quantity, result[-1] if result else None))
    kept: list[Quantity] = []
    for quantity in reversed(result):
        if not quantity.unit:
            number = bisect_right(ends, quantity.start)
            start = max(ends[number - 1] if number else 0, quantity.start - _BEFORE)
            known = unit_by_clues(Alone(text, quantity, start, kept[-6:]))
            kept.extend([known] if known else [])
        else:
            kept.append(quantity)
    return kept


def _from_next(text: str, quantity: Quantity, following: Quantity | None) -> Quantity:
    """Return a quantity with the unit of the next, if they are of one kind: "12 and 17 trucks", "46 out of 193"."""
    if following is None or not following.unit or following.start - quantity.end > _NEAR:
        return quantity
    gap = text[quantity.end : following.start]
    if quantity.unit in {"percent", "fraction"} and following.of and not following.measured:
        return replace(quantity, of=following.of) if pattern(_SHARE_OF).fullmatch(gap) else quantity
    if quantity.unit:
        return quantity
    # "100, or 25 percent": the same said twice
    again = following.measured and pattern(_OR_ELSE).match(gap)
    if not again and pattern(_LIST).fullmatch(gap) and following.unit != "fraction" and not _mixes(quantity, following):
        return replace(quantity, unit=following.unit, of=following.of, measured=following.measured)
    part = pattern(_OUT_OF).fullmatch(gap) and not following.measured
    if part or (pattern(_MOVED).fullmatch(gap) and following.unit == "point"):
        return replace(quantity, unit=following.unit, of=following.of)
    return quantity


def _mixes(quantity: Quantity, following: Quantity) -> bool:
    """Tell whether a number in a list is of another kind than the money or measure after it."""
    spelled = quantity.numeral.spelled != following.numeral.spelled
    return following.numeral.unit != "" or (following.measured and spelled)
