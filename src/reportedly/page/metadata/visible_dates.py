"""Finds full dates, with their clock times, in a line that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_DAY}-{_MONTH}-{_YEAR}\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?=\D|$)",
    )
)
_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s*(?P<half>[ap]\.?m\b\.?))?|\s*(?P<full>[ap]\.?m\b\.?))"
    r"(?:\s*\(?(?P<zone>GMT|UTC|Z|BST|E[SD]T|C[SD]T|M[SD]T|P[SD]T|CEST|CET|[+-]\d\d:?\d\d)\b\)?)?"
)
_TIME_AFTER = re.compile(rf"(?:\s*(?:[,|·•@–—-]|at|T)\s*|\s+)?{_TIME}", re.IGNORECASE)
_TIME_BEFORE = re.compile(
    rf"\b{_TIME}\s*(?:[,|·•–—-]|on)?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?$", re.I
)
# initials that stand for one offset wherever English news is printed; IST, CST in China and the like stay out
_OFFSETS = {
    "GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00",
    "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00",
    "PST": "-08:00", "PDT": "-07:00",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class VisibleDate:
    """A full date in a line: ISO 8601 as far as the line says it, where the date stands, where date and time do."""

    iso: str
    date: Span
    whole: Span


def visible_dates(line: str) -> Iterator[VisibleDate]:
    """Yield the full dates of a line in reading order; one without a year or in digits only like 12/11/2024 is none.

    >>> [found.iso for found in visible_dates("Published: Nov. 12, 2024 | 10:05 GMT")]
    ['2024-11-12T10:05+00:00']
    >>> [found.iso for found in visible_dates("12 November 2024; updated on 13 November 2024 at 9.30pm")]
    ['2024-11-12', '2024-11-13T21:30']
    """
    matches = sorted((match for pattern in _DATES for match in pattern.finditer(line)), key=lambda match: match.start())
    end = 0
    for match in matches:
        if match.start() >= end:
            found = _with_time(line, match)
            end = found.whole.end
            yield found


def _with_time(line: str, match: re.Match[str]) -> VisibleDate:
    day = f"{match['year']}-{_month(match['month']):02d}-{int(match['day']):02d}"
    date = Span(*match.span())
    after = _TIME_AFTER.match(line, match.end())
    before = None if after else _TIME_BEFORE.search(line[: match.start()])
    clock = after or before
    if clock is None:
        return VisibleDate(day, date, date)
    whole = Span(min(date.start, clock.start()), max(date.end, clock.end() if after else date.end))
    return VisibleDate(f"{day}T{_clock(clock)}", date, whole)


def _month(word: str) -> int:
    return int(word) if word.isdigit() else _MONTHS.index(word[:3].lower()) + 1


def _clock(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    half = (match["half"] or match["full"] or "")[:1].lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = (match["zone"] or "").upper()
    offset = _OFFSETS.get(zone, f"{zone[:3]}:{zone[-2:]}" if zone else "")
    return f"{hour:02d}:{match['minute'] or '00'}{offset}"
