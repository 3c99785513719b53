"""Infers between which days an article was published, where the page does not tell."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.model import Precision, Span, When, WhenBasis
from reportedly.reading.whens.anchor import latest_past, past_day
from reportedly.reading.whens.clauses import rule_pattern
from reportedly.reading.whens.context import Context, Tense
from reportedly.reading.whens.expressions import Away, Calendar, Expression, Hours, Season, Since, Timed, Unit
from reportedly.reading.whens.intervals import DAY, Interval, add, day_of, midnight, unit_around
from reportedly.reading.whens.mentions import Mention
from reportedly.reading.whens.resolve import resolve

# what stands in brackets or after a comma beside a relative expression says the same: "yesterday, 14 May 2026,"
_BESIDE = frozenset({"", ",", "(", ", on", "on", ", in", "in", ", or", "–", "—", "-", ":", ", that is,"})
_LAST = frozenset({"last", "past", "this past"})


@dataclass(frozen=True, slots=True)
class _Bound:
    """Publication was not before the start or before the end (half-open), as these spans say."""

    start: date | None
    end: date | None
    spans: tuple[Span, ...]


def publication_window(text: str, mentions: Sequence[Mention]) -> When | None:
    """Return the window in which an article was published, or None where its text does not bound it on both sides.

    It is the widest one that these facts allow: what is told in the past was before it; a date still to come is after
    it; "last July" that is spelled out elsewhere as "July 30, 2020" was said in the twelve months after that July; and
    a past date without a year, as news writes those of its own year, is later than the latest one with its year.
    Captions tell nothing, for a picture may be older; nor do anniversaries, plans once made, and durations. `span` is
    what bounds the window most, `evidence` the rest.
    """
    told = [mention for mention in mentions if not mention.in_caption]
    bounds = [*_past(told), *_coming(text, told), *_spelled_out(told), *_beside(text, told)]
    end = min((bound.end for bound in bounds if bound.end), default=None)
    start = max((bound.start for bound in bounds if bound.start), default=None)
    if start is None or end is None or start >= end:
        return None
    bare = _bare(told, start, end)
    if bare is not None and bare.start is not None:
        bounds.append(bare)
        start = bare.start
    deciding = [bound for bound in bounds if bound.end == end] + [bound for bound in bounds if bound.start == start]
    spans = list(dict.fromkeys(span for bound in deciding for span in bound.spans))
    window = Interval(midnight(start), midnight(end), Precision.RANGE)
    return When(
        "published", *window.written(), _precision(start, end), WhenBasis.INFERRED, spans[0], tuple(sorted(spans[1:]))
    )


def _precision(start: date, end: date) -> Precision:
    """Return how fine a window is: a day, or a whole month or year."""
    for unit, precision in (("day", Precision.DAY), ("month", Precision.MONTH), ("year", Precision.YEAR)):
        around = unit_around(start, unit)
        if around and (around.first_day(), around.last_day() + DAY) == (start, end):
            return precision
    return Precision.RANGE


def _past(mentions: Sequence[Mention]) -> Iterator[_Bound]:
    """Yield that publication was not before what is told in the past with its year."""
    for mention in mentions:
        day = past_day(mention)
        if day is not None:
            yield _Bound(day, None, (mention.found.span,))


def _coming(text: str, mentions: Sequence[Mention]) -> Iterator[_Bound]:
    """Yield that publication was not after what the reporter still sees coming: "will open on June 3, 2026"."""
    told = {mention.sentence for mention in mentions if past_day(mention) is not None}
    for mention in mentions:
        if mention.tense is not Tense.FUTURE or isinstance(mention.found.expression, Since):
            continue
        # what a sentence puts beside a date of the past may be a plan that was made then
        if mention.sentence in told or not _is_still_to_come(text, mention):
            continue
        interval = resolve(mention.found.expression, Context(None))
        if interval is not None:
            yield _Bound(None, interval.last_day() + DAY, (mention.found.span,))


def _is_still_to_come(text: str, mention: Mention) -> bool:
    """Tell whether the clause puts it in the future seen from the day of publication, in nobody's quotation."""
    before = text[mention.sentence.start : mention.found.span.start]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    sentence = mention.sentence.of(text)
    ahead, once = rule_pattern("tense.still-to-come"), rule_pattern("tense.once-to-come")
    return not quoted and ahead.search(sentence) is not None and once.search(sentence) is None


def _spelled_out(mentions: Sequence[Mention]) -> Iterator[_Bound]:
    """Yield the twelve months in which "last July" can mean the July that the text spells out with its year."""
    dated = [(mention, mention.found.expression) for mention in mentions if past_day(mention) is not None]
    for mention in mentions:
        last = mention.found.expression
        if not isinstance(last, (Calendar, Season)) or last.year is not None:
            continue
        if last.which not in _LAST and last.year_shift is None:
            continue
        for other, full in dated:
            bound = _same(last, full, mention, other)
            if bound is not None:
                yield bound


