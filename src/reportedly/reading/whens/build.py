"""From the match of a rule to the expression it stands for."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from reportedly.reading.whens.expressions import (
    Ahead,
    Away,
    Calendar,
    Clock,
    Ending,
    Expression,
    Holiday,
    Hours,
    NthOf,
    Part,
    Season,
    Shift,
    Since,
    Stretch,
    That,
    Turn,
    Unit,
    WeekOf,
    Years,
)  # fmt: skip
from reportedly.reading.whens.words import count_of, data, date_orders, months, unit_of, weekdays

_SHIFTS = {
    "last": -1, "previous": -1, "the previous": -1, "the preceding": -1, "past": -1, "this": 0, "current": 0,
    "the current": 0, "the": 0, "each": 0, "this past": -1, "next": 1, "coming": 1, "the next": 1, "this coming": 1,
    "the following": 1, "following": 1, "the very next": 1, "that": 0, "that same": 0, "the same": 0,
    "the very same": 0, "before last": -2, "after next": 2,
}  # fmt: skip
# these look to the time that the text speaks of, not to the present
_FOCUSED = frozenset(
    {"that", "the same", "that same", "the very same", "the previous", "the preceding", "the following", "the next",
     "the very next", "previous", "following"}
)  # fmt: skip
_BOUNDS = frozenset({"more than", "over", "less than", "at least", "up to"})
_NOON = 12
_MONTHS = 12
# a year with a February 29
_LEAP = 2000
# years of two digits from here on are of the last century
_TURN = 40

Groups = Mapping[str, str | None]


def build(kind: str, match: re.Match[str]) -> Expression | None:
    """Return the expression that a rule's match stands for, or None where it is none after all."""
    if kind == "slashed" and match["mark"] == "-" and match.string[match.start() - 1 : match.start()] == "-":
        return None  # a longer number
    if kind == "slashed":
        return _slashed(match.groupdict(), day_first=_is_day_first(match.string))
    return _builders()[kind](match.groupdict())


@cache
def _builders() -> Mapping[str, Callable[[Groups], Expression | None]]:
    return {
        "calendar": _calendar, "years": _years, "decade": _decade, "century": _century,
        "turn": _turn, "unit": _unit, "day": _day, "part": _part, "clock": _clock, "away": _away, "shift": _shift,
        "ahead": _ahead, "stretch": _stretch, "that": _that, "season": _season, "quarter": _quarter,
        "holiday": _holiday, "week_of": _week_of, "nth_of": _nth_of,
        "bare_hour": _bare_hour, "to_date": _to_date, "unit_end": _unit_end, "ending": _ending,
    }  # fmt: skip


def _word(groups: Groups, name: str) -> str | None:
    """Return the words of a group in lower case with single blanks, or None."""
    found = groups.get(name)
    return None if found is None else " ".join(found.lower().split())


def _number(groups: Groups, name: str) -> int | None:
    found = groups.get(name)
    return int(found) if found else None


def _shift_of(groups: Groups, name: str) -> int | None:
    word = _word(groups, name)
    return None if word is None else _SHIFTS[word]


def _calendar(groups: Groups) -> Calendar | None:
    month, weekday = _word(groups, "month") or _word(groups, "month_after"), _word(groups, "weekday")
    words = [_word(groups, name) for name in ("which", "yearref", "weekref", "monthref")]
    known = groups.get("known") is not None
    number = months()[month.rstrip(".")] if month else _number(groups, "month_number")
    return Calendar(
        year=2001 if known else _year_of(groups) or _number(groups, "year_before"),
        month=number,
        day=_day_of_month(groups),
        weekday=weekdays()[weekday] if weekday else None,
        which=words[0],
        year_shift=_shift_of(groups, "yearref"),
        week_shift=_shift_of(groups, "weekref"),
        month_shift=_shift_of(groups, "monthref"),
        focused=any(word in _FOCUSED for word in words),
    )


def _day_of_month(groups: Groups) -> int | None:
    word = _word(groups, "day_word")
    return (
        list(data()["day_words"]).index(word.replace(" ", "-")) + 1
        if word
        else _number(groups, "day") or _number(groups, "day_after")
    )


@lru_cache(maxsize=1)
def _is_day_first(text: str) -> bool:
    """Tell whether a text puts the day before the month; it does not where its dates do not tell (as in the US)."""
    first, second = date_orders()
    return sum(1 for _ in first.finditer(text)) > sum(1 for _ in second.finditer(text))


