"""Joins expressions that stand together: "Friday, May 14", "9:30 p.m. on Friday", "from May to July", "since 2011"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from reportedly.model import Span
from reportedly.reading.whens.expressions import (
    Away,
    Calendar,
    Clock,
    Ending,
    Expression,
    Found,
    Holiday,
    Hours,
    NthOf,
    Range,
    Shift,
    Since,
    Timed,
    Unit,
    WeekOf,
)  # fmt: skip
from reportedly.reading.whens.expressions import That as Focused
from reportedly.reading.whens.gaps import AND, FROM, OPENING, TO, S, gap
from reportedly.reading.whens.ranges import join_ranges, take_in_since
from reportedly.reading.whens.words import data

_DATE_AFTER_WEEKDAY = re.compile(rf"\.?,?{S}(?:the{S})?\(?")
_HOURS_AFTER_DAY = re.compile(rf"(?:{S}|[’']s?{S}|,?{S}(?:in|at|around|during)(?:{S}the)?{S})|-")
_CLOCK_AFTER_DAY = re.compile(
    rf",?{S}(?:(?:at|around|about|just|shortly|from|by|until|till|before|after|between|@)(?:{S}(?:about|around|after|before|exactly))?{S})?"
)
_DAY_AFTER_CLOCK = re.compile(
    rf"\)?(?:{S}|,?{S}(?:on|of)(?:{S}the{S}(?:morning|afternoon|evening|night){S}of)?{S}|,{S})"
)
_CLOCK_AGAIN = re.compile(rf"{S}?[(/]{S}?|,{S}|{S}[–—-]{S}")
_OF = re.compile(rf"{S}(?:the{S})?")
_SECOND_DAY = re.compile(rf"{S}?[–—-]{S}?|{S}(?:to|through|until|and|or|&){S}|,{S}(?:and{S})?")
_ONE_DAY = re.compile(r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%:]|[.,]\d)")
_YEAR_AFTER = re.compile(
    r"(?:,?[\s\u00a0](?:of[\s\u00a0])?|,[\s\u00a0]in[\s\u00a0])(?P<year>(?:1[5-9]|20)\d\d)(?!\d|,\d|%)"
)
_NOUN_AFTER = re.compile(
    r"[\s\u00a0](?!and\b|or\b|in\b|at\b|to\b|for\b|as\b|with\b|by\b|of\b|after\b|before\b|when\b|while\b)[a-z]"
)
# parts of a day that are a time of day
_MOMENTS = frozenset({"noon", "midnight", "midday"})

_NOON = 12

Step = Callable[[str, Span, list[Found]], list[Found]]
_Join = Callable[[str, Found, Found], Expression | None]


def join(text: str, paragraph: Span, found: list[Found]) -> list[Found]:
    """Return the expressions with those that belong together made one, and what is left incomplete dropped."""
    if not found:
        return found
    found = _alike_weekdays(text, found)
    for step in (
        _month_days,
        _pairs(_weekday_date),
        _pairs(_clocks),
        _pairs(_timed),
        _pairs(_timed),
        _pairs(_of),
        _hours_from,
        join_ranges,
        take_in_since,
    ):
        found = step(text, paragraph, found)
    return [item for item in found if not _incomplete(item.expression)]


def _incomplete(expression: Expression) -> bool:
    if isinstance(expression, Hours):
        return expression.of or (expression.day is None and expression.name not in _MOMENTS)
    if isinstance(expression, Clock):
        return expression.bare
    if isinstance(expression, (Shift, WeekOf, Ending, NthOf)):
        return expression.base is None
    # "the month" in "the first week of the month" is nothing by itself
    return False


def _alike_weekdays(text: str, found: list[Found]) -> list[Found]:
    """Return the expressions with what "next" chooses in "next Monday and Tuesday" chosen for both."""
    kept = found[:1]
    for item in found[1:]:
        one, two = kept[-1].expression, item.expression
        alike = _is_bare_weekday(one) and _is_bare_weekday(two) and AND.fullmatch(gap(text, kept[-1], item))
        if alike and isinstance(one, Calendar) and isinstance(two, Calendar):
            two = replace(two, which=two.which or one.which)
        kept.append(replace(item, expression=two))
    return kept


def _is_bare_weekday(expression: Expression) -> bool:
    return isinstance(expression, Calendar) and expression.weekday is not None and expression.day is None


def _pairs(joined: _Join) -> Step:
    """Return the step that joins each expression with the next wherever `joined` makes one of the two."""

    def step(text: str, _: Span, found: list[Found]) -> list[Found]:
        kept: list[Found] = []
        for item in found:
            both = joined(text, kept[-1], item) if kept else None
            if both is None:
                kept.append(item)
            else:
                kept[-1] = Found(Span(kept[-1].span.start, item.span.end), both, kept[-1].rule)
        return kept

    return step


def _hours_from(text: str, paragraph: Span, found: list[Found]) -> list[Found]:
    """Return the expressions with "from" taken in before hours: "from 8 a.m. to 6 p.m. on Sunday"."""
    kept: list[Found] = []
    for item in found:
        time = item.expression.time if isinstance(item.expression, Timed) else item.expression
        before = text[max(paragraph.start, item.span.start - OPENING) : item.span.start]
        opened = FROM.search(before) if isinstance(time, Clock) and time.until else None
        start = item.span.start - len(before) + opened.start() if opened else item.span.start
        kept.append(replace(item, span=Span(start, item.span.end)))
    return kept


def _month_days(text: str, paragraph: Span, found: list[Found]) -> list[Found]:
    """Return the expressions with days that lean on a month before: "May 14-16", "April 24 and 25"."""
    kept: list[Found] = []
    for item in found:
        if kept and item.span.start < kept[-1].span.end:
            continue
        kept.append(item)
        calendar = item.expression
        while isinstance(calendar, Calendar) and calendar.month and calendar.day and item.rule == "when.month-day":
            between = _SECOND_DAY.match(text, kept[-1].span.end, paragraph.end)
            day = _ONE_DAY.match(text, between.end(), paragraph.end) if between else None
            if (
                between is None
                or day is None
                or int(day["day"]) <= (calendar.day or 0)
                or _NOUN_AFTER.match(text, day.end())
            ):
                break
            year = _YEAR_AFTER.match(text, day.end(), paragraph.end)
            end = year.end() if year else day.end()
            if year:
                calendar = replace(calendar, year=int(year["year"]))
                kept[-1] = replace(kept[-1], expression=calendar)
            second = replace(calendar, day=int(day["day"]), weekday=None)
            if TO.fullmatch(between.group()):
                kept[-1] = Found(Span(item.span.start, end), Range(calendar, second), item.rule)
                break
            kept.append(Found(Span(day.start(), end), second, item.rule))
            calendar = second
    return _days_before_month(text, kept)


def _days_before_month(text: str, found: list[Found]) -> list[Found]:
    """Return the expressions with "14" in "14 and 15 May 2026" given its month."""
    kept = list(found)
    for number in range(len(found) - 2, -1, -1):
        item, after = kept[number], kept[number + 1]
        if (
            item.rule == "when.second-day"
            and isinstance(item.expression, Calendar)
            and isinstance(after.expression, Calendar)
        ):
            kept[number] = replace(item, expression=replace(after.expression, day=item.expression.day, weekday=None))
    return [
        item for item in kept
        if item.rule != "when.second-day" or (isinstance(item.expression, Calendar) and item.expression.month)
    ]  # fmt: skip


def _weekday_date(text: str, first: Found, second: Found) -> Expression | None:
    """Return "Friday, May 14" as one date."""
    weekday, date = first.expression, second.expression
    if isinstance(weekday, Unit) and weekday.unit == "week" and isinstance(date, Calendar):
        on = re.fullmatch(rf"(?:[’']s)?{S}(?:on{S})?", gap(text, first, second))
        return replace(date, week_shift=weekday.shift) if on and date.weekday is not None and date.day is None else None
    if not isinstance(weekday, Calendar) or not isinstance(date, Calendar):
        return None
    if weekday.weekday is None or weekday.day or date.day is None or date.weekday is not None:
        return None
    if weekday.week_shift is not None or not _DATE_AFTER_WEEKDAY.fullmatch(gap(text, first, second)):
        return None
    return replace(date, weekday=weekday.weekday)


def is_day(expression: Expression) -> bool:
    """Tell whether an expression names a day, to which a time can be added."""
    if isinstance(expression, Calendar):
        return expression.weekday is not None or expression.day is not None
    if isinstance(expression, (Unit, Focused)):
        return expression.unit == "day"
    return isinstance(expression, Holiday)


def _clocks(text: str, first: Found, second: Found) -> Expression | None:
    """Return a time with the same one in another zone as one."""
    one, two = first.expression, second.expression
    between = gap(text, first, second)
    if not isinstance(one, Clock) or not isinstance(two, Clock):
        return None
    if TO.fullmatch(between) or (
        AND.fullmatch(between) and FROM.search(text[max(0, first.span.start - OPENING) : first.span.start])
    ):
        return replace(one, until=two)
    return _with_zone(one, two) if _CLOCK_AGAIN.fullmatch(between) else None


def _timed(text: str, first: Found, second: Found) -> Expression | None:  # noqa: PLR0911 - an order each
    """Return a day with its part or time, in either order, as one."""
    one, two, between = first.expression, second.expression, gap(text, first, second)
    if isinstance(one, Hours) and is_day(two):
        return _with_part(two, one, between)
    if (
        is_day(one)
        and isinstance(two, Hours)
        and two.day is None
        and not two.of
        and _HOURS_AFTER_DAY.fullmatch(between)
    ):
        return Timed(one, two)
    if (
        isinstance(one, Timed)
        and isinstance(two, Hours)
        and two.day is None
        and not two.of
        and re.fullmatch(S, between)
    ):
        return one  # "the early hours of Thursday morning"
    if isinstance(two, Clock):
        return _with_clock(one, two, between)
    if isinstance(one, Timed) and isinstance(two, Unit) and two.unit == "week" and two.shift is not None:
        # "Wednesday evening next week"
        bare = _is_bare_weekday(one.day) and re.fullmatch(S, between)
        return (
            replace(one, day=replace(one.day, week_shift=two.shift)) if bare and isinstance(one.day, Calendar) else None
        )
    if isinstance(one, Clock) and _DAY_AFTER_CLOCK.fullmatch(between):
        return _on_day(two, one)
    return None


def _with_part(day: Expression, part: Hours, between: str) -> Expression | None:
    """Return "the night of | May 3" or "early morning | on Friday" as one."""
    if part.of:
        return Timed(day, replace(part, of=False)) if between.strip() in ("", "the") else None
    return Timed(day, part) if part.day is None and re.fullmatch(rf"{S}(?:on{S})?", between) else None


def _on_day(day: Expression, time: Clock) -> Expression | None:
    """Return a time with the day of an expression, or None where that has none."""
    if is_day(day):
        return None if time.bare else Timed(day, time)
    if isinstance(day, Timed) and isinstance(day.time, Hours):
        return Timed(day.day, _in_part(time, day.time))
    if isinstance(day, Timed):
        return None if time.bare else Timed(day.day, time)
    if isinstance(day, Hours) and day.day is not None:
        time = _in_part(time, day)
        return Timed(Focused("day", day.day) if day.focused else Unit("day", day.day), time)
    return None


def _in_part(time: Clock, part: Hours) -> Clock:
    """Return a time with its half of the day as the part of the day tells: "7:30 tonight" is 19:30."""
    if not time.loose:
        return time
    late = data()["parts"][part.name][0] >= _NOON
    hour = time.hour % _NOON + (_NOON if late else 0)
    if part.name.endswith("night") and time.hour in (_NOON, 1, 2, 3, 4, 5):
        hour = time.hour % _NOON + 24  # "2 last night" is the day after
    return replace(time, hour=hour, loose=False, bare=False)


def _with_clock(day: Expression, clock: Clock, between: str) -> Expression | None:
    if isinstance(day, Clock) or not _CLOCK_AFTER_DAY.fullmatch(between):
        return None
    if isinstance(day, Timed) and isinstance(day.time, Clock):
        return None
    return _on_day(day, clock)


def _with_zone(local: Clock, other: Clock) -> Clock | None:
    """Return a local time with the zone that the same time elsewhere tells: "10:35 a.m. (0735 GMT)" is UTC+3."""
    if local.zone is not None or other.zone is None:
        return None
    ahead = 60 * (local.hour - other.hour) + (local.minute or 0) - (other.minute or 0) + other.zone
    return replace(local, zone=(ahead + 12 * 60) % (24 * 60) - 12 * 60)


def _of(text: str, first: Found, second: Found) -> Expression | None:
    """Return "the week of | March 6", "two days before | Friday", "a year ago | today" as one."""
    one, two = first.expression, second.expression
    if isinstance(one, Away) and two == Unit("day", 0) and re.fullmatch(S, gap(text, first, second)):
        return replace(one, exact=True)
    if isinstance(one, WeekOf) and isinstance(two, Range) and re.fullmatch(S, gap(text, first, second)):
        return two  # "the weekend of May 2-3"
    if not _OF.fullmatch(gap(text, first, second)) or isinstance(two, (Hours, Clock, Timed, Range, Since)):
        return None
    if isinstance(one, (Shift, WeekOf, Ending, NthOf)) and one.base is None:
        return replace(one, base=two)
    return None