def _same(last: Calendar | Season, full: Expression, mention: Mention, other: Mention) -> _Bound | None:
    """Return what follows if a relative and a full expression mean the same month or season, or None if they do not."""
    full = full.day if isinstance(full, Timed) else full
    spans = (mention.found.span, other.found.span)
    if not _are_alike(last, full):
        return None
    interval = resolve(full, Context(None))
    unit = unit_around(interval.first_day(), "month") if interval and isinstance(last, Calendar) else interval
    if unit is None:
        return None
    year = unit.first_day().year
    if last.which in _LAST:
        again = add(unit.first_day(), 1, "year")
        after = add(again, 1 if isinstance(last, Calendar) else 3, "month") if again else None
        return _Bound(unit.last_day() + DAY, after, spans)
    if last.year_shift in (-1, 0) and not last.focused:
        of_year = year - last.year_shift
        return _Bound(day_of(of_year, 1, 1), day_of(of_year + 1, 1, 1), spans)
    return None


def _are_alike(last: Calendar | Season, full: Expression) -> bool:
    """Tell whether a relative and a full expression name the same month (and day, if both do) or season."""
    if isinstance(last, Season):
        return isinstance(full, Season) and full.number == last.number and last.which in _LAST
    if not isinstance(full, Calendar) or full.month is None or full.month != last.month:
        return False
    return None in (last.day, full.day) or last.day == full.day


def _beside(text: str, mentions: Sequence[Mention]) -> Iterator[_Bound]:
    """Yield what follows from a full date beside a relative one: "yesterday (May 13, 2026)", "last year, in 2025"."""
    for first, second in itertools.pairwise(mentions):
        gap = " ".join(text[first.found.span.end : second.found.span.start].split())
        if first.sentence != second.sentence or gap not in _BESIDE or _is_quoted_of_old(text, mentions, first):
            continue
        for relative, full in ((first, second), (second, first)):
            interval = resolve(full.found.expression, Context(None))
            window = _seen_from(relative.found.expression, interval) if interval else None
            if window is not None:
                yield _Bound(window.first_day(), window.last_day() + DAY, (relative.found.span, full.found.span))


def _is_quoted_of_old(text: str, mentions: Sequence[Mention], mention: Mention) -> bool:
    """Tell whether a mention is in a quotation that its sentence dates: "In 1944 he said, “Next year, in 1945, …”"."""
    dated = any(
        other.sentence == mention.sentence and other.found.span.end <= mention.found.span.start and past_day(other)
        for other in mentions
    )
    before = text[mention.sentence.start : mention.found.span.start]
    return dated and (before.count("“") > before.count("”") or before.count('"') % 2 == 1)


def _seen_from(relative: Expression, full: Interval) -> Interval | None:
    """Return the days on which a relative expression means a given interval, or None where it tells nothing."""
    relative = relative.day if isinstance(relative, Timed) else relative
    if isinstance(relative, Hours) and relative.day is not None and not relative.focused:
        relative = Unit("day", relative.day)  # "this morning"
    if isinstance(relative, Unit) and relative.shift is not None:
        count, unit = -relative.shift, relative.unit
    elif isinstance(relative, Away) and not relative.from_focus and not relative.vague:
        count, unit = -relative.count, relative.unit
        unit = {"week": "day", "decade": "year", "century": "year"}.get(unit, unit)
        count *= {"week": 7, "decade": 10, "century": 100}.get(relative.unit, 1)
    else:
        return None
    around = unit_around(full.first_day(), unit) if unit != "fortnight" else None
    if around is None or around.last_day() < full.last_day():
        return None
    day = add(full.first_day(), count, unit)
    return unit_around(day, unit) if day else None


def _bare(mentions: Sequence[Mention], start: date, end: date) -> _Bound | None:
    """Return the later start that a past date without a year gives a window: the latest that still lies within it.

    News leaves the year out of the dates of its own year; so such a date follows the latest one that has its year.
    """
    latest = latest_past(mentions) or start
    bounds = [
        _Bound(after, None, (mention.found.span,))
        for mention in mentions
        if mention.tense is Tense.PAST and (after := _first_after(mention.found.expression, latest)) is not None
    ]
    within = [bound for bound in bounds if bound.start is not None and start < bound.start < end]
    return max(within, key=lambda bound: bound.start or start, default=None)


def _first_after(expression: Expression, latest: date) -> date | None:
    """Return when a date without a year or a word that chooses it first comes after a day; None for other things."""
    if not isinstance(expression, Calendar) or expression.month is None:
        return None
    if (expression.year, expression.which, expression.year_shift, expression.focused) != (None, None, None, False):
        return None
    years = (replace(expression, year=year, weekday=None) for year in (latest.year, latest.year + 1))
    found = (resolve(dated, Context(None)) for dated in years)
    return next((item.first_day() for item in found if item and item.first_day() >= latest), None)
