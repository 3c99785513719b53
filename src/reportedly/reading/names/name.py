"""A name in a text and what kind of thing it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reportedly.lexicon import load
from reportedly.model import Span


class NameKind(StrEnum):
    """What a name names. PEOPLE: a nation, region, religion or party, as noun or adjective ("Syrian", "Democrats")."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    PEOPLE = "people"


_FULL = re.compile(r"[^\W\d_]+\s[^\W\d_]+")
_WORD_BEFORE, _REACH = re.compile(r"(?<![\w-])([a-z]+) \Z"), 40
# nouns for bodies that the list of organizations has not, or has with other words
_BODIES = frozenset({"agency", "group"})
_WHO = re.compile(r",\s+who\s")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: its span, without article and possessive, and its kind."""

    span: Span
    kind: NameKind


def agreed(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Return the names of a story in order, made of one mind: what the model alone cannot see.

    Two names of persons side by side are one. A full name is a person's if its surname is one elsewhere, or if "who"
    goes on from it. What stands behind a noun for a body ("the news agency MNA") is a body. A month is no place.
    """
    ordered = [
        name
        for name in sorted(names, key=lambda name: name.span)
        if name.kind is NameKind.PERSON or name.span.of(text) not in load("speakers")["lists"]["common"]
    ]
    people = {name.span.of(text) for name in ordered if name.kind is NameKind.PERSON}
    bodies = {name.span.of(text) for name in ordered if _is_body(text, name)}
    whole: list[Name] = []
    for name in ordered:
        words = name.span.of(text)
        told = _FULL.fullmatch(words) and (words.split()[-1] in people or _WHO.match(text, name.span.end))
        kind = NameKind.PERSON if told and name.kind is NameKind.PLACE else name.kind
        if kind is not NameKind.PERSON and words in bodies:
            kind = NameKind.ORGANIZATION
        before = whole[-1] if whole else None
        beside = before and kind is before.kind is NameKind.PERSON and text[before.span.end : name.span.start] == " "
        if before and beside:
            whole[-1] = Name(Span(before.span.start, name.span.end), kind)
        else:
            whole.append(Name(name.span, kind))
    return tuple(whole)


def _is_body(text: str, name: Name) -> bool:
    """Tell whether a noun for a body stands right before a name."""
    before = _WORD_BEFORE.search(text, max(0, name.span.start - _REACH), name.span.start)
    kinds = load("speakers")["kinds"]
    return before is not None and before[1] in _BODIES | {word for word in kinds["organization"] if " " not in word}
