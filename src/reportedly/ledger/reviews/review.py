"""What a review is: one correction by one person, at one time, of one thing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportedly.model.digests import digest

Value = Mapping[str, Any]


class About(StrEnum):
    """What a review is about; a source is one within its article, an entity one across the ledger."""

    STATEMENT = "statement"
    ARTICLE = "article"
    SOURCE = "source"
    ENTITY = "entity"


class Verb(StrEnum):
    """What a review does to what it is about."""

    RIGHT = "right"
    WRONG = "wrong"
    ADD = "add"
    STANCE = "stance"
    KIND = "kind"
    REPORTER = "reporter"
    SPANS = "spans"
    SOURCES = "sources"
    AGAINST = "against"
    SAID = "said"
    PLACE = "place"
    PUBLISHED = "published"
    PUBLISHER = "publisher"
    TITLE = "title"
    MERGE = "merge"
    SPLIT = "split"
    DISTINCT = "distinct"
    NAME = "name"
    ROLE = "role"
    COUNTRY = "country"
    NOTE = "note"
    UNDO = "undo"


VERDICTS = frozenset({Verb.RIGHT, Verb.WRONG, Verb.ADD})


@dataclass(frozen=True, slots=True)
class Review:
    """A correction. `at` is UTC, "2026-05-14T09:30:00Z"; reviews count in the order of `at`, then of `id`.

    `target` is the id of a statement, an article or an entity, or "ARTICLE/SOURCE" for a source within its article;
    `article_id` is null for entities only. `value` is what the person says (see docs/reviews.md), `machine` what the
    machine said at that time, null where it said nothing. `undoes` is the id of the review that an undo takes back.
    """

    at: str
    who: str
    verb: Verb
    about: About
    target: str
    article_id: str | None = None
    value: Value = field(default_factory=dict, hash=False)
    machine: Value | None = field(default=None, hash=False)
    why: str | None = None
    undoes: str | None = None

    @property
    def id(self) -> str:
        """Return 16 hexadecimal digits of all that the review says."""
        return digest("review", json.dumps(self._fields(), sort_keys=True))[:16]

    @property
    def order(self) -> tuple[str, str]:
        """Return what reviews are sorted by: of two that disagree, the later one counts."""
        return (self.at, self.id)

    def to_dict(self) -> dict[str, Any]:
        """Return the review as a line of an export holds it."""
        return {"id": self.id, **self._fields()}

    def _fields(self) -> dict[str, Any]:
        return {
            "at": self.at,
            "who": self.who,
            "why": self.why,
            "verb": self.verb.value,
            "about": self.about.value,
            "article_id": self.article_id,
            "target": self.target,
            "value": dict(self.value),
            "machine": None if self.machine is None else dict(self.machine),
            "undoes": self.undoes,
        }


def source_target(article_id: str, local: str) -> str:
    """Return what a review of a source within an article is about.

    >>> source_target("0f914b47534f5550", "source-3")
    '0f914b47534f5550/source-3'
    """
    return f"{article_id}/{local}"
