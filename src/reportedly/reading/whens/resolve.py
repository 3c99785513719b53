"""From an expression to the interval it means: pure functions of the expression and what surrounds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reportedly.model import Precision
from reportedly.reading.whens.chosen import choose
from reportedly.reading.whens.context import Context, Tense
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
    Range,
    Season,
    Shift,
    Since,
    Stretch,
    That,
    Timed,
    Turn,
    Unit,
    WeekOf,
    Years,
)  # fmt: skip
from reportedly.reading.whens.intervals import DAY, Interval, add, day_of, days, midnight, nth_weekday, unit_around
from reportedly.reading.whens.words import data

_SATURDAY = 5
_THURSDAY = 3
_SMALL = frozenset({"hour", "minute"})
# how far "recent days", "the coming weeks" reach, as a reader takes them: up to the next larger unit
_REACH = {
    "day": (1, "week"),
    "week": (1, "month"),
    "month": (1, "year"),
    "year": (1, "decade"),
    "decade": (1, "century"),
}
# a word that tells which one by itself
_TELLING = frozenset({"last", "next", "this", "this past", "this coming"})
# "a few days ago" is two to seven
_FEW = (2, 7)


def resolve(expression: Expression, context: Context) -> Interval | None:  # noqa: PLR0911 - a case each
    """Return the interval that an expression means, or None where that is unknown."""
    match expression:
        case Calendar() | Season() | Part() | Holiday():
            return choose(expression, context)
        case Years(first, last, vague):
            return _years(first, last, Precision.VAGUE if vague else Precision.RANGE)
        case Turn():
            return _turn(expression, context)
        case Unit() | That():
            return _unit(expression, context)
        case Away() | Ahead():
            return _away(expression, context)
        case Stretch():
            return _stretch(expression, context)
        case Clock() | Hours(day=None):
            return _timed(Timed(That("day", 0), expression), context)
        case Hours() | Timed():
            return _timed(expression, context)
        case Shift() | WeekOf() | Ending() | NthOf():
            return _leaning(expression, context)
        case Range() | Since():
            return _range(expression, context)


def _years(first: int, last: int, precision: Precision) -> Interval | None:
    start, after = day_of(first, 1, 1), day_of(last + 1, 1, 1)
    return days(start, after, precision) if start and after else None


def _turn(turn: Turn, context: Context) -> Interval | None:
    if not turn.of_year:
        year = 100 * (turn.century - 1) if turn.century else 2000
        return _years(year - 2, year + 2, Precision.VAGUE)
    if context.today is None:
        return None
    # the turn of the year that is nearest
    year = context.today.year + (context.today.month > 6)
    start, after = day_of(year - 1, 12, 1), day_of(year, 2, 1)
    return days(start, after, Precision.VAGUE) if start and after else None


def _unit(unit: Unit | That, context: Context) -> Interval | None:
    base = _base_of(unit, context) if isinstance(unit, That) else context.today
    if base is None:
        return None
    shift = unit.shift
    if shift is None or (
        isinstance(unit, Unit) and unit.unit == "weekend" and (shift, context.tense) == (0, Tense.PAST)
    ):
        # "the weekend", and "this weekend" of what is over: on a weekday it is the last one
        shift = -1 if context.tense is not Tense.FUTURE and base.weekday() < _SATURDAY else 0
    day = add(base, shift, unit.unit)
    return unit_around(day, unit.unit) if day else None


def _base_of(that: That, context: Context) -> date | None:
    """Return the day that "that day", "the previous week" is reckoned from; None where the text names none so fine."""
    focus = context.focus
    if focus is None:
        # "the following week" of a text that has named no time leaves only the present one
        return context.today if that.shift and that.unit != "day" else None
    if that.unit == "day" and focus.last_day() != focus.first_day() and not focus.timed:
        return None
    around = unit_around(focus.first_day(), that.unit)
    if around is None or (focus.last_day() > around.last_day() and not focus.timed):
        return None
    return focus.first_day()


def _away(away: Away | Ahead, context: Context) -> Interval | None:
    base = _base_away(away, context)
    if base is None or away.unit in _SMALL:
        return None
    if isinstance(away, Ahead):
        return _ahead(away, base, context.tense)
    if away.vague:
        return _vaguely(away, base)
    return _there(base, away.count, away.unit, exact=away.exact)


def _base_away(away: Away | Ahead, context: Context) -> date | None:
    """Return the day that is reckoned from; None where "two days earlier" follows a whole month."""
    if isinstance(away, Ahead) or not away.from_focus:
        return context.today
    if context.focus is None:
        return None
    base = context.focus.first_day()
    longest = {"day": 1, "week": 1, "fortnight": 1, "month": 31}.get(away.unit, 366)
    return base if (context.focus.last_day() - base).days < longest + context.focus.timed else None


def _there(base: date, count: int, unit: str, *, exact: bool = False) -> Interval | None:
    """Return what is so many units away: a day for days and weeks, else the month or year (conventions, "Whens")."""
    day = add(base, count, unit)
    if day is None:
        return None
    if exact or unit in ("day", "week", "fortnight"):
        return unit_around(day, "day")
    return unit_around(day, "month" if unit in ("month", "quarter") else "year")


def _ahead(ahead: Ahead, base: date, tense: Tense) -> Interval | None:
    """Return the time "in two weeks", if something is to come: "twice in two weeks" is a duration."""
    if tense is not Tense.FUTURE:
        return None
    if not ahead.within:
        return _vaguely(ahead, base) if ahead.vague else _there(base, ahead.count, ahead.unit)
    last = add(base, ahead.count, ahead.unit)
    return days(base, last + DAY, Precision.VAGUE if ahead.vague else Precision.RANGE) if last else None


def _vaguely(away: Away | Ahead, base: date) -> Interval | None:
    """Return the time "a few days ago" or "more than two years ago" may mean at most."""
    sign = -1 if away.count < 0 else 1
    few = _FEW if abs(away.count) == 3 else (abs(away.count), 2 * abs(away.count))
    one, two = add(base, sign * few[0], away.unit), add(base, sign * few[1], away.unit)
    if one is None or two is None:
        return None
    return days(min(one, two), max(one, two) + DAY, Precision.VAGUE)


def _stretch(stretch: Stretch, context: Context) -> Interval | None:
    today = context.today
    if today is None:
        return None
    if stretch.unit in _SMALL:
        hours = stretch.count if stretch.unit == "hour" else None
        if hours is None or hours < 24:
            return None
        stretch = replace(stretch, count=hours // 24, unit="day")
    if stretch.unit == "quarter" and stretch.count is not None:
        return _quarters(stretch.count, stretch.way, today)
    unit = stretch.unit if stretch.unit != "weekend" else "week"
    count, size = (stretch.count, unit) if stretch.count is not None else _REACH.get(unit, (1, "year"))
    precision = Precision.RANGE if stretch.count is not None else Precision.VAGUE
    other = add(today, stretch.way * count, size)
    if other is None:
        return None
    # what is to come begins tomorrow, when that is counted: "in the next two days"
    start = today + DAY if stretch.way > 0 and stretch.count is not None else min(other, today)
    return days(start, max(other, today) + DAY, precision)


def _quarters(count: int, way: int, today: date) -> Interval | None:
    """Return the whole calendar quarters before or after the present one."""
    this = unit_around(today, "quarter")
    edge = this and (this.first_day() if way < 0 else this.last_day() + DAY)
    other = add(edge, way * count, "quarter") if edge else None
    return days(min(edge, other), max(edge, other), Precision.RANGE) if edge and other else None


def _timed(expression: Hours | Timed, context: Context) -> Interval | None:
    if isinstance(expression, Hours):
        shift = expression.day or 0
        day: Expression = That("day", shift) if expression.focused else Unit("day", shift)
        expression = Timed(day, expression)
        overnight = context.tense is not Tense.FUTURE
    else:
        overnight = False
    around = resolve(expression.day, context)
    if around is None or around.timed or around.precision is not Precision.DAY:
        return None
    start, time = around.start, expression.time
    if isinstance(time, Clock):
        begin = start + timedelta(hours=time.hour, minutes=time.minute or 0)
        length = timedelta(hours=1) if time.minute is None else timedelta(minutes=1)
        precision = Precision.HOUR if time.minute is None else Precision.MINUTE
        if time.until is not None:
            end = start + timedelta(hours=time.until.hour, minutes=time.until.minute or 0)
            zone = time.zone if time.zone is not None else time.until.zone
            return Interval(begin, end if end > begin else end + DAY, Precision.RANGE, timed=True, zone=zone)
        return Interval(begin, begin + length, precision, timed=True, zone=time.zone)
    name = "night" if time.name == "overnight" and not overnight else time.name
    first, last = data()["parts"][name]
    return Interval(start + timedelta(hours=first), start + timedelta(hours=last), Precision.HOUR, timed=True)


def _leaning(  # noqa: PLR0911 - a kind each
    expression: Shift | WeekOf | Ending | NthOf, context: Context
) -> Interval | None:
    if isinstance(expression, Shift) and expression.count > 0 and context.tense is Tense.UNKNOWN:
        context = replace(context, tense=Tense.FUTURE)  # "a week from Sunday"
    base = resolve(expression.base, context) if expression.base is not None else None
    if base is None:
        return None
    first, last = base.first_day(), base.last_day()
    if isinstance(expression, NthOf):
        return _nth(expression, base)
    if isinstance(expression, Ending):
        start = add(last + DAY, -expression.count, expression.unit)
        return days(start, last + DAY, Precision.RANGE) if start else None
    if isinstance(expression, WeekOf):
        of_feast = isinstance(expression.base, Holiday) and expression.unit == "weekend"
        return _weekend_of(first) if of_feast else _week_of(expression, first, last)
    if expression.whole and expression.unit == "week":
        start = first - 7 * DAY if expression.count < 0 else last + DAY
        return days(start, start + 7 * DAY, Precision.WEEK)
    if first != last and expression.unit in ("day", "week"):
        return None
    return _there(first, expression.count, expression.unit)


def _week_of(week: WeekOf, first: date, last: date) -> Interval | None:
    if week.way in ("beginning", "starting", "commencing", "that began"):
        return days(first, first + 7 * DAY, Precision.WEEK)
    if week.way in ("ending", "that ended"):
        return days(last - 6 * DAY, last + DAY, Precision.WEEK)
    return unit_around(first, week.unit)


def _weekend_of(feast: date) -> Interval | None:
    """Return the weekend with a feast on its Friday or Monday or nearer: "Labor Day weekend" is Saturday to Monday."""
    saturday = feast + ((_SATURDAY - feast.weekday() + 3) % 7 - 3) * DAY
    first, last = min(saturday, feast), max(saturday + DAY, feast)
    return days(first, last + DAY, Precision.RANGE)


def _nth(nth: NthOf, whole: Interval) -> Interval | None:  # noqa: PLR0911 - a unit each
    """Return the nth week, day or weekday of a month or year; plural units ("the first days of May") keep the whole."""
    first, last = whole.first_day(), whole.last_day()
    if nth.unit.isdigit():
        if whole.precision is not Precision.MONTH:
            return None
        day = nth_weekday(first.year, first.month, int(nth.unit), nth.nth)
        return unit_around(day, "day") if day else None
    if nth.unit == "week" and last - first >= 27 * DAY:
        return _nth_week(nth, first, last)
    if nth.count is not None:
        return _first_units(nth, first, last)
    if nth.unit in ("days", "weeks", "months") or last - first < 20 * DAY:
        return whole
    if nth.unit == "day":
        return unit_around(last if nth.nth < 0 else first + (nth.nth - 1) * DAY, "day")
    if nth.unit == "weekend":
        day = nth_weekday(first.year, first.month, 5, nth.nth)
        return unit_around(day, "weekend") if day else None
    start_month = last if nth.nth < 0 else add(first, nth.nth - 1, "month")
    return unit_around(start_month, "month") if start_month else None


def _nth_week(nth: NthOf, first: date, last: date) -> Interval | None:
    """Return weeks of a month or year, Monday to Sunday; a week is of the month that has its Thursday (ISO 8601)."""
    count = nth.count or 1
    if nth.nth < 0:
        start = last - (last.weekday() - _THURSDAY) % 7 * DAY - (_THURSDAY + 7 * (count - 1)) * DAY
    else:
        start = first + (_THURSDAY - first.weekday()) % 7 * DAY - (_THURSDAY - 7 * (nth.nth - 1)) * DAY
    return days(start, start + 7 * count * DAY, Precision.WEEK if count == 1 else Precision.RANGE)


def _first_units(nth: NthOf, first: date, last: date) -> Interval | None:
    """Return the first or last so many days or months of a month or year."""
    if nth.count is None or nth.unit not in ("day", "month"):
        return None
    if nth.nth > 0:
        start, after = first, add(first, nth.count, nth.unit)
    else:
        after = last + DAY
        start = add(after, -nth.count, nth.unit) or first
    return days(max(start, first), min(after, last + DAY), Precision.RANGE) if after else None


def _range(expression: Range | Since, context: Context) -> Interval | None:
    if isinstance(expression, Since):
        return _since(expression, context)
    start, end = _ends(expression, context)
    if start is None or end is None or start.start >= end.end:
        return None
    return Interval(midnight(start.first_day()), midnight(end.last_day() + DAY), Precision.RANGE)


def _since(since: Since, context: Context) -> Interval | None:
    first = resolve(since.first, replace(context, tense=Tense.PAST))
    if first is None:
        return None
    upto = context.today or context.upto
    last = upto if upto and upto >= first.first_day() else first.last_day()
    return days(first.first_day(), last + DAY, Precision.RANGE if context.today else Precision.VAGUE)


def _ends(expression: Range, context: Context) -> tuple[Interval | None, Interval | None]:
    """Return both ends of a range; the end that is nearer to the present is chosen first, the other by it."""
    one, two = expression.first, expression.last
    now = unit_around(context.today, "day") if context.today else None
    if one is None or two is None:
        forward = replace(context, tense=Tense.FUTURE)
        return now if one is None else resolve(one, context), now if two is None else resolve(two, forward)
    fixed = resolve(one, Context(None))
    # "between Tuesday and Election Day" looks ahead from this week
    near = isinstance(one, Calendar) and one.weekday is not None and one.day is None and not isinstance(two, Calendar)
    near = near or (isinstance(one, Calendar) and one.which in _TELLING) or isinstance(one, Unit)
    if isinstance(two, Unit) and two.unit == "day":
        return fixed or resolve(one, replace(context, tense=Tense.PAST)), resolve(two, context)
    if fixed is not None or near:
        start = fixed or resolve(one, context)
        after = replace(context, today=start.first_day(), tense=Tense.FUTURE) if start else context
        return start, resolve(two, Context(None)) or resolve(two, after)
    end = resolve(two, context)
    before = replace(context, today=end.first_day(), tense=Tense.PAST) if end else context
    return resolve(one, before), end
