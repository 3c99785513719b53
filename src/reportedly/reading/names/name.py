"""A name in a text and what kind of thing it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reportedly.model import Span


class NameKind(StrEnum):
    """What a name names. PEOPLE: a nation, region, religion or party, as noun or adjective ("Syrian", "Democrats")."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    PEOPLE = "people"


_WORDS = re.compile(r"[^\W\d_]+\s[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: its span, without article and possessive, and its kind."""

    span: Span
    kind: NameKind


def agreed(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Return the names of a story in order, where a full name is a person's if its surname is one elsewhere."""
    ordered = sorted(names, key=lambda name: name.span)
    people = {name.span.of(text) for name in ordered if name.kind is NameKind.PERSON}
    return tuple(
        replace(name, kind=NameKind.PERSON)
        if _WORDS.fullmatch(words := name.span.of(text)) and words.split()[-1] in people and name.kind is NameKind.PLACE
        else name
        for name in ordered
    )
