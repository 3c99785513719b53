"""What holds of an article in the ledger, by the reviews that its log has."""

from __future__ import annotations

from sqlalchemy import Connection

from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.overlay import Effective, effective
from reportedly.model import Reading


def under_review(connection: Connection, reading: Reading) -> Effective | None:
    """Return what holds of an article, whether it is in the ledger yet or not; None where nobody reviewed anything.

    Whoever makes the index of an article asks this first: one lookup where there are no reviews.
    """
    reviews = log.of_article(connection, reading.article.id)
    return effective(reading, reviews) if reviews else None


def standing(connection: Connection, reading: Reading) -> Effective:
    """Return what holds of an article: the machine's reading itself where nobody reviewed anything."""
    return under_review(connection, reading) or Effective(reading)
