"""Reckons every expression of an article from the day of publication, or from the day that words were said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from reportedly.model import Precision, Statement, When, WhenBasis
from reportedly.reading.whens.anchor import Anchor
from reportedly.reading.whens.context import Context
from reportedly.reading.whens.expressions import Clock, Hours, Range, Since
from reportedly.reading.whens.intervals import Interval
from reportedly.reading.whens.mentions import Mention
from reportedly.reading.whens.resolve import resolve

# characters between a day and a time of it that stands alone: a sentence
_NEAR = 150
# what one reading of the text gives: the interval of each expression by its number
Reckoned = Mapping[int, Interval]


def reckon(
    mentions: Sequence[Mention],
    anchor: Anchor,
    statements: Sequence[Statement],
    said: Mapping[str, int],
    *,
    southern: bool,
) -> dict[int, When]:
    """Return the When of each expression by its number, left out where it is unknown."""
    within = _said_within(mentions, statements, said)
    read = [_reckon_from(mentions, today, anchor, within, southern) for today in (anchor.first, anchor.last, None)]
    whens: dict[int, When] = {}
    for number, mention in enumerate(mentions):
        first, last, absolute = (reckoned.get(number) for reckoned in read)
        interval, basis = _agreed(first, last, absolute, anchor)
        if interval is None:
            continue
        if mention.in_dateline:
            basis = WhenBasis.DATELINE
        start, end = interval.written()
        whens[number] = When(f"when-{len(whens) + 1}", start, end, interval.precision, basis, mention.found.span)
    return whens


def _agreed(
    first: Interval | None, last: Interval | None, absolute: Interval | None, anchor: Anchor
) -> tuple[Interval | None, WhenBasis]:
    """Return the interval that holds for every day of publication, and what it rests on."""
    if anchor.first is None:
        return absolute, WhenBasis.TEXT
    if first is None or last is None:
        return None, WhenBasis.TEXT
    basis = WhenBasis.INFERRED if anchor.inferred else WhenBasis.TEXT
    if absolute is not None and absolute.start == first.start == last.start:
        basis = WhenBasis.TEXT
    if first == last:
        return first, basis
    start, end = min(first.start, last.start), max(first.end, last.end)
    precision = Precision.RANGE if first.precision is Precision.RANGE and first.start == last.start else Precision.VAGUE
    return Interval(start, end, precision, timed=first.timed or last.timed), basis


def _reckon_from(
    mentions: Sequence[Mention],
    today: date | None,
    anchor: Anchor,
    within: Mapping[int, int],
    southern: bool,  # noqa: FBT001
) -> Reckoned:
    """Return the interval of each expression for one day of publication."""
    reckoned: dict[int, Interval] = {}
    focus: Interval | None = None
    before: Mention | None = None
    for number, mention in enumerate(mentions):
        if before is None or mention.flow != before.flow:
            focus, before = None, mention
        day = today
        told = within.get(number)
        if told is not None and today is not None:
            day = _day_said(mentions[told], today, southern) or today
        near = focus if not _is_time_alone(mention) or _is_near(before, mention) else None
        context = Context(day, mention.tense, near, southern, anchor.not_before)
        interval = resolve(mention.found.expression, context)
        if interval is None:
            continue
        reckoned[number] = interval
        if not isinstance(mention.found.expression, (Since, Range)):
            focus, before = interval, mention
    return reckoned


def _is_time_alone(mention: Mention) -> bool:
    """Tell whether an expression is a time of a day that it does not name."""
    expression = mention.found.expression
    return isinstance(expression, Clock) or (isinstance(expression, Hours) and expression.day is None)


def _is_near(before: Mention, mention: Mention) -> bool:
    """Tell whether the day of a time alone was named just before it, in its paragraph."""
    return before.paragraph == mention.paragraph and mention.found.span.start - before.found.span.end < _NEAR


def _day_said(mention: Mention, today: date, southern: bool) -> date | None:  # noqa: FBT001
    """Return the day on which words were said, or None where it is not known to the day."""
    interval = resolve(mention.found.expression, Context(today, mention.tense, None, southern))
    if interval is None or (interval.first_day() != interval.last_day() and not interval.timed):
        return None
    return interval.first_day()


def _said_within(
    mentions: Sequence[Mention], statements: Sequence[Statement], said: Mapping[str, int]
) -> dict[int, int]:
    """Return, for each expression in the content of a statement, the one that tells when the innermost was said."""
    within: dict[int, tuple[int, int]] = {}
    starts = [mention.found.span.start for mention in mentions]
    for statement in statements:
        number = said.get(statement.id)
        if number is None:
            continue
        size = sum(len(piece) for piece in statement.content)
        for piece in statement.content:
            for other in range(bisect_left(starts, piece.start), bisect_left(starts, piece.end)):
                if other not in within or size < within[other][0]:
                    within[other] = (size, number)
    return {other: number for other, (_, number) in within.items()}
