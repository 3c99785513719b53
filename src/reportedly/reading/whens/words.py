"""The words and patterns of expressions of time (data/en/whens.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.lexicon import load

_SPACE = r"(?:[\s\u00a0]{1,3})"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a time: its pattern, the kinds of key word it needs, and what is built of a match."""

    id: str
    pattern: re.Pattern[str]
    keys: frozenset[str]
    kind: str


def data() -> Mapping[str, Any]:
    """Return the data file."""
    return load("whens")


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules, in the order of the data file."""
    return tuple(
        Rule(rule["id"], re.compile(r"(?<!\w)" + pattern_of(rule["pattern"])), frozenset(rule["on"]), rule["kind"])
        for rule in data()["rule"]
    )


@cache
def key_pattern() -> re.Pattern[str]:
    """Return the pattern of the key words; the name of the group that matched is the kind of key."""
    return re.compile("|".join(f"(?P<{name}>{pattern_of(pattern)})" for name, pattern in data()["keys"].items()))


def pattern_of(template: str) -> str:
    """Return a regular expression: fragments and lists put in, each blank standing for white space."""
    for name, value in _fragments().items():
        template = template.replace("{" + name + "}", value)
    return template.replace(" ", _SPACE)


@cache
def date_orders() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of dates that put the day before the month, and after it."""
    number = r"(?:3[01]|[12]\d|[1-9])"
    first = rf"\b{number}(?:st|nd|rd|th)?(?: of)? (?:{{month_any}})\b|(?<![\d/])(?:3[01]|2\d|1[3-9])/\d\d?(?![\d])"
    second = rf"\b(?:{{month_any}})\.? {number}(?!\d)|(?<![\d/])\d\d?/(?:3[01]|2\d|1[3-9])(?![\d])"
    return re.compile(pattern_of(first)), re.compile(pattern_of(second))


@cache
def months() -> Mapping[str, int]:
    """Return the number of each month by its names in lower case."""
    full = {name.lower(): number for number, name in enumerate(data()["months"], 1)}
    return full | {name.lower(): number for name, number in data()["month_abbreviations"].items()}


@cache
def weekdays() -> Mapping[str, int]:
    """Return the number of each weekday, Monday 0, by its names in lower case."""
    full = {name.lower(): number for number, name in enumerate(data()["weekdays"])}
    return full | {name.lower(): number for name, number in data()["weekday_abbreviations"].items()}


def count_of(words: str) -> int | None:
    """Return the number that words say, None for "few" or "several".

    >>> count_of("twenty-five"), count_of("a couple of"), count_of("several")
    (25, 2, None)
    """
    words = words.lower().strip()
    if words.isdigit():
        return int(words)
    if "couple" in words or "dozen" in words:
        return 2 if "couple" in words else 12
    numbers = data()["numbers"]
    total = 0
    for word in re.split(r"[\s-]+", words):
        if word not in numbers:
            return None
        total = numbers[word] if total <= 1 else total + numbers[word]
    return total


def unit_of(word: str) -> str:
    """Return a unit in the singular."""
    word = word.lower()
    return str(data()["unit_plurals"].get(word, word))


@cache
def _fragments() -> Mapping[str, str]:
    table = data()
    names = table["months"]
    lower = [name.lower() for name in names if name not in table["ambiguous"]]
    full, abbreviated = [*names, *(name.upper() for name in names), *lower], list(table["month_abbreviations"])
    weekdays = table["weekdays"]
    lists = {
        "month_full": _any(full),
        "month_abbreviated": _any(abbreviated),
        "month_any": _any([*full, *abbreviated]),
        "weekdays": _any([*weekdays, *(name.upper() for name in weekdays), *(name.lower() for name in weekdays)]),
        "number_word": _any(table["numbers"]),
        "holiday": _any(table["holidays"]).replace("’", "[’']?").replace(r"\.", r"\.?"),
        "weekday_abbreviated": _any(table["weekday_abbreviations"]),
        "day_word": _any(table["day_words"]).replace(r"\-", r"[\s-]"),
        "zones": _any(table["zones"]),
        "counted": _any(table["names"]["counted"]),
    }
    fragments = dict(table["fragments"])
    for inner, words in lists.items():
        fragments = {name: value.replace("{" + inner + "}", words) for name, value in fragments.items()}
    return fragments | lists


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))
