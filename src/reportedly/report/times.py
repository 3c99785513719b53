"""Says intervals of time as a person does."""

from __future__ import annotations

from datetime import datetime, timedelta

from reportedly.model import Precision, When, WhenBasis

_INSTANT = timedelta(seconds=1)
_CLOCK = {Precision.MINUTE: timedelta(minutes=1), Precision.HOUR: timedelta(hours=1)}


def spoken(when: When, until: str | None = None) -> str:
    """Return an interval of time as a person says it; ISO 8601 as it stands where it cannot be said more simply.

    `until` is the end of the day of publication, ISO 8601: a range that ends there is said with "since".

    >>> spoken(When("w1", "2026-05-14", "2026-05-15", Precision.DAY, WhenBasis.TEXT))
    'Thursday 14 May 2026'
    >>> spoken(When("w1", "1998-01-01", "2004-01-01", Precision.RANGE, WhenBasis.TEXT))
    'between 1998 and 2003'
    >>> spoken(When("w1", "2011-01-01", "2026-05-15", Precision.RANGE, WhenBasis.TEXT), until="2026-05-15")
    'since 2011'
    """
    start, end = _moment(when.start), _moment(when.end)
    if start is None:
        return when.start
    if end is None or not _is_interval(start, end):
        return _day(start)
    if when.precision is Precision.RANGE and when.end == until:
        return f"since {_from(start)}"
    return _interval(when.precision, start, end)


def dated(when: When) -> str:
    """Return when an article was published: as `spoken`, but an inferred window is told as one.

    >>> dated(When("w1", "2026-05-11", "2026-05-18", Precision.WEEK, WhenBasis.INFERRED))
    'between 11 and 17 May 2026'
    """
    start, end = _moment(when.start), _moment(when.end)
    window = when.basis is WhenBasis.INFERRED and _is_interval(start, end)
    if not window or not start or not end or when.precision in _CLOCK:
        return spoken(when)
    unit = _unit(start, end - _INSTANT)
    if not unit:
        return _between(start, end - _INSTANT)
    return unit if start.date() == (end - _INSTANT).date() else f"in {unit}"


def in_time(when: When) -> tuple[bool, datetime, datetime]:
    """Return a key that sorts intervals by start, then end; what is no ISO 8601 comes last."""
    start, end = _moment(when.start), _moment(when.end)
    # clock times with and without a zone cannot be compared: the zone, hours at most, is left out
    first = start.replace(tzinfo=None) if start else datetime.max
    return (start is None, first, end.replace(tzinfo=None) if end else first)


def _interval(precision: Precision, start: datetime, end: datetime) -> str:
    if precision in _CLOCK:
        return _hours(start, end, _CLOCK[precision])
    last = end - _INSTANT
    unit = _unit(start, last)
    match precision:
        case Precision.VAGUE:
            return f"some time in {unit}" if unit else _between(start, last)
        case Precision.RANGE:
            return unit or _between(start, last)
    return unit or _run(start, last)


def _is_interval(start: datetime | None, end: datetime | None) -> bool:
    """Tell whether both ends are known, can be compared and stand in order."""
    return bool(start and end and (start.tzinfo is None) is (end.tzinfo is None) and start < end)


def _unit(start: datetime, last: datetime) -> str:
    """Return the name of the one day, month or year that the interval is; "" where it is none."""
    if start.date() == last.date():
        return _day(start)
    if start.day == 1 and (start.year, start.month) == (last.year, last.month) and _ends_month(last):
        return f"{start:%B} {start.year}"
    if start.year == last.year and _whole_years(start, last):
        return str(start.year)
    return ""


def _between(start: datetime, last: datetime) -> str:
    if _whole_years(start, last):
        return f"between {start.year} and {last.year}"
    return f"between {_run(start, last).replace(' to ', ' and ')}"


def _run(start: datetime, last: datetime) -> str:
    """Return the first and the last day, or month where only whole months are meant, with " to " between them."""
    if start.day == 1 and _ends_month(last):
        return f"{start:%B}{_year(start, last)} to {last:%B} {last.year}"
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day} to {last.day} {last:%B} {last.year}"
    return f"{start.day} {start:%B}{_year(start, last)} to {last.day} {last:%B} {last.year}"


def _from(start: datetime) -> str:
    if (start.month, start.day) == (1, 1):
        return str(start.year)
    return f"{start:%B} {start.year}" if start.day == 1 else _day(start)


def _hours(start: datetime, end: datetime, unit: timedelta) -> str:
    """Return a time of day, or two for an interval longer than its unit."""
    if end - start <= unit:
        return f"{_day(start)}, {start:%H:%M}{_zone(start)}"
    until = f"{end:%H:%M}" if (end - _INSTANT).date() == start.date() else f"{_day(end)}, {end:%H:%M}"
    return f"{_day(start)}, {start:%H:%M} to {until}{_zone(start)}"


def _whole_years(start: datetime, last: datetime) -> bool:
    return (start.month, start.day) == (1, 1) and (last.month, last.day) == (12, 31)


def _ends_month(last: datetime) -> bool:
    # the last day that can be told has no next one
    return (last.month == 12 and last.day == 31) or (last + timedelta(days=1)).day == 1


def _year(start: datetime, last: datetime) -> str:
    return "" if start.year == last.year else f" {start.year}"


def _day(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B} {moment.year}"


def _zone(moment: datetime) -> str:
    offset = f"{moment:%z}"
    if not offset:
        return ""
    return " UTC" if offset == "+0000" else f" {offset[:3]}:{offset[3:5]}"


def _moment(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None
