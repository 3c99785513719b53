"""Which entries of the index one mention of a place may mean, by its name and the words that stand next to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from reportedly.lexicon import load
from reportedly.reading.countries import named_country, people_of
from reportedly.reading.places.gazetteer import Entry, PlaceKind, Strength, gazetteer
from reportedly.reading.places.keys import place_key

# of one name, the entries with most people: nearly no mention means a smaller one
_MOST = 40
_STRIPPED = re.compile(r"^[\s“”\"'‘’(]+|(?:['’]s?)?[\s“”\"'‘’,;:)]+$|['’]s?$")
_BEFORE = re.compile(r"(?P<words>(?:[\w.-]+\s+){1,2})(?:of\s+)?\Z")
_SHARED = re.compile(
    r"(?:,\s+[A-Z][\w.]*(?:\s[A-Z]\w*)?){0,4},?\s+(?:and|or)\s+[A-Z][\w.]*(?:\s[A-Z]\w*)?"
    r"\s+(?P<word>counties|parishes|provinces|districts|governorates|states)\b"
)
_AFTER = re.compile(r"\s+(?P<word>[\w-]+)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may mean, and how well the name fits it."""

    entry: Entry
    strength: Strength


@lru_cache(maxsize=4096)
def candidates_of(name: str, word: str = "") -> tuple[Candidate, ...]:
    """Return the entries that a name may mean, the most populous first; `word` is what follows it ("county")."""
    form = load("places")["nicknames"].get(name, name)
    found = _named(form)
    whole = _named(f"{form} {_singular(word)}") if word else ()
    if not found and not whole:
        found = _named(_core(form))
    ranked = sorted((*found, *whole), key=lambda item: -item.strength)
    best = {item.entry.number: item for item in ranked}  # the best of an entry's names comes last
    named = max((item.entry.population for item in ranked if item.strength is Strength.NAME), default=-1)
    order = sorted(
        (item for item in best.values() if not _outdone(item, named)),
        key=lambda item: (-item.entry.population, item.entry.number),
    )
    return tuple(order[:_MOST])


def _outdone(item: Candidate, people: int) -> bool:
    """Tell whether a name is an old or foreign one of a place smaller than one that bears it: "Florida" is a state."""
    if item.strength is Strength.NAME or item.entry.kind in {PlaceKind.DIVISION, PlaceKind.DISTRICT}:
        return False
    return item.entry.population <= people


def _named(name: str) -> tuple[Candidate, ...]:
    found = [Candidate(entry, strength) for entry, strength in gazetteer().named(name)]
    code = named_country(name)
    if code and (place := country_named(code)):
        found = [item for item in found if item.entry.number != place.number]
        if len(name) <= 4 or "." in name:
            found = []  # "US" is no village
        found.append(Candidate(place, Strength.NAME))
    division = abbreviated(name)
    if division:
        return (Candidate(division, Strength.NAME),)
    return tuple(found)


@cache
def country_named(code: str) -> Entry | None:
    """Return the entry of a country by its ISO 3166-1 alpha-2 code, or None."""
    return gazetteer().country(code)


def country_entry(name: str) -> Entry | None:
    """Return the entry of the country that a name, or a name of a people, means, or None."""
    code = named_country(name) or people_of(name)
    return country_named(code) if code else None


@cache
def _abbreviations() -> Mapping[str, tuple[str, str]]:
    table = {
        form: (name, country)
        for country, names in load("places")["abbreviations"].items()
        for name, forms in names.items()
        for form in forms
    }
    return MappingProxyType(table)


@lru_cache(maxsize=1024)
def abbreviated(name: str) -> Entry | None:
    """Return the division whose short form a name is ("Ky.", "W.Va.", "TX"), or None."""
    table = _abbreviations()
    name, country = table.get(name) or table.get(f"{name}.") or ("", "")
    found = (entry for entry, _ in gazetteer().named(name) if entry.country == country)
    return min(found, key=lambda entry: (entry.kind, -entry.population), default=None) if name else None


@lru_cache(maxsize=8192)
def lies_in(entry: Entry, name: str) -> bool:
    """Tell whether a place lies in what a name may mean."""
    country = country_entry(name)
    if country is not None and entry.country == country.country and entry.number != country.number:
        return True
    areas = {item.entry.number for item in candidates_of(name) if item.entry.kind not in {PlaceKind.PLACE}}
    return entry.number not in areas and bool(areas & {entry.division, entry.district})


def plain(name: str) -> str:
    """Return a name without quotation marks, possessive and what comes after a line break."""
    return _STRIPPED.sub("", " ".join(name.split()))


@lru_cache(maxsize=2048)
def _core(name: str) -> str:
    """Return the name within a name: "northern X", "the city of X", "X province" are X."""
    before, words = load("places")["before"], load("places")["words"]["kinds"]
    low = name.lower()
    for phrase in before["phrases"]:
        if low.startswith(f"{phrase} "):
            return _core(name[len(phrase) + 1 :])
    first, _, rest = name.partition(" ")
    if rest and first.lower() in before["words"]:
        return rest if gazetteer().named(rest) or named_country(rest) else _core(rest)
    rest, _, last = name.rpartition(" ")
    if rest and any(last.lower() in listed for listed in words.values()):
        return rest
    return name


@lru_cache(maxsize=256)
def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("es") if word.endswith("shes") else word.removesuffix("s")


@lru_cache(maxsize=1024)
def word_kind(word: str) -> PlaceKind | None:
    """Return what kind of place a word such as "province" or "town" names, or None."""
    for kind, words in load("places")["words"]["kinds"].items():
        if word.lower() in words:
            return PlaceKind[kind.upper()]
    return None


def word_after(text: str, end: int) -> tuple[str, PlaceKind | None]:
    """Return the word for a kind of place that follows a name and its kind, or ("", None).

    >>> word_after("Orla province", 4)[0], word_after("Orla, Lume and Veyra counties", 4)[0]
    ('province', 'counties')
    """
    match = _AFTER.match(text, end, end + 30)
    if match is None or word_kind(match["word"]) is None:
        match = _SHARED.match(text, end, end + 100)
    kind = word_kind(match["word"]) if match else None
    return (match["word"].lower(), kind) if match and kind is not None else ("", None)


def kind_before(text: str, start: int) -> PlaceKind | None:
    """Return the kind of place that the words before a name say: "the town of X", "the capital X"."""
    match = _BEFORE.search(text[max(0, start - 40) : start])
    if match is None:
        return None
    word = match["words"].split()[-1]
    of = match[0].rstrip().endswith(" of") or word == "of"
    if word == "of":
        word = match["words"].split()[0]
    return word_kind(word) if of or word.islower() else None


def same_name(name: str) -> str:
    """Return what two mentions of one place have in common."""
    return place_key(name)
