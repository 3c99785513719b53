"""Puts reviews into the log and into force, within the transaction of the caller."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select, update

from reportedly.errors import BadReview
from reportedly.ledger.keeping.entities import renew as renew_entities
from reportedly.ledger.keeping.kept import kept
from reportedly.ledger.keeping.storing import article_columns, renew_index
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.review import About, Review, Verb
from reportedly.ledger.reviews.snapshot import is_snapshot, spans_in
from reportedly.ledger.reviews.standing import standing
from reportedly.ledger.reviews.subjects import has_article, has_entity
from reportedly.ledger.reviews.values import ROLES, check
from reportedly.ledger.tables import schema
from reportedly.model import Article, statement_id


def apply(connection: Connection, reviews: Sequence[Review]) -> None:
    """Add reviews to the log and make anew what they are about, each article once.

    Raises BadReview, before anything is written, where one does not fit what it is about.
    """
    for review in reviews:
        check(review)
        if not is_here(connection, review):
            raise BadReview(f"{review.target}: this ledger has no such {review.about.value}")
        check_fit(connection, review)
        if review.undoes and log.by_id(connection, review.undoes) is None:
            raise BadReview(f"there is no review {review.undoes} to undo")
    log.put(connection, reviews)
    renew(connection, reviews)


def is_here(connection: Connection, review: Review) -> bool:
    """Tell whether the ledger has the article or the entities that a review is about."""
    if review.article_id is not None:
        return has_article(connection, review.article_id)
    other = log.other_of(review)
    return all(has_entity(connection, one) for one in (review.target, other) if one)


def check_fit(connection: Connection, review: Review) -> None:
    """Raise BadReview where a review goes against the text of its article, or undoes a review of something else."""
    undone = log.by_id(connection, review.undoes) if review.undoes else None
    if undone and (undone.about, undone.target) != (review.about, review.target):
        raise BadReview(f"the review {undone.id} is about {undone.target}, not {review.target}")
    if review.about is not About.STATEMENT or review.article_id is None:
        return
    if review.machine is not None and not is_snapshot(review.machine):
        raise BadReview("what the machine answered is no statement")
    if review.verb in {Verb.SPANS, Verb.ADD}:
        _check_spans(connection, review, review.article_id)


def renew(connection: Connection, reviews: Iterable[Review]) -> None:
    """Make anew the index of the articles, and the entities, that reviews in the log are about."""
    articles: set[str] = set()
    entities: set[str] = set()
    for review in reviews:
        if review.article_id is None:
            entities.update(one for one in (review.target, log.other_of(review)) if one)
        else:
            articles.add(review.article_id)
    for article_id in sorted(articles):
        if has_article(connection, article_id):
            renew_article(connection, article_id)
    if entities:
        renew_entities(connection, entities)


def renew_article(connection: Connection, article_id: str) -> None:
    """Make the index of an article anew from its current reading and the reviews in force. Raises UnknownId."""
    found = kept(connection, article_id)
    holds = standing(connection, found.reading)
    columns = article_columns(connection, holds.reading.article)
    connection.execute(update(schema.article).where(schema.article.c.id == found.key).values(columns))
    renew_index(connection, found.key, holds.rows())


def _check_spans(connection: Connection, review: Review, article_id: str) -> None:
    query = select(schema.article.c.url, schema.article.c.text).where(schema.article.c.article_id == article_id)
    row = connection.execute(query).first()
    if row is None:
        return
    roles = [spans_in(review.value.get(name, ())) for name in ROLES]
    if any(span.end > len(row.text) for spans in roles for span in spans):
        raise BadReview(f"a span of the review lies beyond the text, which has {len(row.text):,} characters")
    if review.verb is Verb.ADD and statement_id(Article(row.text, url=row.url), roles) != review.target:
        raise BadReview(f"the words that the review adds do not give the id {review.target}")
