"""Gathers what the ledger knows of one article or one statement, to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from reportedly.errors import UnknownId
from reportedly.ledger.history import Version, versions
from reportedly.ledger.keeping.copies import Copy, copies_of
from reportedly.ledger.keeping.kept import Kept, kept
from reportedly.ledger.reviews.history import Entry
from reportedly.ledger.reviews.history import history as reviews_of
from reportedly.ledger.reviews.overlay import Effective
from reportedly.ledger.reviews.standing import standing
from reportedly.ledger.shared import own_text, share
from reportedly.ledger.tables import schema
from reportedly.ledger.versions import Difference, difference
from reportedly.model import Statement


@dataclass(frozen=True, slots=True)
class Captured:
    """How an article came in: under which name, from where and when, and the SHA-256 of the bytes."""

    name: str
    line: int | None
    url: str | None
    fetched: str | None
    added_at: str
    sha256: str
    kept: bool

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready values."""
        return {
            "name": self.name,
            "line": self.line,
            "url": self.url,
            "fetched": self.fetched,
            "added_at": self.added_at,
            "sha256": self.sha256,
            "kept": self.kept,
        }


@dataclass(frozen=True, slots=True)
class Changed:
    """A version of the page, and what it changed in the one before it."""

    version: Version
    change: Difference | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article with which passages are shared, and the shares of both articles' words that they are, from 0 to 1."""

    copy: Copy
    title: str | None
    publisher: str | None
    share: float
    share_of_other: float


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with how it came in, the versions of its page, and the articles that it shares passages with."""

    kept: Kept
    holds: Effective
    captures: tuple[Captured, ...]
    versions: tuple[Changed, ...]
    likenesses: tuple[Likeness, ...]
    reviews: tuple[Entry, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready values, the reading as `reportedly/1` has it."""
        return {
            "type": "article",
            "id": self.kept.article_id,
            "added_at": self.kept.added_at,
            "fetched": self.kept.fetched,
            "reader": self.kept.reader,
            "captures": [capture.to_dict() for capture in self.captures],
            "versions": [
                {
                    "id": one.version.article_id,
                    "fetched": one.version.fetched,
                    "added_at": one.version.added_at,
                    "change": one.change.to_dict() if one.change else None,
                }
                for one in self.versions
            ],
            "copies": [
                {
                    "id": one.copy.article_id,
                    "title": one.title,
                    "publisher": one.publisher,
                    "share": round(one.share, 4),
                    "share_of_other": round(one.share_of_other, 4),
                    "passages": [passage.to_dict() for passage in one.copy.passages],
                }
                for one in self.likenesses
            ],
            "reading": self.holds.reading.to_dict(),
            "reviews": [entry.to_dict() for entry in self.reviews],
        }


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement as it holds, with its article, what the machine said of it (None: nothing) and all reviews of it."""

    kept: Kept
    holds: Effective
    statement: Statement
    machine: Statement | None
    reviews: tuple[Entry, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready values, with the words that its spans stand for."""
        article = self.holds.reading.article
        roles = {name: getattr(self.statement, name) for name in ("source", "cue", "content")}
        return {
            "type": "statement",
            "id": self.statement.id,
            "article": {
                "id": self.kept.article_id,
                "title": article.title,
                "publisher": article.publisher,
                "url": article.url,
                "file": article.file,
                "published": article.published.to_dict() if article.published else None,
                "text_sha256": article.text_sha256,
            },
            "statement": self.statement.to_dict(),
            "machine": self.machine.to_dict() if self.machine else None,
            "reviews": [entry.to_dict() for entry in self.reviews],
            "words": {name: [span.of(article.text) for span in spans] for name, spans in roles.items()},
        }


def article_view(connection: Connection, article_id: str) -> ArticleView:
    """Return what there is to show of an article. Raises UnknownId."""
    found = kept(connection, article_id)
    return ArticleView(
        found,
        standing(connection, found.reading),
        tuple(_captures(connection, found.key)),
        tuple(_changes(connection, article_id)),
        tuple(_likenesses(connection, found)),
        reviews_of(connection, article_id),
    )


def statement_view(connection: Connection, statement_id: str) -> StatementView:
    """Return what there is to show of a statement. Raises UnknownId."""
    query = (
        select(schema.article.c.article_id)
        .join(schema.statement, schema.statement.c.article == schema.article.c.id)
        .where(schema.statement.c.statement_id == statement_id)
    )
    article_id = connection.execute(query).scalar()
    if article_id is None:
        raise UnknownId(f"no statement has the id {statement_id}")
    found = kept(connection, article_id)
    holds = standing(connection, found.reading)
    machine = {one.id: one for one in found.reading.statements}.get(statement_id)
    statement = next(one for one in holds.reading.statements if one.id == statement_id)
    return StatementView(found, holds, statement, machine, reviews_of(connection, statement_id))


def _captures(connection: Connection, article: int) -> Iterator[Captured]:
    table = schema.capture
    names = ("name", "line", "url", "fetched", "added_at", "sha256", "kept")
    query = select(*(table.c[name] for name in names)).where(table.c.article == article)
    for row in connection.execute(query.order_by(table.c.added_at, table.c.key)):
        yield Captured(*row)


def _changes(connection: Connection, article_id: str) -> Iterator[Changed]:
    before = None
    for version in versions(connection, article_id):
        reading = kept(connection, version.article_id).reading
        yield Changed(version, difference(before, reading) if before else None)
        before = reading


def _likenesses(connection: Connection, found: Kept) -> Iterator[Likeness]:
    own = len(own_text(found.reading.article.text, found.reading.stories))
    for copy in copies_of(connection, found.key):
        other = kept(connection, copy.article_id).reading
        theirs = len(own_text(other.article.text, other.stories))
        mine, of_other = share(copy.passages, own, theirs)
        yield Likeness(copy, other.article.title, other.article.publisher, mine, of_other)