def _slashed(groups: Groups, *, day_first: bool) -> Calendar | None:
    """Return a day written in numbers: in the only order that the calendar allows, else in that of the text."""
    one, two = _number(groups, "one") or 0, _number(groups, "two") or 0
    month, day = (one, two) if one <= _MONTHS and (two > _MONTHS or not day_first) else (two, one)
    year = _year_of(groups)
    if not 0 < month <= _MONTHS or not 0 < day <= monthrange(year or _LEAP, month)[1]:
        return None
    return Calendar(year, month, day)


def _full_year(short: int) -> int:
    """Return the year that two digits stand for, at most some ten years ahead: 1940 to 2039."""
    return short + (2000 if short < _TURN else 1900)


def _years(groups: Groups) -> Years | None:
    first, end = _number(groups, "year") or 0, groups["to"] or ""
    last = int(end) if len(end) == len("2011") else first - first % 100 + int(end)
    return Years(first, last) if first < last else None


def _decade(groups: Groups) -> Years:
    if groups.get("word"):
        first = int(data()["decade_words"][_word(groups, "word")])
    elif groups.get("short"):
        first = 1900 + int(groups["short"] or 0)
    else:
        first = int(groups["decade"] or 0)
    # "the 1900s" is the century as often as the decade
    return Years(first, first + 9, vague=first % 100 == 0 and first < 2000)


def _century(groups: Groups) -> Years:
    word = _word(groups, "century_word")
    number = list(data()["day_words"]).index(word.replace(" ", "-")) + 1 if word else _number(groups, "century") or 0
    return Years(100 * number - 99, 100 * number)


def _turn(groups: Groups) -> Turn:
    return Turn(_number(groups, "century"), groups["turn_year"] is not None)


def _unit(groups: Groups) -> Unit:
    unit = unit_of(groups["one_unit"] or "")
    by_tense = unit == "weekend" and _word(groups, "which") == "the"
    return Unit(unit, None if by_tense else _shift_of(groups, "which"))


def _day(groups: Groups) -> Expression:
    word = _word(groups, "deictic")
    if word == "tonight":
        return Hours("night", 0)
    shifts = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    return Unit("day", shifts[word or "today"])


def _part(groups: Groups) -> Hours:
    name = re.sub(r"[\s-]+", " ", _word(groups, "part") or "")
    name = "overnight" if name == "overnight" else name
    name = "predawn hours" if name.startswith("pre") else name
    name = "evening" if name == "eve" else name
    if name == "overnight":
        return Hours(name, 0)
    which = _word(groups, "which")
    return Hours(name, _shift_of(groups, "which"), bool(groups.get("of")), which in _FOCUSED)


def _clock(groups: Groups) -> Clock | None:
    zone = data()["zones"].get(groups["zone"])
    if groups["hour4"]:
        return Clock(int(groups["hour4"]), _number(groups, "minute4"), zone)
    if groups["hour24"]:
        hour24 = groups["hour24"]
        loose = not hour24.startswith("0") and int(hour24) < _NOON
        return Clock(int(hour24), _number(groups, "minute24"), zone, loose=loose)
    if groups["oclock"]:
        return None
    hour = (_number(groups, "hour") or 0) % _NOON
    until = Clock(hour + (_NOON if (groups["half"] or "").lower() == "p" else 0), _number(groups, "minute"), zone)
    start = _number(groups, "hour_from")
    if start is None:
        return until
    # "from 10 to 4 p.m." begins in the morning
    first = start % _NOON + (_NOON if until.hour >= _NOON else 0)
    return Clock(first if first <= until.hour else first - _NOON, _number(groups, "minute_from"), zone, until)


def _count(groups: Groups) -> tuple[int | None, str]:
    return count_of(groups["number"] or ""), unit_of(groups["unit"] or "")


def _away(groups: Groups) -> Expression | None:
    if groups.get("half_unit") and groups["unit"] in ("century", "decade"):
        count: int | None = 50 if groups["unit"] == "century" else 5
        unit = "year"
    elif not groups["number"]:
        return None
    else:
        count, unit = _count(groups)
    if unit in ("weekend", "quarter"):
        return None
    vague = count is None or _word(groups, "about") in _BOUNDS or bool(groups.get("and_half") or groups.get("and_tail"))
    way = _word(groups, "way") or ""
    backwards = way.startswith(("ago", "earl", "prev", "prior", "before"))
    sign = -1 if backwards else 1
    return Away(sign * (3 if count is None else count), unit, way not in ("ago", "from now", "hence"), vague)


def _shift(groups: Groups) -> Shift | None:
    count, unit = _count(groups) if groups["number"] else (1, unit_of(groups["unit"] or ""))
    if count is None or unit in ("hour", "minute"):
        return None
    before = (_word(groups, "way") or "").startswith(("before", "prior"))
    return Shift(-count if before else count, unit, whole=not groups["number"])


