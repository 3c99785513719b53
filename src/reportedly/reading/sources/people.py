"""The persons of a text by their names: full names, and the short forms that only one of them can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from reportedly.model import SourceKind, Span
from reportedly.reading.given_names import Sex, given_names
from reportedly.reading.names import Name
from reportedly.reading.sources.entity import Entity
from reportedly.reading.sources.words import sex_of, titles, without_article

# shorter given names differ by a letter without being one
_SURE_LENGTH = 5
_LIKE = 0.85
_JOINED = re.compile(r"\s+and\s+")
_TITLE_REACH = 24
_POSSESSIVE = re.compile(r"[’']s?\Z|[\s,]+\Z")
_INITIAL = re.compile(r"[A-Z]\.?\Z")
# words that a full name may have and its short form lacks
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})

Bearer = tuple[Name, Entity, str]


def group_people(text: str, names: Sequence[Name]) -> list[Bearer]:
    """Return the names of persons, each with who bears it and its words without titles: one entity a person."""
    return _Grouping(text, names).bearers()


class _Grouping:
    """The names of persons while they are grouped: full names first, the longest of them before the others."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._text = text
        self._names = names
        self._people = _People()
        self._alone: dict[tuple[str, ...], Entity] = {}

    def bearers(self) -> list[Bearer]:
        found: list[Bearer] = []
        short: list[tuple[Name, tuple[str, ...]]] = []
        for name in sorted(self._names, key=lambda name: -len(name.span)):
            parts = self._parts_of(name)
            if len(parts) < 2:
                short.append((name, parts))
                continue
            entity = self._people.bearer(parts) or Entity(SourceKind.PERSON)
            before = self._before(name.span)
            entity.sex = entity.sex or given_names().get(parts[0].lower()) or sex_of((before.lower(),))
            self._people.add(parts, before, entity)
            found.append((name, entity, self._form_of(name, parts)))
        for name, parts in sorted(short, key=lambda pair: pair[0].span):
            found.append((name, self._short_form(name, parts), self._form_of(name, parts)))
        return found

    def _form_of(self, name: Name, parts: tuple[str, ...]) -> str:
        """Return a name as it is printed, from its first word that is no title to its end: "Ada Quill Jr."."""
        form = _form(self._text, name.span)
        start = form.find(parts[0]) if parts else -1
        whole = _POSSESSIVE.sub("", form[start:]) if start >= 0 else form
        return whole if len(whole.split()) >= len(parts) else " ".join(parts)

    def _parts_of(self, name: Name) -> tuple[str, ...]:
        """Return the words of a person's name; of the first in "Peter and Lena Falk", with the surname of both."""
        parts = name_parts(_form(self._text, name.span))
        if len(parts) == 1 and parts[0].lower() in given_names():
            joined = _JOINED.match(self._text, name.span.end)
            other = next((one for one in self._names if joined and one.span.start == joined.end()), None)
            others = name_parts(_form(self._text, other.span)) if other else ()
            if len(others) == 2 and others[0].lower() in given_names():
                return (*parts, others[-1])
        return parts

    def _short_form(self, name: Name, parts: tuple[str, ...]) -> Entity:
        """Return whom a name of one word means; one that two could bear stands for itself, with both as rivals."""
        title = self._before(name.span)
        sex = Sex.WOMAN if title in titles("women") else Sex.MAN if title in titles("men") else None
        fitting = self._people.fitting(parts, title, sex)
        if len(fitting) == 1:
            fitting[0].sex = fitting[0].sex or sex
            return fitting[0]
        key = (*parts, sex or "")
        if key not in self._alone:
            self._alone[key] = Entity(SourceKind.PERSON)
            self._alone[key].rivals = fitting
            self._alone[key].sex = sex or (given_names().get(parts[0].lower()) if parts else None)
        return self._alone[key]

    def _before(self, span: Span) -> str:
        """Return the word before a name, such as a title, without its dot and comma."""
        said = self._text[max(0, span.start - _TITLE_REACH) : span.start].split()
        return said[-1].rstrip(".,") if said else ""


def _bare(word: str) -> str:
    bare = word.strip(",’'\"“”")
    return bare if _INITIAL.match(bare) else bare.strip(".")


class _People:
    """The persons of a text by their full names."""

    def __init__(self) -> None:
        self._known: list[tuple[tuple[str, ...], str, Entity]] = []

    def add(self, parts: tuple[str, ...], before: str, entity: Entity) -> None:
        """Add a full name with the word that stands before it."""
        self._known.append((parts, before, entity))

    def bearer(self, parts: tuple[str, ...]) -> Entity | None:
        """Return the person who has been named by a full name, or by a longer one that ends with it."""
        return next((entity for known, _, entity in self._known if _same_person(known, parts)), None)

    def fitting(self, parts: tuple[str, ...], title: str, sex: Sex | None) -> list[Entity]:
        """Return the persons whom a short name behind a title can mean: by surname, or else by given name."""
        lowered = tuple(part.lower() for part in parts)
        by_last = (
            [(before, entity) for known, before, entity in self._known if known[-1].lower() == lowered[-1:][0]]
            if lowered
            else []
        )
        by_first = (
            [(before, entity) for known, before, entity in self._known if known[:1] == parts[:1]] if parts else []
        )
        bearers = by_last or by_first
        titled = _unique(entity for before, entity in bearers if before == title and title in titles("roles"))
        fitting = _unique(entity for _, entity in bearers if sex is None or entity.sex in (None, sex))
        told = [entity for entity in fitting if sex is not None and entity.sex is sex]
        return titled if len(titled) == 1 else told if len(told) == 1 else fitting


def name_parts(form: str) -> tuple[str, ...]:
    """Return the words of a person's name without titles, suffixes and possessive.

    >>> name_parts("Rear Admiral Ada Quill Jr."), name_parts("Sir Giles")
    (('Ada', 'Quill'), ('Giles',))
    """
    words = [_bare(word) for word in form.replace("’s", "").replace("'s", "").split()]
    kept = [word for word in words if word and word.lower() not in _SUFFIX]
    while len(kept) > 1 and (kept[0] in titles("roles") or kept[0] in titles("plain")):
        kept = kept[1:]
    return tuple(kept)


def _same_person(known: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Tell whether two full names are one: the same last word, and given names that do not contradict each other."""
    if known[-1].lower() != parts[-1].lower():
        return False
    if known[-len(parts) :] == parts:  # "van der Hoek" of "Jonas van der Hoek"
        return True
    first, second = known[0].lower(), parts[0].lower()
    if first == second:
        return True
    if _is_misspelt(first, second):
        return True
    return first[0] == second[0] and (_INITIAL.match(known[0]) is not None or _INITIAL.match(parts[0]) is not None)


def _is_misspelt(first: str, second: str) -> bool:
    """Tell whether two given names are one but for a letter, and none is known to be of the other sex.

    >>> _is_misspelt("kristin", "kristen"), _is_misspelt("carl", "carla"), _is_misspelt("ivo", "ivan")
    (True, False, False)
    """
    sexes = {sex for name in (first, second) if (sex := given_names().get(name))}
    if min(len(first), len(second)) < _SURE_LENGTH or len(sexes) > 1:
        return False
    return first[0] == second[0] and SequenceMatcher(None, first, second).ratio() >= _LIKE


def _form(text: str, span: Span) -> str:
    return without_article(" ".join(span.of(text).split()))


def _unique(entities: Iterable[Entity]) -> list[Entity]:
    return list(dict.fromkeys(entities))
