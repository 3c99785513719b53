"""Who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportedly.model.spans import Span


class SourceKind(StrEnum):
    """What a source is. `unnamed`: identity withheld or left general, as in "witnesses" or "local sources"."""

    PERSON = "person"
    GOVERNMENT = "government"
    ORGANIZATION = "organization"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks or is accused, warned or threatened: one entity of the article, by its fullest name there.

    `mentions` are the spans that mean it, by name, short form, title, pronoun or place ("Moscow"). `role` is what the
    article says it is ("harbour master"), `affiliation` the body it belongs to, `country` an ISO 3166-1 alpha-2 code;
    each None where the article does not say. `candidates` are the ids of the sources that an ambiguous name may also
    mean: they are kept apart from it.
    """

    id: str
    name: str
    mentions: tuple[Span, ...]
    kind: SourceKind = SourceKind.UNNAMED
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    candidates: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the source as the contract writes it."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind.value,
            "role": self.role,
            "affiliation": self.affiliation,
            "country": self.country,
            "candidates": list(self.candidates),
            "mentions": [span.to_list() for span in self.mentions],
        }
