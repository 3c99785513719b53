"""The entities of an article: everything that its names name, whether it speaks or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from reportedly.model import SourceKind, Span
from reportedly.reading.countries import country_of
from reportedly.reading.given_names import Sex, given_names
from reportedly.reading.governments import government_of, ministry_of
from reportedly.reading.names import Name, NameKind
from reportedly.reading.sources.descriptions import Description
from reportedly.reading.sources.words import (
    normal,
    noun_kind,
    sex_of,
    titles,
    without_article,
)

_ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[“\"']?([A-Z][A-Za-z.&-]{1,9})[”\"']?\s*\)")
_NOUNS_BEFORE, _REACH = re.compile(r"(?:[a-z][\w-]*\s+)?[a-z][\w-]*\s+\Z"), 40
# shorter given names differ by a letter without being one
_SURE_LENGTH = 5
_LIKE = 0.85
_JOINED = re.compile(r"\s+and\s+")
_TITLE_REACH = 24
_RULING = re.compile(r"[ \u00a0]((?:government|administration|regime|authorities)\b)")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "&", "de", "la", "al", "du"})
_INITIAL = re.compile(r"[A-Z]\.?\Z")
# words that a full name may have and its short form lacks
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(slots=True, eq=False)
class Entity:
    """One person, body or other speaker while an article is read: its names, its mentions and what is said of it.

    `names` are the forms of its proper name in order of mention, `nouns` the head nouns that it is called by, in the
    singular, `descriptions` what the text says that it is, in order, and `about` the words of names and
    roles. `rivals` are whom an ambiguous name may also mean.
    """

    kind: SourceKind | None
    names: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    descriptions: list[Description] = field(default_factory=list)
    about: set[str] = field(default_factory=set)
    sex: Sex | None = None
    country: str | None = None
    plural: bool = False
    is_place: bool = False
    rivals: list[Entity] = field(default_factory=list)

    @property
    def name_words(self) -> set[str]:
        """Return the words of a body's names in lower case, by which a noun can take it up; a person has none."""
        return set() if self.kind is SourceKind.PERSON else self.about

    def call(self, name: str) -> None:
        """Add a form of its name."""
        if name not in self.names:
            self.about |= set(normal(name).split())
        self.names.append(name)

    @property
    def is_person(self) -> bool:
        """Tell whether it is a person who is named or known by a role."""
        return self.kind is SourceKind.PERSON

    @property
    def is_country(self) -> bool:
        """Tell whether it is a country's government, or what stands for it."""
        return self.kind is SourceKind.GOVERNMENT and self.country is not None

    @property
    def may_be_one_person(self) -> bool:
        """Tell whether "he" or "she" can mean it: one person, named or not."""
        return not self.plural and self.kind in (SourceKind.PERSON, SourceKind.UNNAMED)

    def mention(self, span: Span) -> None:
        """Add a place where it is meant; of mentions within each other the widest stays."""
        if not any(known.covers(span) for known in self.mentions):
            self.mentions = [*(known for known in self.mentions if not span.covers(known)), span]

    def name(self) -> str:
        """Return its fullest form, without article: of a person that with the most words, of a body the longest.

        A government's is the one that says so, or else its country's rather than its capital's.
        """
        if self.is_person:
            return max(self.names, key=lambda form: len(form.split()))
        if self.is_country:
            return max(
                self.names, key=lambda form: ("government" in form.lower(), country_of(form) is not None, len(form))
            )
        return max(self.names, key=len)


