"""The log of reviews in the ledger: it is only ever added to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, select

from reportedly.ledger.keeping.rows import MOST_VALUES, insert_new
from reportedly.ledger.reviews.review import About, Review, Verb
from reportedly.ledger.tables import schema

_TABLE = schema.review


def put(connection: Connection, reviews: Iterable[Review]) -> None:
    """Add reviews to the log; one that is in it already stays as it is."""
    rows = [
        {
            **review.to_dict(),
            "value": json.dumps(dict(review.value)),
            "machine": json.dumps(None if review.machine is None else dict(review.machine)),
            "other": other_of(review),
        }
        for review in reviews
    ]
    insert_new(connection, _TABLE, rows)


def other_of(review: Review) -> str | None:
    """Return the id of the second thing that a review is about: the entity that one is merged into, or told from."""
    found: str | None = review.value.get("into") or review.value.get("from")
    return found if review.about is About.ENTITY else None


def of_article(connection: Connection, article_id: str) -> tuple[Review, ...]:
    """Return all reviews of an article, its statements and its sources, earliest first."""
    return _found(connection, _TABLE.c.article_id == article_id)


def of_target(connection: Connection, target: str) -> tuple[Review, ...]:
    """Return all reviews of one thing, earliest first."""
    return _found(connection, _TABLE.c.target == target)


def of_entities(connection: Connection, entities: Sequence[str]) -> tuple[Review, ...]:
    """Return all reviews of some entities, earliest first."""
    return _of_entities(connection, (_TABLE.c.target,), entities)


def naming_entities(connection: Connection, entities: Sequence[str]) -> tuple[Review, ...]:
    """Return all reviews of some entities, and those that merge others into them or tell others from them."""
    return _of_entities(connection, (_TABLE.c.target, _TABLE.c.other), entities)


def all_of_entities(connection: Connection) -> tuple[Review, ...]:
    """Return all reviews of entities, earliest first."""
    return _found(connection, _TABLE.c.about == About.ENTITY.value)


def by_id(connection: Connection, review_id: str) -> Review | None:
    """Return the review with an id, or None."""
    return next(iter(_found(connection, _TABLE.c.id == review_id)), None)


def everything(connection: Connection) -> Iterator[Review]:
    """Yield the whole log, earliest first."""
    query = select(_TABLE).order_by(_TABLE.c.at, _TABLE.c.id)
    yield from map(_review, connection.execute(query, execution_options={"yield_per": 500}))


def _of_entities(connection: Connection, columns: Sequence[Column[Any]], entities: Sequence[str]) -> tuple[Review, ...]:
    found: dict[str, Review] = {}
    for begin in range(0, len(entities), MOST_VALUES):
        for column in columns:
            wanted = column.in_(entities[begin : begin + MOST_VALUES])
            found |= {one.id: one for one in _found(connection, wanted) if one.about is About.ENTITY}
    return tuple(sorted(found.values(), key=lambda review: review.order))


def _found(connection: Connection, wanted: ColumnElement[bool]) -> tuple[Review, ...]:
    query = select(_TABLE).where(wanted).order_by(_TABLE.c.at, _TABLE.c.id)
    return tuple(map(_review, connection.execute(query)))


def _review(row: Row[*tuple[Any, ...]]) -> Review:
    return Review(
        at=row.at,
        who=row.who,
        verb=Verb(row.verb),
        about=About(row.about),
        target=row.target,
        article_id=row.article_id,
        value=json.loads(row.value),
        machine=json.loads(row.machine),
        why=row.why,
        undoes=row.undoes,
    )
