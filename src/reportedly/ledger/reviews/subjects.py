"""Finds what an id means: a statement, an article, an entity, or a source within an article."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly.errors import UnknownId
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.review import About
from reportedly.ledger.tables import schema


@dataclass(frozen=True, slots=True)
class Subject:
    """What a review can be about; `article_id` is null for an entity."""

    about: About
    target: str
    article_id: str | None = None


def subject(connection: Connection, target: str) -> Subject:
    """Return what an id means. Raises UnknownId where nothing in the ledger or in its log of reviews is called so."""
    article, slash, _ = target.partition("/")
    if slash:
        return Subject(About.SOURCE, target, article)
    statement = (
        select(schema.article.c.article_id)
        .join(schema.statement, schema.statement.c.article == schema.article.c.id)
        .where(schema.statement.c.statement_id == target)
    )
    of_article = connection.execute(statement).scalar()
    if of_article:
        return Subject(About.STATEMENT, target, of_article)
    if has_article(connection, target):
        return Subject(About.ARTICLE, target, target)
    if has_entity(connection, target):
        return Subject(About.ENTITY, target)
    # a statement that the machine does not find any more is in the log only
    reviewed = log.of_target(connection, target)
    if reviewed:
        return Subject(reviewed[0].about, target, reviewed[0].article_id)
    raise UnknownId(f"no statement, article or source has the id {target}")


def has_article(connection: Connection, article_id: str) -> bool:
    """Tell whether the ledger has an article."""
    query = select(schema.article.c.id).where(schema.article.c.article_id == article_id)
    return connection.execute(query).first() is not None


def has_entity(connection: Connection, entity_id: str) -> bool:
    """Tell whether the ledger has a person or body."""
    query = select(schema.entity.c.id).where(schema.entity.c.entity_id == entity_id)
    return connection.execute(query).first() is not None
