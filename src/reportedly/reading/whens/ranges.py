"""Ranges of time, and "since": "from May to July", "between 1998 and 2003", "since 2011"."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.model import Span
from reportedly.reading.whens.expressions import (
    Calendar,
    Clock,
    Expression,
    Found,
    Holiday,
    Part,
    Range,
    Season,
    Since,
    Timed,
    Unit,
    Years,
)
from reportedly.reading.whens.gaps import AND, FROM, OPENING, REACH, TO, S, gap
from reportedly.reading.whens.words import data

_SINCE = re.compile(
    rf"\b(?:(?:ever|dating back to|going back to){S})?(?P<word>since){S}(?:at{S}least{S}|about{S}|around{S})?\Z",
    re.I,
)
# "the worst flood since 1998" looks at 1998 itself; "at least 20 since 1998" does not
_FIRST_SINCE = re.compile(
    r"\b(?:first|worst|best|deadliest|the (?:second|third|only|most|least)|"
    r"(?!(?:at least|protest|arrest|interest|forest|west|rest|test|guest|priest|contest|harvest|unrest|quest)\b)"
    r"\w{2,}est)\b[^.;?!,]{0,80}\Z",
    re.I,
)
_NOW = re.compile(rf"\b(?P<word>from|between){S}(?:now|then){S}(?:and|to|until|till|through){S}\Z", re.I)
_UP_TO_NOW = re.compile(rf"{S}(?:and|to|until|till|through){S}(?:now|today|date|the{S}present(?:{S}day)?)\b", re.I)


def join_ranges(text: str, paragraph: Span, found: list[Found]) -> list[Found]:
    """Return the expressions with the two ends of a range made one, "from" and "between" taken in."""
    kept: list[Found] = []
    for item in found:
        if kept and item.span.start < kept[-1].span.end:
            continue  # "today" in "between January and today"
        before = text[max(paragraph.start, item.span.start - REACH) : item.span.start]
        now = _NOW.search(before)
        upto = _UP_TO_NOW.match(text, item.span.end, paragraph.end)
        opened = FROM.search(before)
        both = _range(text, paragraph, kept[-1], item) if kept else None
        if both is not None:
            kept[-1] = both
        elif now:
            kept.append(
                Found(
                    Span(item.span.start - len(before) + now.start(), item.span.end),
                    Range(None, item.expression),
                    item.rule,
                )
            )
        elif upto and opened:
            start = item.span.start - len(before) + opened.start()
            kept.append(Found(Span(start, upto.end()), Range(item.expression, None), item.rule))
        elif kept and _is_habit(text, kept[-1], item):
            kept.pop()
        else:
            kept.append(item)
    return kept


def _range(text: str, paragraph: Span, first: Found, second: Found) -> Found | None:
    between = gap(text, first, second)
    before = text[max(paragraph.start, first.span.start - OPENING) : first.span.start]
    opened = FROM.search(before)
    word = opened["word"].lower() if opened else ""
    joined = TO.fullmatch(between) or (word == "between" and AND.fullmatch(between))
    if not joined or not _alike(first.expression, second.expression):
        return None
    if isinstance(second.expression, Unit) and not word:
        return None  # "on February 6 - this year"
    if not word and _is_opening_hours(first.expression, second.expression):
        return None
    start = first.span.start - len(before) + opened.start() if opened else first.span.start
    span = Span(start, second.span.end)
    if isinstance(first.expression, Clock) and isinstance(second.expression, Timed):
        return None
    return Found(span, Range(_completed(first.expression, second.expression), second.expression), first.rule)


def _completed(first: Expression, last: Expression) -> Expression:
    """Return the first end of a range with the year that stands only at the other: "from May to July 2026"."""
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.month and first.year is None:
        if last.year is not None and last.month:
            return replace(first, year=last.year - (first.month > last.month))
        if last.year_shift is not None:
            return replace(first, year_shift=last.year_shift, focused=last.focused)
    return first


def _alike(first: Expression, last: Expression) -> bool:
    if isinstance(first, Calendar) and isinstance(last, Calendar):
        if first.weekday is not None and first.day is None:
            return last.weekday is not None or last.day is not None
        return bool(first.year and last.year) or bool(first.month and last.month)
    if isinstance(first, Calendar) or isinstance(last, Calendar):
        dated = (Calendar, Unit, Season, Holiday)
        return isinstance(first, dated) and isinstance(last, dated)
    return isinstance(first, (Season, Part, Years, Holiday, Unit)) and type(first) is type(last)


def _is_opening_hours(first: Expression, last: Expression) -> bool:
    days = [item.weekday for item in (first, last) if isinstance(item, Calendar) and item.day is None]
    return days in data()["opening_days"]


def _is_habit(text: str, first: Found, second: Found) -> bool:
    """Tell whether two weekdays are when something is done each week: "Tuesday-Saturday drivers"."""
    dashed = re.fullmatch(r"[–—-]", gap(text, first, second)) is not None
    return dashed and _is_opening_hours(first.expression, second.expression)


def take_in_since(text: str, paragraph: Span, found: list[Found]) -> list[Found]:
    """Return the expressions with "since" taken in, but for "the first time since", which looks at X itself."""
    kept: list[Found] = []
    for item in found:
        before = text[max(paragraph.start, item.span.start - REACH) : item.span.start]
        match = _SINCE.search(before)
        if match is None or isinstance(item.expression, Range) or _FIRST_SINCE.search(before[: match.start()]):
            kept.append(item)
            continue
        start = item.span.start - len(before) + match.start("word")
        kept.append(Found(Span(start, item.span.end), Since(item.expression), item.rule))
    return kept
