"""Reads a time that a person gives."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from reportedly.errors import BadReview
from reportedly.model import Precision

_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def interval_of(said: str) -> dict[str, str]:
    """Return the half-open interval of a year, a month, a day, a minute, or a range from one to the end of another.

    Raises BadReview.

    >>> interval_of("2026-05-14")
    {'start': '2026-05-14', 'end': '2026-05-15', 'precision': 'day'}
    >>> interval_of("2026-05/2026-06")
    {'start': '2026-05-01', 'end': '2026-07-01', 'precision': 'range'}
    """
    first, is_range, last = said.strip().partition("/")
    try:
        start, end, precision = _one(first)
        if is_range:
            end, precision = _one(last)[1], Precision.RANGE
    except (ValueError, OverflowError) as error:
        raise BadReview(
            f"{said!r} is no time: write 2026, 2026-05, 2026-05-14, 2026-05-14T09:30+01:00, or two of them as "
            "2026-05-14/2026-05-16, the last one included"
        ) from error
    if _instant(start) >= _instant(end):
        raise BadReview(f"{said!r} ends before it begins")
    return {"start": start, "end": end, "precision": precision.value}


def _one(said: str) -> tuple[str, str, Precision]:
    if _YEAR.fullmatch(said):
        return f"{said}-01-01", date(int(said) + 1, 1, 1).isoformat(), Precision.YEAR
    if month := _MONTH.fullmatch(said):
        first = date(int(month[1]), int(month[2]), 1)
        return first.isoformat(), (first + timedelta(days=31)).replace(day=1).isoformat(), Precision.MONTH
    if _DAY.fullmatch(said):
        day = date.fromisoformat(said)
        return day.isoformat(), (day + timedelta(days=1)).isoformat(), Precision.DAY
    if "T" not in said:
        raise ValueError(said)
    minute = datetime.fromisoformat(said).replace(second=0, microsecond=0)
    ends = minute + timedelta(minutes=1)
    return minute.isoformat(timespec="minutes"), ends.isoformat(timespec="minutes"), Precision.MINUTE


def _instant(moment: str) -> datetime:
    """Return a moment for comparing; one without an offset is taken for UTC."""
    told = datetime.fromisoformat(moment)
    return told if told.tzinfo else told.replace(tzinfo=UTC)
