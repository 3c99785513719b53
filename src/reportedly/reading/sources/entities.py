"""The entities of an article: everything that its names name, whether it speaks or not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.model import SourceKind, Span
from reportedly.reading.countries import country_of
from reportedly.reading.governments import government_of, ministry_of
from reportedly.reading.names import Name, NameKind
from reportedly.reading.sources.entity import Entity
from reportedly.reading.sources.people import group_people
from reportedly.reading.sources.words import (
    normal,
    noun_kind,
    without_article,
)

_ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[“\"']?([A-Z][A-Za-z.&-]{1,9})[”\"']?\s*\)")
_NOUNS_BEFORE, _REACH = re.compile(r"(?:[a-z][\w-]*\s+)?[a-z][\w-]*\s+\Z"), 40
_RULING = re.compile(r"[ \u00a0]((?:government|administration|regime|authorities)\b)")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "&", "de", "la", "al", "du"})
# a state by its full name, and the letters that a place's and its people's name share at least
_STATE = re.compile(
    r"(?:Federation|Republic|Kingdom|Commonwealth|State|Emirate|Principality|Government|government) of (?:the )?(.+)"
)
_STEM = 4
_OF_PEOPLE = ("an", "ese", "ish", "ic")


class Entities:
    """The entities that the names of a text name, to be found by name."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._text = text
        self._all: list[Entity] = []
        self._governments: dict[str, Entity] = {}
        self._of_name: dict[Span, Entity] = {}
        for name, entity, form in group_people(text, [name for name in names if name.kind is NameKind.PERSON]):
            self._name(name, entity, form)
        self._states: dict[str, Entity] = {}
        ministries = [name for name in names if name.kind is NameKind.PLACE and ministry_of(self._form(name.span))]
        self._add_places([name for name in names if name.kind is NameKind.PLACE and name not in ministries])
        self._add_peoples([name for name in names if name.kind is NameKind.PEOPLE])
        self._add_bodies([*(name for name in names if name.kind is NameKind.ORGANIZATION), *ministries])

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
            entity.country, entity.proper = country, True
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

    def _add_bodies(self, names: Sequence[Name]) -> None:
        """Group the names of bodies: the same words, an acronym that is spelled out, a part that only one has."""
        long: dict[str, Entity] = {}
        acronyms: dict[str, Entity] = {}
        for name in sorted(names, key=lambda name: -len(self._form(name.span))):
            form = self._form(name.span)
            key = normal(form)
            entity = (
                self._named_after(form)
                or long.get(key)
                or acronyms.get(form.replace(".", ""))
                or _of_which_part(key, long)
            )
            entity = entity or self._official(form, long) or self.new(None)
            long.setdefault(key, entity)
            spelled = _ACRONYM.match(self._text, name.span.end, name.span.end + 16)
            if spelled:
                acronyms[spelled[1].replace(".", "")] = entity
            elif " " in form:
                acronyms.setdefault(_initials(form), entity)
            self._name(name, entity)

    def _named_after(self, form: str) -> Entity | None:
        """Return the state that a name such as "Federation of Lusk" is the full form of."""
        full = _STATE.fullmatch(form)
        return self._states.get(normal(full[1])) if full else None

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
        """Add the governments that countries and capitals stand for, and a body for every other place."""
        for name in sorted(names, key=lambda name: len(name.span)):
            form = self._form(name.span)
            country = government_of(form) or country_of(form)
            entity = self.government(country, form) if country else self._state(form)
            if not self._rules(name, entity):
                self._name(name, entity)

    def _add_peoples(self, names: Sequence[Name]) -> None:
        """Add the groups that names of peoples name, but for those that only tell whose government is meant."""
        groups: dict[str, Entity] = {}
        for name in names:
            form = self._form(name.span)
            country = country_of(form)
            state = self._governments.get(country) if country else self.state_of(form)
            if _RULING.match(self._text, name.span.end) and (state or country):
                self._rules(name, state or self.government(country or "", form))
                continue
            key = normal(form)
            if key not in groups:
                groups[key] = self.new(SourceKind.GROUP)
                groups[key].plural = True
            self._name(name, groups[key])

    def state_of(self, people: str) -> Entity | None:
        """Return the state without a code of its own that a people's name goes with: "Luskan" and "Lusk"."""
        stem = normal(people)
        for place, entity in self._states.items():
            if stem.startswith(place[: max(_STEM, len(place) - 2)]) and len(stem) <= len(place) + _STEM:
                return entity
        return None

    def _state(self, form: str) -> Entity:
        key = normal(form)
        if key not in self._states and form.endswith(_OF_PEOPLE):  # an adjective taken for a place
            known = self.state_of(form)
            if known is not None:
                return known
        if key not in self._states:
            self._states[key] = self.new(None)
            self._states[key].is_place = True
        return self._states[key]

    def _rules(self, name: Name, entity: Entity) -> bool:
        """Tell whether a place's or people's name goes on as that of its government, and if so add it as such."""
        ruling = _RULING.match(self._text, name.span.end)
        if ruling is None:
            return False
        self._of_name[name.span] = entity
        entity.call(f"{self._form(name.span)} {ruling[1]}")
        entity.mention(Span(name.span.start, ruling.end()))
        return True

    def _name(self, name: Name, entity: Entity, form: str = "") -> None:
        self._of_name[name.span] = entity
        entity.proper = True
        if name.kind is not NameKind.PERSON:
            # "the news agency MNA", "the group Free Harbour"
            noun = _NOUNS_BEFORE.search(self._text, max(0, name.span.start - _REACH), name.span.start)
            if noun and noun_kind(tuple(noun.group().split())):
                entity.nouns |= {noun.group().split()[-1], noun.group().strip()}
        entity.call(form or self._form(name.span))
        entity.mention(name.span)


def _initials(form: str) -> str:
    return "".join(word[0].upper() for word in re.findall(r"[^\W_]+", form) if word.lower() not in _SMALL)


def _of_which_part(key: str, long: Mapping[str, Entity]) -> Entity | None:
    """Return the body whose name ends or begins with these words, if just one does: "White Helmets", "Amnesty"."""
    if len(key) < 4:
        return None
    parts = (entity for name, entity in long.items() if name.endswith(f" {key}") or name.startswith(f"{key} "))
    found = list(dict.fromkeys(parts))
    return found[0] if len(found) == 1 else None