def _ahead(groups: Groups) -> Ahead | Away | Stretch | None:
    count, unit = _count(groups)
    if groups["next"] and unit in ("day", "week", "month", "quarter", "year", "decade"):
        return Stretch(count, unit, 1)  # "in the next two weeks" says itself that it is to come
    if unit in ("weekend", "quarter"):
        return None
    if groups["time"] and count is not None:
        return Away(count, unit)  # "in two weeks' time" says itself that it is to come
    return Ahead(count or 3, unit, _word(groups, "in") == "within", count is None)


def _stretch(groups: Groups) -> Stretch | None:
    number = 1 if "one" in groups else count_of(groups.get("number") or "")
    way = _word(groups, "way")
    if groups["stretch"] == "hours" and (way not in ("past", "last") or number not in (24, 36, 48, 72)):
        return None  # "for the next 30 hours" is a duration
    if way == "following" or (way == "previous" and number is None):
        return None
    return Stretch(number, unit_of(groups["stretch"] or ""), 1 if way in ("next", "coming", "upcoming") else -1)


def _that(groups: Groups) -> That | Hours:
    unit = unit_of((groups["one_unit"] or "").strip())
    way = _word(groups, "way") if "way" in groups else None
    shift = {"before": -1, "earlier": -1, "after": 1}[way] if way else _SHIFTS[_word(groups, "which") or "that"]
    if unit == "night":
        return Hours("night", shift, focused=True)
    return That(unit, shift)


def _year_of(groups: Groups) -> int | None:
    """Return the year that is written in full or in two digits ("’69"), or None."""
    short = _number(groups, "short_year")
    return _full_year(short) if short is not None else _number(groups, "year")


def _season(groups: Groups) -> Season:
    return Season(
        int(data()["seasons"][_word(groups, "season")]), _year_of(groups), _word(groups, "which"),
        _shift_of(groups, "yearref"), _word(groups, "which") in _FOCUSED or _word(groups, "yearref") in _FOCUSED,
    )  # fmt: skip


def _quarter(groups: Groups) -> Part | None:
    year = _number(groups, "year") or _number(groups, "year_after")
    if groups.get("code"):
        code = (groups["code"] or "Q1").upper()
        return Part(3 if code[0] == "Q" else 6, int(code[1]), year)
    length = 3 if _word(groups, "fraction") == "quarter" else 6
    nth = int(data()["ordinals"][_word(groups, "nth")])
    if nth > _NOON // length:
        return None
    shift = 0 if groups["of_the_year"] else _shift_of(groups, "yearref")
    focused = _word(groups, "yearref") in _FOCUSED
    return Part(length, nth if nth > 0 else _NOON // length, year, _word(groups, "which"), shift, focused)


def _holiday(groups: Groups) -> Holiday | WeekOf:
    plain = re.sub(r"[’'.]", "", _word(groups, "holiday") or "")
    names = {re.sub(r"[’'.]", "", name.lower()): name for name in data()["holidays"]}
    holiday = Holiday(
        names[plain], _number(groups, "year"), _word(groups, "which"), _shift_of(groups, "yearref"),
        _word(groups, "which") in _FOCUSED or _word(groups, "yearref") in _FOCUSED,
    )  # fmt: skip
    return WeekOf("weekend", "of", holiday) if groups["weekend"] else holiday


def _week_of(groups: Groups) -> WeekOf:
    return WeekOf(unit_of(groups["one_unit"] or ""), _word(groups, "way") or "of")


def _nth_of(groups: Groups) -> NthOf | None:
    nth = int(data()["ordinals"][_word(groups, "nth")])
    unit = (groups["nth_unit"] or "").lower()
    count = count_of(groups["number"]) if groups["number"] else None
    if groups["number"] and (count is None or abs(nth) > 1 or unit_of(unit) == unit):
        return None
    if count is not None:
        return NthOf(nth, unit_of(unit), count=count)
    return NthOf(nth, str(weekdays()[unit]) if unit in weekdays() else unit)


def _bare_hour(groups: Groups) -> Clock:
    return Clock(int(groups["bare"] or 0), loose=True, bare=True)


def _unit_end(groups: Groups) -> Unit:
    return Unit(unit_of(groups["one_unit"] or groups["two_unit"] or ""), 0)


def _ending(groups: Groups) -> Ending | None:
    count = count_of(groups["number"]) if groups["number"] else 1
    return Ending(count, unit_of(groups["unit"] or groups["one_unit"] or "")) if count else None


def _to_date(groups: Groups) -> Since:
    return Since(Unit(unit_of(groups["one_unit"] or ""), 0))
