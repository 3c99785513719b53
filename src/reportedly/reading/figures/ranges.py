"""Joins two numbers that are one range ("10 to 15", "between 10 and 15"), and drops scores ("won 2-1")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.figures.nouns import is_plural
from reportedly.reading.figures.quantity import Quantity
from reportedly.reading.figures.wording import pattern

_REACH = 90
_LONGEST_GAP = 20
# "voted 52 to 48", "by a vote of 52-48": how far back the word may be
_VOTE_REACH = 30
# "three or four years" is a range, "29 or 30" the last that is
_MOST_EITHER = 30
# a range after "by" is not so wide: "jumped by 312 to 4,870" tells two numbers
_WIDEST = 4
_HYPHEN = r"\s?[-–—]\s?\Z|-to-\Z"
_TO = r"\s+to\s+(?:{about}\s+)?\Z"
_AND = r"\s+and\s+(?:{about}\s+)?\Z"
_OR = r"\s+or\s+\Z"
_FROM = r"(?i:\bfrom)\s+(?:{about}\s+)?\Z"
_BETWEEN = r"(?i:\b(?:between|anywhere\s+from))\s+(?:{about}\s+)?\Z"
_BY = r"\b(?:{up}|{down})\s+(?:by\s+)?(?:{about}\s+)?\Z"
_BACK = r"(?:\s+\w+)?,?\s+(?:from|compared\s+(?:with|to))\s"
_CHANGE = r"\b(?:{up}|{down}|{moved})\b"
_RUNNING = r"\b{running}\b"
_VOTE = r"\b{voted}\b"
_SECOND_HALF = r"\d[-–]\Z"
_SENTENCE = r"[.!?]\s"


def joined(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities with ranges made one, and without scores and codes."""
    result: list[Quantity] = []
    number = 0
    while number < len(found):
        first = found[number]
        second = found[number + 1] if number + 1 < len(found) else None
        if second is None or first.numeral.vague or second.numeral.vague:
            result.extend(_alone(text, first))
            number += 1
            continue
        pair = _pair(text, first, second)
        result.extend(pair if pair is not None else _alone(text, first))
        number += 1 if pair is None else 2
    return result


def _alone(text: str, quantity: Quantity) -> tuple[Quantity, ...]:
    """Return a number that is in no pair, unless it is what is left of a score or a season: "2-1", "2014-15"."""
    return () if pattern(_SECOND_HALF).search(text, max(0, quantity.start - 2), quantity.start) else (quantity,)


def _pair(text: str, first: Quantity, second: Quantity) -> tuple[Quantity, ...] | None:
    """Return what two neighbours are together: one range, two figures of one unit, nothing; None if no pair."""
    gap = text[first.end : second.start]
    before = text[max(0, first.start - _REACH) : first.start]
    first = _scaled_like(first, second)
    if pattern(_HYPHEN).match(gap):
        return _hyphened(text, first, second, before)
    if len(gap) > _LONGEST_GAP or not (_compatible(first, second) or _carries(first, second, before)):
        return None
    if pattern(_TO).match(gap):
        if not second.unit and pattern(_VOTE).search(before[-_VOTE_REACH:]):
            return _votes(first, second)
        # "fell by 14 to 86 from 100": the change, then what it led to
        led = pattern(_BY).search(before) and (
            pattern(_BACK).match(text, second.end) is not None or second.low > _WIDEST * first.low
        )
        return _run(first, second) if not led and _runs(before, first, second) else _two(first, second)
    between = pattern(_AND).match(gap) and pattern(_BETWEEN).search(before) and first.low < second.high
    either = pattern(_OR).match(gap) and second.low == first.low + 1 and first.low < _MOST_EITHER
    return _run(first, second) if between or either else None


def _compatible(first: Quantity, second: Quantity) -> bool:
    return first.unit in {"", second.unit}


def _carries(first: Quantity, second: Quantity, before: str) -> bool:
    """Tell whether the first number's unit is the second's too: "from $5 to 10", "between 5% and 7"."""
    if not first.measured or second.unit or second.numeral.scaled:
        return False
    return pattern(_FROM).search(before) is not None or pattern(_BETWEEN).search(before) is not None


def _runs(before: str, first: Quantity, second: Quantity) -> bool:
    # "up 0.6 percent to 13.1 percent": the change, then what it led to
    if first.low >= second.high or (first.measured and pattern(_BY).search(before)):
        return False
    sentence = before[max((match.end() for match in pattern(_SENTENCE).finditer(before)), default=0) :]
    if pattern(_VOTE).search(sentence[-_VOTE_REACH:]):
        return False
    if not pattern(_FROM).search(before):
        return True
    changes = [match.end() for match in pattern(_CHANGE).finditer(sentence)]
    runs = [match.end() for match in pattern(_RUNNING).finditer(sentence)]
    return not changes or (bool(runs) and runs[-1] > changes[-1])


def _hyphened(text: str, first: Quantity, second: Quantity, before: str) -> tuple[Quantity, ...] | None:
    gap = text[first.end : second.start]
    if first.measured and not second.measured and first.numeral.unit == "":
        return None
    plural = second.of is not None and is_plural(second.of.rpartition(" ")[2])
    fits = first.low < second.high and (second.measured or first.numeral.unit or plural or second.numeral.scaled)
    if fits and (_compatible(first, second) or (first.numeral.unit and not second.unit)):
        return _run(first, second)
    if " " in gap:
        return None
    if pattern(_VOTE).search(before[-_VOTE_REACH:]) or re.match(
        r"\s+(?:votes?|in\s+favou?r)\b", text[second.end : second.end + 12]
    ):
        return _votes(first, second)
    if first.approximate and first.low < second.high:
        return _run(first, second)
    return () if not (first.measured or second.measured) else None


def _votes(first: Quantity, second: Quantity) -> tuple[Quantity, ...]:
    return replace(first, unit="vote"), replace(second, unit="vote", of=None)


def _scaled_like(first: Quantity, second: Quantity) -> Quantity:
    """Return the first number in the magnitude of the second: "$89 to $93 billion", "1 to 2 thousand"."""
    one, other = first.numeral, second.numeral
    if (
        one.scaled
        or not other.scaled
        or not 0 < one.written < 1000
        or one.written > other.written
        or other.spelled != one.spelled
    ):
        return first
    if first.unit not in {"", second.unit} and not (one.unit and not second.unit):
        return first
    scale = other.low / other.written
    return replace(first, low=round(first.low * scale, 6), high=round(first.high * scale, 6))


def _run(first: Quantity, second: Quantity) -> tuple[Quantity, ...]:
    low, high = sorted((first.low, second.high))
    unit, of = (second.unit, second.of) if second.unit else (first.unit, first.of)
    approximate = first.approximate or second.approximate
    measured = first.measured or second.measured
    return (
        replace(
            second, start=first.start, low=low, high=high, unit=unit, of=of, approximate=approximate, measured=measured
        ),
    )


def _two(first: Quantity, second: Quantity) -> tuple[Quantity, ...]:
    if not first.unit:
        first = replace(first, unit=second.unit, of=second.of, measured=second.measured)
    elif not second.unit and first.measured:
        second = replace(second, unit=first.unit, of=first.of, measured=True)
    if first.numeral.low != first.low and first.low > second.low:
        first = replace(first, low=first.numeral.low, high=first.numeral.high)
    return (first, second)
