"""Chooses which Friday, May, summer, quarter or Christmas is meant: by its year, by a word such as "last", by tense."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from reportedly.model import Precision
from reportedly.reading.whens.context import Context, Tense
from reportedly.reading.whens.expressions import Calendar, Holiday, Part, Season
from reportedly.reading.whens.intervals import (
    Interval,
    add,
    add_months,
    day_of,
    days,
    feast,
    season_in,
    unit_around,
)  # fmt: skip

_WEEK = 7
# so many years either way hold a February 29
_YEARS = 4
# so many months either way hold a Friday the 13th
_MONTHS = 14

Yearly = Callable[[int], Interval | None]


def choose(expression: Calendar | Season | Part | Holiday, context: Context) -> Interval | None:
    """Return the interval that is meant, or None where that is unknown."""
    if isinstance(expression, Calendar) and expression.month is None:
        return _without_month(expression, context)
    yearly = _yearly(expression, context)
    if expression.year is not None:
        return yearly(expression.year)
    base = context.focus.first_day() if expression.focused and context.focus else context.today
    if expression.focused and context.focus is None and expression.which not in ("that", "the same"):
        base = context.today
    if base is None or (expression.focused and context.focus is None and base is not context.today):
        return None
    if expression.year_shift is not None:
        return yearly(base.year + expression.year_shift)
    found = [item for year in range(base.year - _YEARS, base.year + _YEARS + 1) if (item := yearly(year)) is not None]
    if isinstance(expression, Calendar) and expression.weekday is not None:
        # "Sunday, September 8" in a text that speaks of 1963
        told = yearly(context.focus.first_day().year) if context.focus and expression.which is None else None
        if told and told not in found and told.first_day().weekday() == expression.weekday:
            return told
        found = _fitting(found, expression.weekday, base, context)
    # news tells of quarters that are over
    over = isinstance(expression, Part) and context.tense is not Tense.FUTURE
    return _pick(found, base, expression.which or ("last" if over else None), context.tense)


def _without_month(calendar: Calendar, context: Context) -> Interval | None:
    if calendar.year is not None:
        return _year(calendar.year)
    return _weekday(calendar, context) if calendar.day is None else _day(calendar, context)


def _fitting(found: list[Interval], weekday: int, base: date, context: Context) -> list[Interval]:
    """Return the date that is on a weekday, in the year that the text speaks of or else the nearest; all if none is."""
    fitting = [item for item in found if item.first_day().weekday() == weekday]
    told = [item for item in fitting if context.focus and item.first_day().year == context.focus.first_day().year]
    nearest = min(told or fitting, key=lambda item: abs((item.first_day() - base).days), default=None)
    return [nearest] if nearest else found


def _year(year: int | None) -> Interval | None:
    first = day_of(year, 1, 1) if year is not None else None
    return unit_around(first, "year") if first else None


def _yearly(expression: Calendar | Season | Part | Holiday, context: Context) -> Yearly:
    """Return what gives the interval in each year."""
    match expression:
        case Season(number):
            return lambda year: season_in(year, number, southern=context.southern)
        case Holiday(name):
            return lambda year: _whole_day(feast(name, year))
        case Part(months, nth):
            return lambda year: _part(year, months, nth)
        case Calendar(month=int(month), day=int(day)):
            return lambda year: _whole_day(day_of(year, month, day))
    month = expression.month or 1
    return lambda year: unit_around(date(year, month, 1), "month") if 0 < year < 9999 else None


def _whole_day(day: date | None) -> Interval | None:
    return unit_around(day, "day") if day else None


def _part(year: int, months: int, nth: int) -> Interval | None:
    first = day_of(year, months * (nth - 1) + 1, 1)
    after = add_months(first, months) if first else None
    return days(first, after, Precision.RANGE) if first and after else None


def _pick(intervals: list[Interval], base: date, which: str | None, tense: Tense) -> Interval | None:  # noqa: PLR0911 - a word each
    """Return the one of intervals in order that a word or else the tense chooses."""
    if len(intervals) == 1:
        return intervals[0]
    past = [item for item in intervals if item.first_day() <= base]
    coming = [item for item in intervals if item.last_day() >= base]
    gone = [item for item in intervals if item.last_day() < base]
    ahead = [item for item in intervals if item.first_day() > base]
    if which in ("last", "past", "this past", "previous", "the previous", "the preceding"):
        return gone[-1] if gone else None
    if which in ("next", "coming", "this coming", "following", "the following", "the next"):
        return ahead[0] if ahead else None
    if which is not None:
        around = [item for item in intervals if item.first_day() <= base <= item.last_day()]
        same_year = [item for item in intervals if item.first_day().year == base.year]
        return next(iter(around + same_year), None)
    if not past or not coming:
        return None
    back, on = (base - past[-1].last_day()).days, (coming[0].first_day() - base).days
    if tense is not Tense.UNKNOWN:
        return past[-1] if tense is Tense.PAST else coming[0]
    return past[-1] if back <= on else coming[0]


def _weekday(calendar: Calendar, context: Context) -> Interval | None:
    weekday = calendar.weekday or 0
    focus = context.focus.first_day() if context.focus else None
    base = focus if calendar.focused else context.today
    if base is None and calendar.which not in ("that", "the same"):
        base = context.today
    if base is None:
        return None
    if calendar.week_shift is not None:
        return _whole_day(add(base, weekday - base.weekday() + _WEEK * calendar.week_shift, "day"))
    back, on = (base.weekday() - weekday) % _WEEK, (weekday - base.weekday()) % _WEEK
    match calendar.which:
        case "last" | "past" | "this past" | "previous" | "the previous" | "the preceding":
            shift = -(back or _WEEK)
        case "next":
            shift = weekday - base.weekday() + _WEEK
        case "coming" | "this coming" | "following" | "the following" | "the next":
            shift = on or _WEEK
        case "that" | "the same":
            shift = weekday - base.weekday()
        case "this":
            shift = -back if context.tense is Tense.PAST else on
        case _:
            shift = on if context.tense is Tense.FUTURE else -back
    return _whole_day(add(base, shift, "day"))


def _day(calendar: Calendar, context: Context) -> Interval | None:
    """Return a day of the month: "on the 25th", "the 21st of this month"."""
    base = context.focus.first_day() if calendar.focused and context.focus else context.today
    if base is None or calendar.day is None:
        return None
    months = [add_months(replace_day(base), shift) for shift in range(-_MONTHS, _MONTHS + 1)]
    found = [_whole_day(day_of(month.year, month.month, calendar.day)) if month else None for month in months]
    if calendar.month_shift is not None:
        return found[calendar.month_shift + _MONTHS]
    fitting = [item for item in found if item and calendar.weekday in (None, item.first_day().weekday())]
    return _pick(fitting, base, None, context.tense)


def replace_day(day: date) -> date:
    """Return the first day of a day's month."""
    return day.replace(day=1)
