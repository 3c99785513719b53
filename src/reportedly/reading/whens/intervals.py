"""Arithmetic of the calendar: the day, week, month, … around a day, feasts, and intervals of time."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta, timezone

from reportedly.model import Precision
from reportedly.reading.whens.words import data

DAY = timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_PRECISION = {
    "day": Precision.DAY, "week": Precision.WEEK, "weekend": Precision.RANGE, "month": Precision.MONTH,
    "quarter": Precision.RANGE, "year": Precision.YEAR, "decade": Precision.RANGE, "century": Precision.RANGE,
}  # fmt: skip
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Interval:
    """Time from start to end, half-open. Whole days unless `timed`; `zone` in minutes east of Greenwich, if known."""

    start: datetime
    end: datetime
    precision: Precision
    timed: bool = False
    zone: int | None = None

    def first_day(self) -> date:
        """Return the day on which it starts."""
        return self.start.date()

    def last_day(self) -> date:
        """Return the last day that it touches."""
        return (self.end - timedelta(microseconds=1)).date()

    def written(self) -> tuple[str, str]:
        """Return start and end in ISO 8601."""
        if not self.timed:
            return self.start.date().isoformat(), self.end.date().isoformat()
        zone = None if self.zone is None else timezone(timedelta(minutes=self.zone))
        start, end = (moment.replace(tzinfo=zone).isoformat(timespec="minutes") for moment in (self.start, self.end))
        return start, end


def days(first: date, after: date, precision: Precision) -> Interval | None:
    """Return the interval of whole days [first, after), or None where it is empty."""
    if first >= after:
        return None
    return Interval(midnight(first), midnight(after), precision)


def midnight(day: date) -> datetime:
    """Return the start of a day."""
    return datetime(day.year, day.month, day.day)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a date, or None where the calendar has none such."""
    if not MINYEAR < year < MAXYEAR or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def add_months(day: date, count: int) -> date | None:
    """Return the same day of the month `count` months on, the last one of a shorter month; None past all calendars."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    if not MINYEAR < year < MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, count: int, unit: str) -> date | None:
    """Return the day `count` days, weeks, months, years, … on, or None past all calendars."""
    if unit in ("day", "week", "weekend", "fortnight"):
        span = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit]
        if abs(count) > 1_000_000:
            return None
        try:
            return day + timedelta(days=span * count)
        except OverflowError:
            return None
    return add_months(day, _MONTHS[unit] * count)


def unit_around(day: date, unit: str) -> Interval | None:
    """Return the calendar unit that a day is in; weeks begin on Monday, and the weekend is that of the week."""
    first = _first_of(day, unit)
    length = 2 if unit == "weekend" else None
    if first is None:
        return None
    after = first + length * DAY if length else add(first, 1, unit)
    return days(first, after, _PRECISION[unit]) if after else None


def _first_of(day: date, unit: str) -> date | None:
    if unit in ("day", "week", "weekend"):
        return add(day, {"day": 0, "week": -day.weekday(), "weekend": _SATURDAY - day.weekday()}[unit], "day")
    if unit in ("month", "quarter"):
        return date(day.year, day.month if unit == "month" else day.month - (day.month - 1) % 3, 1)
    year = {"year": day.year, "decade": day.year - day.year % 10, "century": day.year - (day.year - 1) % 100}[unit]
    return day_of(year, 1, 1)


def season_in(year: int, number: int, *, southern: bool) -> Interval | None:
    """Return a meteorological season that begins in a year, spring being 0; winter runs into the next year.

    Spring is March to May in the north and September to November in the south.
    """
    month = (3 + 3 * number + (6 if southern else 0) - 1) % 12 + 1
    first = day_of(year, month, 1)
    after = add_months(first, 3) if first else None
    return days(first, after, Precision.SEASON) if first and after else None


def feast(name: str, year: int) -> date | None:
    """Return the day of a feast of data/en/whens.toml in a year."""
    rule = data()["holidays"][name]
    if "date" in rule:
        month, day = rule["date"].split("-")
        return day_of(year, int(month), int(day))
    if "easter" in rule:
        easter = easter_of(year)
        return easter + rule["easter"] * DAY if easter else None
    found = nth_weekday(year, *rule["nth"])
    return found + rule.get("plus", 0) * DAY if found else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the nth such weekday (Monday 0) of a month, -1 the last; None where there is none."""
    first = day_of(year, month, 1)
    if first is None:
        return None
    length = monthrange(year, month)[1]
    dates = list(range(1 + (weekday - first.weekday()) % 7, length + 1, 7))
    return date(year, month, dates[nth if nth < 0 else nth - 1]) if abs(nth) <= len(dates) else None


def easter_of(year: int) -> date | None:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm in Meeus, Astronomical Algorithms)."""
    if not MINYEAR < year < MAXYEAR:
        return None
    golden, (century, rest) = year % 19, divmod(year, 100)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
