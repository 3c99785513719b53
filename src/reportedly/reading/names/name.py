"""A name in a text and what kind of thing it names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model import Span


class NameKind(StrEnum):
    """What a name names. PEOPLE: a nation, region, religion or party, as noun or adjective ("Syrian", "Democrats")."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: its span, without article and possessive, and its kind."""

    span: Span
    kind: NameKind
