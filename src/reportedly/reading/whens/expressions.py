"""What an expression of time says, before it is known which day it is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import Span


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, month, day of the month or weekday (Monday 0), as far as the words name them.

    `which` is the word that chooses one ("last", "this coming"). `year_shift` is 1 in "May next year", `week_shift` in
    "Monday next week". `focused` ones look to the time that the text speaks of ("May of that year").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str | None = None
    year_shift: int | None = None
    week_shift: int | None = None
    month_shift: int | None = None
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season, the northern one by number from spring 0, with a year or a word that chooses it."""

    number: int
    year: int | None = None
    which: str | None = None
    year_shift: int | None = None
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A quarter (of 3 months) or half (of 6 months) of a year."""

    months: int
    nth: int
    year: int | None = None
    which: str | None = None
    year_shift: int | None = None
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast by its name in data/en/whens.toml."""

    name: str
    year: int | None = None
    which: str | None = None
    year_shift: int | None = None
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years [first, last], both included; `vague` where the words only point at them."""

    first: int
    last: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """The calendar unit that is `shift` units away from the present one: "last week" is -1 week; None by tense."""

    unit: str
    shift: int | None


@dataclass(frozen=True, slots=True)
class That:
    """The unit that is `shift` away from the one that the text speaks of: "that day" 0, "the previous day" -1."""

    unit: str
    shift: int


@dataclass(frozen=True, slots=True)
class Away:
    """What is `count` units away, from the present or, `from_focus`, from the time that the text speaks of.

    `exact` where the day is meant: "a year ago today".
    """

    count: int
    unit: str
    from_focus: bool = False
    vague: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is so far ahead: "in two weeks", no date after a past tense. `within`: the whole of the two weeks."""

    count: int
    unit: str
    within: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The last or next `count` units up to or from now, None for an unsaid number."""

    count: int | None
    unit: str
    way: int


@dataclass(frozen=True, slots=True)
class Turn:
    """The turn of a century (its number, None for the nearest) or of the year."""

    century: int | None
    of_year: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """A part of the day by its name in data/en/whens.toml; `day` is -1 for "last night", 0 for "this morning".

    `of` tells that a day must follow: "the morning of".
    """

    name: str
    day: int | None = None
    of: bool = False
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `minute` is None where only the hour is said, `zone` in minutes east of Greenwich, if known.

    `until` is the end of a range of times. `loose` ones do not tell the half of the day: "7:30"; `bare` ones are a
    number ("at 7") that is a time only beside a part of the day.
    """

    hour: int
    minute: int | None = None
    zone: int | None = None
    until: Clock | None = None
    loose: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Timed:
    """A part of a day or a time of it."""

    day: Expression
    time: Hours | Clock


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after what follows: "two days before Friday"; without it, an incomplete expression.

    `whole` is for the unit itself, "the week before Christmas".
    """

    count: int
    unit: str
    whole: bool = False
    base: Expression | None = None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, weekend or month around, from or up to a day, which follows."""

    unit: str
    way: str
    base: Expression | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """The `count` units that end with what follows: "the three months to March"."""

    count: int
    unit: str
    base: Expression | None = None


@dataclass(frozen=True, slots=True)
class NthOf:
    """The nth (-1 the last) week, day or weekday of a month or year, which follows.

    With `count`, its first or last so many units.
    """

    nth: int
    unit: str
    base: Expression | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """From the start of the first to the end of the last; None is the present."""

    first: Expression | None
    last: Expression | None


@dataclass(frozen=True, slots=True)
class Since:
    """From the start of something up to the present."""

    first: Expression


Expression = (
    Calendar | Season | Part | Holiday | Years | Unit | That | Away | Ahead | Stretch | Turn | Hours | Clock
    | Timed | Shift | WeekOf | Ending | NthOf | Range | Since
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """An expression where it stands in the text."""

    span: Span
    expression: Expression
    rule: str
