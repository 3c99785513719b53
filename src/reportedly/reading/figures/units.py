"""The unit that adjoins a number: a measure ("km", "percent", "9-year"), or money in words ("15 billion rubles")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from reportedly.lexicon import load
from reportedly.reading.figures import wording
from reportedly.reading.figures.quantity import Numeral

# money that is a weight or a verb in small numbers is money from so many
_LARGE = 1_000
# "hundreds of pounds of fish" are a weight
_WEIGHED = r"\s+of\s+(?!{money_of}\b)"
# characters before a number of pounds in which a word tells that it is money
_PAID_REACH = 40
_GAP = "[ \t\u00a0\u202f]"


def plural(word: str) -> str:
    """Return the regular plural of a unit's name, by the word before "per" where it has one.

    >>> plural("mile per hour"), plural("century"), plural("inch")
    ('miles per hour', 'centuries', 'inches')
    """
    head, sep, tail = (
        word.partition(" per ") if " per " in word else word.partition(" an " if " an " in word else " a ")
    )
    degree = re.match(r"degree\b(.*)", head)
    if degree:
        return f"degrees{degree[1]}{sep}{tail}"
    if re.search(r"[^aeiou]y$", head):
        return f"{head[:-1]}ies{sep}{tail}"
    return f"{head}{'es' if re.search(r'(?:ch|s|x)$', head) else 's'}{sep}{tail}"


def _forms(words: Iterable[str], plurals: Iterable[str]) -> list[str]:
    return [*words, *(plural(word) for word in words), *plurals]


@cache
def _measures() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    """Return the pattern of a measure after a number, and the units of its words and of its symbols."""
    words: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for unit in load("figures")["unit"]:
        for form in (*_forms(unit.get("words", ()), unit.get("plurals", ())), *unit.get("invariant", ())):
            words[form] = unit["name"]
        for symbol in unit.get("symbols", ()):
            symbols[symbol] = unit["name"]
    worded = "|".join(_spaced(form) for form in sorted(words, key=len, reverse=True))
    signed = "|".join(_spaced(symbol) for symbol in sorted(symbols, key=len, reverse=True))
    pattern = rf"(?:{_GAP}{{1,2}}|-|{_GAP}?-{_GAP}?)?(?:(?P<word>(?i:{worded}))(?![\w])|(?P<symbol>{signed})(?![\w²³]))"
    return re.compile(pattern), words, symbols


def _spaced(form: str) -> str:
    return re.escape(form).replace(r"\ ", f"(?:{_GAP}+|-)").replace(r"\-", "[- ]")


@cache
def _coins() -> tuple[re.Pattern[str], dict[str, dict[str, Any]]]:
    """Return the pattern of money in words after a number, and the entry of each form."""
    entries: dict[str, dict[str, Any]] = {}
    states: set[str] = set()
    for entry in load("figures")["money"]["word"]:
        regular = () if "plurals" in entry else [plural(word) for word in entry["words"]]
        for form in (*entry["words"], *regular, *entry.get("plurals", ())):
            entries[form] = entry
        states |= set(entry.get("of", ()))
    stated = "|".join(_spaced(state) for state in sorted(states, key=len, reverse=True))
    coins = "|".join(_spaced(form) for form in sorted(entries, key=len, reverse=True))
    codes = "|".join(load("figures")["money"]["codes"])
    pattern = (
        rf"(?:{_GAP}+|-)(?:(?P<state>(?i:{stated})|[A-Z][a-z]+(?:n|ese|ish|i)){_GAP}+)?(?:(?P<coin>(?i:{coins}))|(?P<code>(?:(?i:usd|rmb)|{codes})))\b"
        rf"|{_GAP}?(?P<sign>[€₽₴£¥₹₩₪₺₦₱฿₫₵₡₲₸₾₼₮])(?!\d)|(?P<glued>{codes})\b"
    )
    return re.compile(pattern), entries


def money_after(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """Return the currency that follows a number in words or as a code, and its end."""
    pattern, entries = _coins()
    match = pattern.match(text, numeral.end)
    if match is None:
        return _pence(text, numeral)
    if match["sign"]:
        return str(load("figures")["money"]["signs"][match["sign"]]), match.end()
    if code := (match["code"] or match["glued"] or "").upper():
        return ("CNY" if code == "RMB" else code), match.end()
    entry = entries[" ".join(match["coin"].lower().split())]
    state = " ".join((match["state"] or "").lower().split())
    unit = entry.get("of", {}).get(state) or (_of_state(match["state"], entry) if state else entry["code"])
    large = numeral.low >= _LARGE or numeral.scaled
    weighs = entry["code"] == "pound" and wording.pattern(_WEIGHED).match(text, match.end())
    if not state and "large" in entry and not weighs and (large or (entry["code"] and _is_paid(text, numeral))):
        unit = entry["large"]
    return (unit, match.end()) if unit else None


def _of_state(state: str, entry: dict[str, Any]) -> str:
    """Return the currency of a state that the list does not have: the coin's own code, or the words if it is shared."""
    return f"{state} {entry['words'][0]}" if "of" in entry else str(entry["code"])