class Entities:
    """The entities that the names of a text name, to be found by name."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._text = text
        self._all: list[Entity] = []
        self._governments: dict[str, Entity] = {}
        self._of_name: dict[Span, Entity] = {}
        self._add_people([name for name in names if name.kind is NameKind.PERSON])
        self._add_bodies([name for name in names if name.kind is NameKind.ORGANIZATION])
        self._add_places([name for name in names if name.kind in (NameKind.PLACE, NameKind.PEOPLE)])

    def of(self, name: Name) -> Entity:
        """Return the entity that a name of the text names."""
        return self._of_name[name.span]

    def all(self) -> list[Entity]:
        """Return all entities, in no order that means anything."""
        return self._all

    def government(self, country: str, name: str) -> Entity:
        """Return the government of a country, which the words `name` mean here."""
        entity = self._governments.get(country)
        if entity is None:
            entity = self._governments[country] = self.new(SourceKind.GOVERNMENT)
            entity.country = country
            entity.nouns |= {"government", "country", "administration"}
        entity.call(without_article(name))
        return entity

    def new(self, kind: SourceKind | None, name: str | None = None) -> Entity:
        """Return a new entity."""
        entity = Entity(kind)
        if name:
            entity.call(name)
        self._all.append(entity)
        return entity

    def _form(self, span: Span) -> str:
        return without_article(" ".join(span.of(self._text).split()))

    def _add_people(self, names: Sequence[Name]) -> None:
        """Group the names of persons: full names first, then the short forms that only one of them can mean."""
        people = _People()
        short: list[tuple[Name, tuple[str, ...]]] = []
        for name in sorted(names, key=lambda name: -len(name.span)):
            parts = self._parts_of(name, names)
            if len(parts) < 2:
                short.append((name, parts))
                continue
            entity = people.bearer(parts) or self.new(SourceKind.PERSON)
            before = self._before(name.span)
            entity.sex = entity.sex or given_names().get(parts[0].lower()) or sex_of((before.lower(),))
            people.add(parts, before, entity)
            self._name(name, entity, " ".join(parts))
        alone: dict[tuple[str, ...], Entity] = {}
        for name, parts in sorted(short, key=lambda pair: pair[0].span):
            self._name(name, self._short_form(name, parts, people, alone), " ".join(parts))

    def _parts_of(self, name: Name, names: Sequence[Name]) -> tuple[str, ...]:
        """Return the words of a person's name; of the first in "Peter and Lena Falk", with the surname of both."""
        parts = name_parts(self._form(name.span))
        if len(parts) == 1 and parts[0].lower() in given_names():
            joined = _JOINED.match(self._text, name.span.end)
            other = next((one for one in names if joined and one.span.start == joined.end()), None)
            others = name_parts(self._form(other.span)) if other else ()
            if len(others) == 2 and others[0].lower() in given_names():
                return (*parts, others[-1])
        return parts

    def _short_form(
        self, name: Name, parts: tuple[str, ...], people: _People, alone: dict[tuple[str, ...], Entity]
    ) -> Entity:
        """Return whom a name of one word means; one that two could bear stands for itself, with both as rivals."""
        title = self._before(name.span)
        sex = Sex.WOMAN if title in titles("women") else Sex.MAN if title in titles("men") else None
        fitting = people.fitting(parts, title, sex)
        if len(fitting) == 1:
            fitting[0].sex = fitting[0].sex or sex
            return fitting[0]
        key = (*parts, sex or "")
        if key not in alone:
            alone[key] = self.new(SourceKind.PERSON)
            alone[key].rivals = fitting
            alone[key].sex = sex or (given_names().get(parts[0].lower()) if parts else None)
        return alone[key]

    def _before(self, span: Span) -> str:
        """Return the word before a name, such as a title, without its dot and comma."""
        said = self._text[max(0, span.start - _TITLE_REACH) : span.start].split()
        return said[-1].rstrip(".,") if said else ""

    def _add_bodies(self, names: Sequence[Name]) -> None:
        """Group the names of bodies: the same words, an acronym that is spelled out, a part that only one has."""
        long: dict[str, Entity] = {}
        acronyms: dict[str, Entity] = {}
        for name in sorted(names, key=lambda name: -len(self._form(name.span))):
            form = self._form(name.span)
            key = normal(form)
            entity = long.get(key) or acronyms.get(form.replace(".", "")) or _of_which_part(key, long)
            entity = entity or self._official(form, long) or self.new(None)
            long.setdefault(key, entity)
            spelled = _ACRONYM.match(self._text, name.span.end, name.span.end + 16)
            if spelled:
                acronyms[spelled[1].replace(".", "")] = entity
            elif " " in form:
                acronyms.setdefault(_initials(form), entity)
            self._name(name, entity)

    def _official(self, form: str, long: Mapping[str, Entity]) -> Entity | None:
        """Return the government or ministry that the name of a building or a street stands for."""
        country, ministry = government_of(form), ministry_of(form)
        if country:
            return self.government(country, form)
        if ministry is None:
            return None
        spelled = (entity for key, entity in long.items() if key.endswith(ministry[1]))
        entity = next(spelled, None) or self.new(SourceKind.GOVERNMENT)
        entity.country = ministry[0]
        return entity

    def _add_places(self, names: Sequence[Name]) -> None:
        """Add the governments that countries and capitals stand for, and a body for every other place or people."""
        others: dict[str, Entity] = {}
        for name in names:
            form = self._form(name.span)
            country = government_of(form) or country_of(form)
            ruling = _RULING.match(self._text, name.span.end)
            if ruling and country:  # "the Syrian government"
                self._of_name[name.span] = entity = self.government(country, f"{form} {ruling[1]}")
                entity.mention(Span(name.span.start, ruling.end()))
                continue
            if country and (name.kind is NameKind.PLACE or government_of(form)):
                self._of_name[name.span] = entity = self.government(country, form)
                entity.mention(name.span)
                continue
            key = normal(form)
            if key not in others:
                others[key] = self.new(None if name.kind is NameKind.PLACE else SourceKind.GROUP)
                others[key].is_place = name.kind is NameKind.PLACE
                others[key].plural = name.kind is NameKind.PEOPLE
            self._name(name, others[key])

    def _name(self, name: Name, entity: Entity, form: str = "") -> None:
        self._of_name[name.span] = entity
        if name.kind is not NameKind.PERSON:
            # "the news agency MNA", "the group Free Harbour"
            noun = _NOUNS_BEFORE.search(self._text, max(0, name.span.start - _REACH), name.span.start)
            if noun and noun_kind(tuple(noun.group().split())):
                entity.nouns |= {noun.group().split()[-1], noun.group().strip()}
        entity.call(form or self._form(name.span))
        entity.mention(name.span)


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


def _unique(entities: Iterable[Entity]) -> list[Entity]:
    return list(dict.fromkeys(entities))


def _initials(form: str) -> str:
    return "".join(word[0].upper() for word in re.findall(r"[^\W_]+", form) if word.lower() not in _SMALL)


def _of_which_part(key: str, long: Mapping[str, Entity]) -> Entity | None:
    """Return the body whose name ends or begins with these words, if just one does: "White Helmets", "Amnesty"."""
    if len(key) < 4:
        return None
    found = _unique(entity for name, entity in long.items() if name.endswith(f" {key}") or name.startswith(f"{key} "))
    return found[0] if len(found) == 1 else None
