"""What each field takes: reads the value that stands behind "field:" as a condition."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache

from reportedly.errors import BadQuery
from reportedly.ledger.query.tree import During, Exactly, Field, Leaf, Node, Score, Unknown, Words, all_of
from reportedly.ledger.words import words
from reportedly.lexicon import load
from reportedly.model import Reporter, SourceKind, Stance, StatementKind

CHOICES: Mapping[Field, tuple[str, ...]] = {
    Field.STANCE: tuple(Stance),
    Field.KIND: (*StatementKind, *SourceKind),
    Field.REPORTER: tuple(Reporter),
    Field.VOICE: ("named", "unnamed", "none"),
    Field.REVIEW: ("right", "wrong", "any", "none"),
}
_ENTITY_ID = re.compile(r"[0-9a-f]{16}")
_ID = re.compile(r"[0-9a-f]{6,16}")
_GEONAMEID = re.compile(r"[1-9][0-9]{0,8}")
_CODE = re.compile(r"[A-Z]{2}")
_DATE = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SIGNED = re.compile(r"(<=|>=|<|>)(.*)")
_NUMBER = re.compile(r"(?:0|1)?(?:\.[0-9]{1,17})?(?:e-[0-9]{1,2})?")
# what no address holds, and what no database takes
_NO_ADDRESS = re.compile('[\\s*"\x00-\x1f\ud800-\udfff]')
# a year more has four digits still
_LAST_YEAR = 9998


def leaf_of(field: Field, value: str) -> Node:
    """Return the condition that "field:value" is. Raises BadQuery, with what to write instead."""
    return _READERS.get(field, _name)(field, value)


def words_of(field: Field, value: str) -> Words:
    """Return the words of a value; the last may be a prefix. Raises BadQuery where there are none."""
    bare = value.removesuffix("*")
    found = tuple(words(bare))
    prefix = bare != value
    if not found:
        raise BadQuery(f"“{value}” holds no word to look for")
    if "*" in bare or (prefix and not words(bare[-1])):
        raise BadQuery(f"“{value}”: * stands at the end of a word, or of a phrase")
    return Words(field, found, prefix)


def nearest(word: str, known: list[str]) -> str:
    """Return "; did you mean …" with the known words that look most like one, or nothing."""
    found = get_close_matches(word, known, n=3, cutoff=0.6)
    return f"; did you mean {' or '.join(found)}" if found else ""


def _name(field: Field, value: str) -> Leaf:
    return words_of(field, value)


def _choice(field: Field, value: str) -> Leaf:
    if value.lower() not in CHOICES[field]:
        raise BadQuery(f"unknown {field} “{value}”; write one of: {', '.join(CHOICES[field])}")
    return Exactly(field, value.lower())


def _actor(field: Field, value: str) -> Leaf:
    return Exactly(field, value) if _ENTITY_ID.fullmatch(value) else words_of(field, value)


def _place(field: Field, value: str) -> Leaf:
    if _GEONAMEID.fullmatch(value) or _CODE.fullmatch(value):
        return Exactly(field, value)
    return words_of(field, value)


def _country(field: Field, value: str) -> Leaf:
    names = _countries()
    code = value.upper() if value.upper() in load("countries")["country"] else names.get(_bare(value))
    if code is None:
        known = sorted(names)
        raise BadQuery(
            f"unknown country “{value}”; write a code such as US, or its English name{nearest(_bare(value), known)}"
        )
    return Exactly(field, code)


@cache
def _countries() -> Mapping[str, str]:
    countries = load("countries")["country"]
    return {_bare(name): code for code, entry in countries.items() for name in entry["names"]}


def _bare(name: str) -> str:
    found = words(name)
    return " ".join(found[1:] if found[:1] == ["the"] else found)


def _id(field: Field, value: str) -> Leaf:
    if not _ID.fullmatch(value.lower()):
        raise BadQuery(f"“{value}” is no id of {field}s; write six or more of its 16 digits, 0 to 9 and a to f")
    return Exactly(field, value.lower())


def _url(field: Field, value: str) -> Leaf:
    scheme, sign, rest = value.rpartition("://")
    host, slash, path = rest.partition("/")
    if not words(host) or _NO_ADDRESS.search(value):
        raise BadQuery(f"“{value}” is no address; write a host such as url:courier.example, or how an address begins")
    return Exactly(field, scheme.lower() + sign + host.lower() + slash + path)


def _time(field: Field, value: str) -> Leaf:
    if value.lower() == "unknown":
        if field is Field.ADDED:
            raise BadQuery("it is always known when an article was added; write a date")
        return Unknown(field)
    sign = _SIGNED.fullmatch(value)
    if sign:
        first, end = _days(sign[2], value)
        during = {
            "<": During(field, None, first),
            "<=": During(field, None, end),
            ">": During(field, end, None),
            ">=": During(field, first, None),
        }
        return during[sign[1]]
    begin, dots, last = value.partition("..")
    if not dots:
        return During(field, *_days(value, value))
    if not begin and not last:
        raise _bad_date(value)
    start = _days(begin, value)[0] if begin else None
    end_of_last = _days(last, value)[1] if last else None
    if start and end_of_last and start >= end_of_last:
        raise BadQuery(f"“{value}” ends before it begins")
    return During(field, start, end_of_last)


def _days(text: str, value: str) -> tuple[date, date]:
    """Return the days [start, end) that a year, month or day covers."""
    match = _DATE.fullmatch(text)
    if not match or int(match[1]) > _LAST_YEAR:
        raise _bad_date(value)
    year, month, day = (int(group) if group else 0 for group in match.groups())
    try:
        start = date(year, month or 1, day or 1)
    except ValueError as error:
        raise _bad_date(value) from error
    if day:
        return start, start + timedelta(days=1)
    if month:
        return start, (start + timedelta(days=31)).replace(day=1)
    return start, date(year + 1, 1, 1)


def _bad_date(value: str) -> BadQuery:
    return BadQuery(
        f"“{value}” is no date; write 2021, 2021-03, 2021-03-18, 2021..2023-06, >2021, <=2021-03 or unknown"
    )


def _score(field: Field, value: str) -> Node:
    low, dots, high = value.partition("..")
    if dots and (low or high):
        sides: list[Node] = [Score(sign, _number(side, value)) for sign, side in ((">=", low), ("<=", high)) if side]
        return all_of(sides)
    sign = _SIGNED.fullmatch(value)
    if not sign:
        raise BadQuery(f"“{value}” is no range of {field}s; write score:<0.5, score:>=0.9 or score:0.2..0.5")
    return Score(sign[1], _number(sign[2], value))


def _number(text: str, value: str) -> float:
    if not text or not _NUMBER.fullmatch(text):
        raise BadQuery(f"“{value}”: a score is a number from 0 to 1")
    number = float(text)
    if number > 1:
        raise BadQuery(f"“{value}”: a score is a number from 0 to 1")
    return number


_READERS: Mapping[Field, Callable[[Field, str], Node]] = {
    **dict.fromkeys(CHOICES, _choice),
    Field.SOURCE: _actor,
    Field.AGAINST: _actor,
    Field.PLACE: _place,
    Field.COUNTRY: _country,
    Field.ARTICLE: _id,
    Field.STATEMENT: _id,
    Field.URL: _url,
    Field.SAID: _time,
    Field.PUBLISHED: _time,
    Field.ADDED: _time,
    Field.SCORE: _score,
}