def _is_paid(text: str, numeral: Numeral) -> bool:
    """Tell whether the words before a number speak of money."""
    return wording.pattern(r"\b{paid}\b").search(text, max(0, numeral.start - _PAID_REACH), numeral.start) is not None


def _pence(text: str, numeral: Numeral) -> tuple[str, int] | None:
    match = re.compile(r"\s?(?:p|(¢|c))(?!\w|\.\w)").match(text, numeral.end)
    if match is None or numeral.spelled or numeral.scaled:
        return None
    return ("cent" if match[1] else "penny"), match.end()


def measure_after(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """Return the measure that adjoins a number, by its name in the singular, and its end; "9-year" is one of years.

    >>> measure_after("a 10-kilometer road", Numeral(2, 4, 10.0, 10.0, 10.0))
    ('kilometer', 14)
    """
    pattern, words, symbols = _measures()
    match = pattern.match(text, numeral.end)
    if match is None:
        return _metre(text, numeral)
    if match["word"]:
        written = " ".join(match["word"].lower().split())
        name = words.get(written) or words.get(written.replace("-", " ")) or words.get(written.replace(" ", "-"))
        return _not_ordinal(text, numeral, name, match) if name else None
    symbol = " ".join(match["symbol"].split())
    if rate := _rate().match(text, match.end()):
        return f"{symbols[symbol]} per {load('figures')['rates'][rate[1]]}", rate.end()
    # letters alone ("12 C", "5 V", "3 W") are units only after digits, and not where a name goes on
    if numeral.spelled or (len(symbol) == 1 and symbol.isalpha() and _goes_on(text, match)):
        return None
    return symbols[symbol], match.end()


@cache
def _rate() -> re.Pattern[str]:
    """Return the pattern of what stands after the slash of a rate: "95 g/km"."""
    return re.compile(rf"/({'|'.join(sorted(load('figures')['rates'], key=len, reverse=True))})(?!\w)")


def _not_ordinal(text: str, numeral: Numeral, name: str, match: re.Match[str]) -> tuple[str, int] | None:
    # "two second-hand cars": an ordinal word, no time
    if match["word"].lower() == "second" and re.match(
        r"-|\s+(?:half|place|round)", text[match.end() : match.end() + 8]
    ):
        return None
    return name, match.end()


def _goes_on(text: str, match: re.Match[str]) -> bool:
    return re.compile(r"\s+[A-Z]|[-.]\w").match(text, match.end()) is not None


def _metre(text: str, numeral: Numeral) -> tuple[str, int] | None:
    match = re.compile(r"[ \u00a0]?(?:(m)|(g)|(t)|(l|L))(?![\w²³'’])").match(text, numeral.end)
    if match is None or numeral.spelled or numeral.unit:
        return None
    letters = zip(("meter", "gram", "tonne", "liter"), match.groups(), strict=True)
    name = next(unit for unit, found in letters if found)
    if rate := _rate().match(text, match.end()):
        return f"{name} per {load('figures')['rates'][rate[1]]}", rate.end()
    return None if text[match.end() : match.end() + 1] == "/" else (name, match.end())
