"""Carries reviews from ledger to ledger, as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from reportedly.errors import BadReview
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.applying import check_fit, is_here, renew
from reportedly.ledger.reviews.review import Review
from reportedly.ledger.reviews.values import review_from


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: how many reviews are new, and how many were there already.

    Of the new ones, `pending` are about an article or entity that this ledger has not: they count when it is added.
    `refused` are the lines, counted from 1, that are no reviews or do not fit, with the reason.
    """

    added: int
    known: int
    pending: int
    refused: tuple[tuple[int, str], ...]


def export_reviews(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield the whole log, undone reviews and undos among it, earliest first."""
    for review in log.everything(connection):
        yield review.to_dict()


def import_reviews(connection: Connection, lines: Iterable[str | bytes]) -> Imported:
    """Add the reviews of an export to the log and lay them over what the ledger has, each article once.

    The same again changes nothing, and neither does the order of lines or of imports.
    """
    new: list[Review] = []
    refused: list[tuple[int, str]] = []
    known = pending = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            review = _review(line)
            check_fit(connection, review)
        except BadReview as error:
            refused.append((number, str(error)))
            continue
        if log.by_id(connection, review.id):
            known += 1
            continue
        log.put(connection, [review])
        new.append(review)
        pending += not is_here(connection, review)
    renew(connection, new)
    return Imported(len(new), known, pending, tuple(refused))


def _review(line: str | bytes) -> Review:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadReview("no JSON: a line holds one review, as reportedly review --export writes it") from error
    return review_from(fields)
