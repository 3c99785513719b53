"""What only looks like a date: names, habits, counts, numbers of things."""

from __future__ import annotations

import re
from functools import cache

from reportedly.model import Span
from reportedly.reading.whens.expressions import (
    Away,
    Calendar,
    Expression,
    Holiday,
    Hours,
    Part,
    Season,
    Stretch,
    Unit,
    Years,
)
from reportedly.reading.whens.words import data, pattern_of

_NEAR = 30
_BEFORE_MONTH = re.compile(
    r"(?:\b(?i:in|since|until|till|by|of|from|to|between|and|or|through|throughout|before|after|during|for|early|mid|late|"
    r"last|next|this|the|his|her|its|their|our|a|as|around|about|on|past|coming|previous|following|with|per|ending|"
    r"beginning|starting|back|again|over|than|towards?|into|first|second)|[’']s|[-–—,(/&])[\s\u00a0-]{0,2}\Z"
)
# the words that a month may follow only if no other name comes after: "of June Lume", "according to April Orla"
_WEAK_BEFORE_MONTH = re.compile(
    r"\b(?:of|to|from|by|for|and|or|with|than|as|a|his|her|their|the)\s{1,2}\Z|[-–—,(/&]\s?\Z", re.I
)
_CAPITAL_AFTER = re.compile(r"\s{1,2}[A-Z][a-z]")
_STRONG_BEFORE_MAY = re.compile(
    r"\b(?i:in|since|until|till|by|early|mid|late|last|next|this|between|through|throughout|before|after|during|of|from|to|"
    r"on|for|previous|following|and|or)[\s-]{1,2}\Z|[’']s\s\Z"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?i:in|since|by|until|till|of|from|to|between|and|or|before|after|during|through|throughout|around|circa|"
    r"about|year|early|mid|late|as|for|on|than|back|into|until|ending|ended|versus|vs|dating|over|with|on|spring|summer|"
    r"autumn|fall|winter|season|vintage|January|February|March|April|May|June|July|August|September|October|November|"
    r"December|budget|census|class|next|at|toward|towards|starting|beginning|both)\.?|[,(\[–—-])[\s\u00a0]{0,2}\Z"
)
_DETERMINER = re.compile(
    r"\b(?i:the|a|an|his|her|its|their|our|my|your|this|that|whose|first|last|ill-fated)\s{1,2}\Z|[’']s?\s\Z"
)
_VERB_AFTER_YEAR = re.compile(
    r"\s(?:was|is|will|saw|has|had|brought|marked|began|ended)\b|\s(?:to|through|until)\s\d{4}\b"
)
_NOUN_AFTER = re.compile(r"[\s\u00a0]{1,2}[A-Za-z]")
_NUMBER_BEFORE = re.compile(r"(?:[$€£#]|\bNo\.)\s?\Z")
# "the 2020 LC500"
_MODEL_AFTER = re.compile(r"\s(?!Q[1-4]\b|H[12]\b|[GC]\d)[A-Z]{1,4}-?\d")
_PLAIN_NUMBER_AFTER = re.compile(r"\s(?:of|million|billion|per cent|percent)\b|-(?:year|member|strong|seat)")

# "Johnnie Christmas", "Merry Christmas"
_SURNAME_BEFORE = re.compile(
    r"\b(?!(?:On|Before|After|Since|Until|By|In|At|Over|For|From|During|Around|The)\b)[A-Z][a-z]+\s\Z"
)
_IN_SEASON = re.compile(r"\b(?i:in|this|last|next|by|since|until|during)\s{1,2}\Z")
_SEASONAL = re.compile(r"\s(?:camps?|schools?|jobs?|holidays?|games|breaks?|recess|clothes|sports?|tyres|rain)\b")


@cache
def _month_range() -> re.Pattern[str]:
    return re.compile(pattern_of(r"(?: ?[-–—] ?| (?:to|through) )(?:{month_any})\b"))


@cache
def _names() -> dict[str, re.Pattern[str]]:
    names = data()["names"]
    words = {key: "|".join(names[key] if key == "business" else map(re.escape, names[key])) for key in names}
    return {
        "habit": re.compile(
            rf"\b(?i:{words['habits']})"
            r"(?: (?:other|single|second|third|fourth|few|two|three|four|five|late|early|given))?[\s-]{1,2}\Z"
        ),
        "before_weekday": re.compile(rf"\b(?:{words['before_weekday']})\s\Z"),
        "after_weekday": re.compile(rf"(?:,\s)?\s?(?:{words['after_weekday']})\b"),
        "makers": re.compile(rf"\s(?:{words['makers']})\b"),
        "numbered": re.compile(rf"\b(?:{words['numbered']})[\s-]\Z"),
        "counted": re.compile(rf"[\s-](?:[a-z]+ )?(?:{words['counted']})\b"),
        "today": re.compile(rf"(?:[’']s)\s(?:{words['today']})\b"),
        "business": re.compile(rf"\b(?:{words['business']})\b", re.IGNORECASE),
    }


