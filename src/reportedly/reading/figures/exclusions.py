"""Numbers that are no quantities: dates, clock times, codes, addresses, ages after a name, scores."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.figures.quantity import Quantity
from reportedly.reading.figures.wording import pattern

_REACH = 40
_YEARS = range(1000, 2200)
# from then on a number like a year is one beside a determiner, a preposition or a name ("the 2019 elections")
_MODERN = 1900
_RECENT = range(1950, 2050)
_WEEKDAYS = r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s\Z"
_CAPITAL = r"(?:\A|(?<=[\s(“\"'‘/]))([a-z]?[A-Z][\w’'&/-]*)[ \u00a0]\Z"
_DETERMINED = r"(?i:\b(?:the|this|that|its|his|her|their|our|an?)|['’]s?)\s+(?:[a-z]+\s+)?\Z"
_AFTER_DATE = r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\Z"
_AFTER_PREPOSITION = r"\b(?i:in|since|until|from|by|of|during|before|after|for|late|early|mid)\s+\Z"
_OF_YEARS = (_DETERMINED, _CAPITAL, _AFTER_DATE, _AFTER_PREPOSITION)
_TO_YEAR = r"\s?[-–]\s?\d{4}\b"
_NAME_AFTER = r"\s+[A-Z][a-z]|-[A-Z]"
_QUOTE = r"[“‘\"'`]\Z"
_QUOTED_NAME = r"(?:[ -][A-Z][\w-]*){1,4}[”’\"'`]"
_OPENING = r"(?:[.!?:;”\"\n]\s*|\s[-–—]\s*)\Z"


@dataclass(frozen=True, slots=True)
class _Rule:
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    below: float
    bare: bool
    years: bool


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            re.compile(rf"(?:{rule['before']})\Z") if "before" in rule else None,
            re.compile(rule["after"]) if "after" in rule else None,
            rule.get("below", float("inf")),
            rule.get("bare", False),
            rule.get("years", False),
        )
        for rule in load("figures")["not"]
    )


def is_year(text: str, quantity: Quantity) -> bool:
    """Tell whether a number has the form of a year: four digits without a comma, from 1000 to 2100."""
    written = text[quantity.numeral.start : quantity.numeral.end]
    return len(written) == 4 and written.isdigit() and int(written) in _YEARS


def excluded(text: str, quantity: Quantity, *, titled: bool) -> bool:
    """Tell whether a number is no quantity by the words around it; `titled` where capitals say nothing."""
    if quantity.numeral.unit and quantity.numeral.unit != "fraction":
        return False
    before = text[max(0, quantity.start - _REACH) : quantity.start]
    if any(_falls_under(rule, text, quantity, before) for rule in _rules()):
        return True
    if is_year(text, quantity):
        return _names_year(text, quantity, before)
    if titled:
        return False
    if quantity.numeral.spelled:
        return _is_in_capitals(text, quantity, before)
    return not quantity.measured and _belongs_to_name(text, quantity, before)


def _is_in_capitals(text: str, quantity: Quantity, before: str) -> bool:
    """Tell whether a number in words is a part of a name: "the Five Eyes", "at Three Mile Island"."""
    start, end = quantity.numeral.start, quantity.numeral.end
    if not text[start].isupper() or not pattern(_NAME_AFTER).match(text, end):
        return False
    return bool(before) and pattern(_OPENING).search(before) is None


def _falls_under(rule: _Rule, text: str, quantity: Quantity, before: str) -> bool:
    if quantity.low >= rule.below or (rule.bare and quantity.unit) or (rule.years and not is_year(text, quantity)):
        return False
    if rule.before is not None and rule.before.search(before) is None:
        return False
    return rule.after is None or rule.after.match(text, quantity.numeral.end) is not None


def _names_year(text: str, quantity: Quantity, before: str) -> bool:
    """Tell whether a number that looks like a year is one, and not 2000 people."""
    if pattern(_TO_YEAR).match(text, quantity.numeral.end):
        return True
    if quantity.measured:
        # "World Cup 2018 day five"
        unit = text[quantity.numeral.end : quantity.end].strip()
        return pattern(_CAPITAL).search(before) is not None and unit in load("figures")["time"]["units"]
    if quantity.approximate:
        return False
    if not quantity.unit:
        return True
    if quantity.low < _MODERN:
        return False
    # "the big-money 2016 players": nobody counts so exactly, and without a comma; 1900 and 2000 are round
    exact = quantity.low in _RECENT and quantity.low % 100 != 0 and quantity.unit not in _lists_of_people()
    return exact or any(pattern(template).search(before) for template in _OF_YEARS)


@cache
def _lists_of_people() -> frozenset[str]:
    return frozenset(load("figures")["checks"]["persons"])


def _belongs_to_name(text: str, quantity: Quantity, before: str) -> bool:
    """Tell whether a number in digits is a part of a name: "Model 3 sedans", "S&P 500", "49 Flats Road"."""
    written = text[quantity.numeral.start : quantity.numeral.end]
    if "," in written or quantity.numeral.scaled:
        return False
    if not quantity.unit and pattern(_NAME_AFTER).match(text, quantity.numeral.end):
        return True
    if pattern(_QUOTE).search(before) and pattern(_QUOTED_NAME).match(text, quantity.numeral.end):
        return True
    capital = pattern(_CAPITAL).search(before)
    # "12 of Veyra's 31 districts": Veyra has them
    if (
        capital is None
        or capital[1].endswith(("'s", "’s"))
        or pattern(_WEEKDAYS).search(before)
        or _starts_sentence(before, capital.start(1))
    ):
        return False
    head = (quantity.of or "").lower().rpartition(" ")[2]
    return head not in load("figures")["nouns"]["people"]


def _starts_sentence(before: str, start: int) -> bool:
    """Tell whether a word at `start` of the characters looked at begins its sentence."""
    return len(before) < _REACH if start == 0 else pattern(_OPENING).search(before[:start]) is not None
