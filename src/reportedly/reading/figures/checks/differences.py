"""Checks a change against the two amounts that it leads from and to: "rose 25 percent from 40 to 50"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model import Check, CheckKind, Figure
from reportedly.reading.figures.checks.passage import Passage, agree, amount, bounds, is_measure, plain, written
from reportedly.reading.figures.wording import pattern

_NOUN = r"(?:\s+[\w’'-]+){0,3}?"
_SET_OFF = _NOUN + r"\s*(?:,|—|–|\s-|\()\s*"
_FROM = _NOUN + r"\s*,?\s+from\s+(?:{about}\s+)?\Z"
_TO = _NOUN + r"\s*,?\s+to\s+(?:{about}\s+)?\Z"
_BY = r"\b(?:{up}|{down})\s+(?:by\s+)?(?:{about}\s+)?\Z"
_FROM_BEFORE = r"\bfrom\s+(?:{about}\s+)?\Z"
_TO_BEFORE = r"\b(?:{up}|{down})\s+to\s+(?:{about}\s+)?\Z"
_AFTER_OF = _SET_OFF + r"(?:an?|the|which\s+is\s+an?)\s+(?:[a-z-]+\s+)?{change}\s+of\s+(?:{about}\s+)?\Z"
_AFTER_A = _SET_OFF + r"(?:an?|the)\s+(?:[a-z-]+\s+)?(?:{about}\s+)?\Z"
_AFTER_UP = _SET_OFF + r"(?:up|down)\s+(?:by\s+)?(?:{about}\s+)?\Z"
_NOUN_FOLLOWS = r"(?:\s+[a-z-]+)?[\s-]+{change}\b(?!\s+(?:on|over|in|compared))"
# a change of something else, or over another time, is not held against the two amounts
_ELSEWHERE = r"\s+(?:of|in|on|over|compared|year|a\s+year|per|each|more|than)\b"


def differences(passage: Passage) -> Iterator[Check]:
    """Yield the checks of a change that stands beside the amounts it leads from and to, in one sentence."""
    for first, second, third in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        roles = _roles(passage, first, second, third)
        if roles is not None:
            check = _difference(passage, *roles)
            if check is not None:
                yield check


def _roles(passage: Passage, first: Figure, second: Figure, third: Figure) -> tuple[Figure, Figure, Figure] | None:
    """Return the change and the amounts from and to which it leads, or None where neighbours are no such thing."""
    one, two = passage.between(first, second), passage.between(second, third)
    before = passage.before(first)
    if pattern(_BY).search(before):
        # "rose 5 from 12 to 17", "up 5 to 17 from 12"
        if pattern(_FROM).fullmatch(one) and pattern(_TO).fullmatch(two):
            return first, second, third
        if pattern(_TO).fullmatch(one) and pattern(_FROM).fullmatch(two):
            return first, third, second
    after = passage.after(third)
    ends = pattern(_AFTER_OF).fullmatch(two) or pattern(_AFTER_UP).fullmatch(two)
    if (ends and not pattern(_ELSEWHERE).match(after)) or (
        pattern(_AFTER_A).fullmatch(two) and pattern(_NOUN_FOLLOWS).match(after)
    ):
        # "from 12 to 17, an increase of 5", "to 17 from 12, a 40 percent rise"
        if pattern(_FROM_BEFORE).search(before) and pattern(_TO).fullmatch(one):
            return third, first, second
        if pattern(_TO_BEFORE).search(before) and pattern(_FROM).fullmatch(one):
            return third, second, first
    return None


def _difference(passage: Passage, change: Figure, start: Figure, end: Figure) -> Check | None:
    if any(item.low != item.high for item in (change, start, end)) or not _same_kind(start, end):
        return None
    if start.low <= 0 or end.low <= 0 or start.low == end.low:
        return None
    text = passage.text
    relative = change.unit == "percent" and start.unit != "percent"
    if not relative and not _is_of_kind(change, start):
        return None
    expected = bounds(text, change)
    way = 1.0 if end.low > start.low else -1.0
    (low_a, high_a), (low_b, high_b) = bounds(text, start), bounds(text, end)
    span = sorted((way * (low_b - high_a), way * (high_b - low_a)))
    if relative:
        span = sorted(100.0 * way * (b / max(a, 1e-9) - 1.0) for a, b in ((low_a, high_b), (high_a, low_b)))
    ok = agree((span[0], span[1]), expected)
    if not ok and change.unit == "percent" and not relative:
        # "up 25 percent from 40 to 50 percent" may be meant either way
        ratio = sorted(100.0 * way * (b / max(a, 1e-9) - 1.0) for a, b in ((low_a, high_b), (high_a, low_b)))
        ok = agree((ratio[0], ratio[1]), expected)
    return Check(
        CheckKind.DIFFERENCE, ok, _ids(change, start, end), _says(text, (change, start, end), relative=relative)
    )


def _same_kind(start: Figure, end: Figure) -> bool:
    return start.unit == end.unit or "" in {start.unit, end.unit}


def _is_of_kind(change: Figure, start: Figure) -> bool:
    if start.unit == "percent":
        return change.unit in {"percent", "percentage point", "point"}
    return change.unit in {start.unit, ""} or (
        not is_measure(change.unit) and not is_measure(start.unit) and change.of is None
    )


def _ids(*figures: Figure) -> tuple[str, ...]:
    return tuple(item.id for item in sorted(figures, key=lambda item: item.span))


def _says(text: str, roles: tuple[Figure, Figure, Figure], *, relative: bool) -> str:
    change, start, end = roles
    word = "rise" if end.low > start.low else "fall"
    size = abs(end.low - start.low)
    if relative:
        value = f"{plain(round(100.0 * size / start.low, 1))} percent"
        told = f"{plain(change.low)} percent"
    else:
        value = plain(size) if start.unit != "percent" else f"{plain(size)} percentage points"
        told = (
            plain(change.low)
            if start.unit != "percent"
            else (amount(change) if change.unit == "percent" else f"{plain(change.low)} percentage points")
        )
    says = f"{amount(start)} to {amount(end)} is a {word} of {value}"
    if value != told:
        says += f", the text says {written(text, change)}"
    return says + "."