def is_vetoed(text: str, span: Span, expression: Expression, rule: str) -> bool:  # noqa: PLR0911 - a kind each
    """Tell whether words that fit a rule are no date where they stand."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    if isinstance(expression, (Calendar, Unit, Hours, Season)) and _names()["habit"].search(before):
        return True
    if isinstance(expression, Calendar):
        return _is_vetoed_calendar(text, span, expression, rule)
    if isinstance(expression, Season):
        return _is_no_season(before, after, expression, text[span.start : span.end])
    if isinstance(expression, Unit) and expression.unit == "day":
        return _names()["today"].match(after) is not None
    if isinstance(expression, Holiday):
        return expression.which is None and _SURNAME_BEFORE.search(before) is not None
    if isinstance(expression, Part):
        return _is_game(text, span, expression)
    if isinstance(expression, (Away, Stretch)):
        return before.endswith(("-", "$", "€", "£"))
    return rule == "when.years" and _is_score(before, expression)


def _is_vetoed_calendar(text: str, span: Span, calendar: Calendar, rule: str) -> bool:
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    if rule in {"when.year", "when.mid-year"}:
        return _is_no_year(before, after, span.of(text))
    if calendar.weekday is not None:
        named = _names()["after_weekday"].match(after) or _names()["before_weekday"].search(before)
        return named is not None and calendar.which is None
    only_month = calendar.month is not None and calendar.day is None and calendar.year is None
    return only_month and calendar.which is None and calendar.year_shift is None and _is_no_month(text, span)


def _is_no_month(text: str, span: Span) -> bool:
    """Tell whether a month that stands alone is a name, a verb or a modal, such as March, April, May."""
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    word = span.of(text)
    if _month_range().match(after):
        return False
    if re.match(r"(?:mid|early|late|earlier|later|the)\b", word, re.IGNORECASE):
        return False
    if word.lower() in ("may", "mar.", "mar", "sun"):
        named = _CAPITAL_AFTER.match(after) and not re.search(
            r"\b(?:in|since|until|during|early|late|mid)\s\Z", before, re.I
        )
        return not _STRONG_BEFORE_MAY.search(before) or bool(named)
    if not _BEFORE_MONTH.search(before):
        return True
    weak = _WEAK_BEFORE_MONTH.search(before)
    return bool(weak and _CAPITAL_AFTER.match(after) and word.lower() in ("april", "june", "august", "jan", "march"))


def _is_no_year(before: str, after: str, words: str) -> bool:  # noqa: PLR0911 - one reason each
    """Tell whether four digits are a count, a model, or the number of a thing, not a year."""
    names = _names()
    if names["numbered"].search(before) or names["counted"].match(after) or _NUMBER_BEFORE.search(before):
        return True
    if words.lower().startswith("the year") or not words[0].isdigit():
        return False
    if _PLAIN_NUMBER_AFTER.match(after):
        return not re.search(r"\b(?:in|since)\s\Z", before, re.I)
    if names["makers"].match(after) or _MODEL_AFTER.match(after):
        return True
    if words < "17" and re.search(r"\b(?:from|to|at|by|until|about|around|and|for)\s\Z", before):
        return True  # a time of day: "from 1530"
    if _BEFORE_YEAR.search(before):
        return False
    if _DETERMINER.search(before):
        return _NOUN_AFTER.match(after) is None and "-" not in after[:1]
    return _VERB_AFTER_YEAR.match(after) is None


def _is_no_season(before: str, after: str, season: Season, words: str) -> bool:
    verb = re.fullmatch(r"(?i:fall|spring)\b.*", words) and not re.search(_IN_SEASON, before)
    if season.year is not None or season.which is not None or season.year_shift is not None:
        return bool(verb) and season.year is None and season.which is None
    if _SEASONAL.match(after):
        return True
    named = re.match(r"[’']?s?\s+(?:of\b|[A-Z])", after)
    if re.match(r"(?i:fall|spring)\b", words):
        return bool(verb)
    in_the = re.search(r"\b(?i:in|by|since|until|during|over|before|through|throughout|of|after)\s{1,2}\Z", before)
    edged = re.match(r"(?i:early|mid|late|the (?:end|start|beginning))\b", words)
    return bool(named) or not (in_the or edged)


def _is_game(text: str, span: Span, part: Part) -> bool:
    """Tell whether a quarter or half without a year is one of a match: only business has others."""
    if part.year is not None or part.year_shift is not None or part.which is not None:
        return False
    if span.of(text)[:1] in "QH" and span.of(text)[1:2].isdigit():
        return span.of(text).startswith("H")
    around = text[max(0, span.start - 150) : span.end + 150]
    return part.months > 3 or _names()["business"].search(around) is None


def _is_score(before: str, expression: Expression) -> bool:
    return isinstance(expression, Years) and re.search(r"\b(?:won|lost|beat|vote|score|by)\s\Z", before) is not None
