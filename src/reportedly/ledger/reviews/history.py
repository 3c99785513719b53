"""All that people have said of one thing, beside what the machine said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from reportedly.ledger.keeping.kept import kept
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.force import undone_by
from reportedly.ledger.reviews.review import VERDICTS, About, Review, Verb
from reportedly.ledger.reviews.standing import standing
from reportedly.ledger.reviews.subjects import has_article, subject
from reportedly.ledger.reviews.values import ROLES


class Force(StrEnum):
    """Whether a review counts."""

    HOLDS = "holds"
    LATER = "a later review counts"
    UNDONE = "undone"
    RESTS = "rests: the machine no longer finds it"


@dataclass(frozen=True, slots=True)
class Entry:
    """A review with its force, and the id of the review that undid it."""

    review: Review
    force: Force
    undone_by: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the entry, JSON-ready."""
        return {**self.review.to_dict(), "force": self.force.value, "undone_by": self.undone_by}


def history(connection: Connection, target: str) -> tuple[Entry, ...]:
    """Return all reviews of a statement, article, entity or source, newest first. Raises UnknownId.

    Of an article that includes the reviews of its statements and sources.
    """
    about = subject(connection, target)
    whole = log.of_article(connection, target) if about.about is About.ARTICLE else log.of_target(connection, target)
    undone = undone_by(whole)
    resting = _resting(connection, about.article_id)
    return tuple(
        Entry(review, _force(review, whole, undone, resting), undone.get(review.id)) for review in reversed(whole)
    )


def _resting(connection: Connection, article_id: str | None) -> frozenset[str]:
    if article_id is None or not has_article(connection, article_id):
        return frozenset()
    return frozenset(review.id for review in standing(connection, kept(connection, article_id).reading).resting)


def _force(review: Review, log: Sequence[Review], undone: dict[str, str], resting: frozenset[str]) -> Force:
    if review.id in undone:
        return Force.UNDONE
    if review.id in resting:
        return Force.RESTS
    left = _fields(review)
    for later in log:
        if later.order > review.order and later.target == review.target and later.id not in undone:
            left -= _fields(later)
    return Force.HOLDS if left else Force.LATER


def _fields(review: Review) -> frozenset[object]:
    """Return what a review settles, so that a later one that settles the same counts instead of it."""
    if review.verb is Verb.SPANS:
        return frozenset(review.value.keys() & set(ROLES))
    if review.verb is Verb.ADD:
        return frozenset({*review.value, "verdict"})
    return frozenset({_field(review)})


def _field(review: Review) -> object:
    match review.verb:
        case Verb.UNDO | Verb.NOTE:
            return review.id
        case Verb.PLACE:
            place = review.value["place"]
            return ("place", place["geonameid"] or (place["name"], place["country"]))
        case Verb.DISTINCT:
            return ("distinct", review.value["from"])
        case Verb.MERGE | Verb.SPLIT:
            return "stands"
    return "verdict" if review.verb in VERDICTS else review.verb.value
