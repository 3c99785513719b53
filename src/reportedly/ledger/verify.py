"""Holds every row of a ledger against the bytes that were received, and names what does not match."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import Connection, func, select

from reportedly.errors import DamagedLedger, InputError
from reportedly.ledger.database import Database
from reportedly.ledger.keeping.copies import copies_of
from reportedly.ledger.keeping.edition import edition
from reportedly.ledger.keeping.indexed import indexed_rows
from reportedly.ledger.keeping.indexing import local_minute
from reportedly.ledger.keeping.items import captured_item
from reportedly.ledger.keeping.kept import Kept, kept
from reportedly.ledger.keeping.preparing import page_of_item
from reportedly.ledger.reviews.overlay import Effective
from reportedly.ledger.reviews.standing import standing
from reportedly.ledger.shared import Excerpt
from reportedly.ledger.tables import schema
from reportedly.ledger.words import words
from reportedly.model import Article, Reading, statement_id
from reportedly.model.digests import digest

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not match: the id of the article that it is in, None for the ledger as a whole, and what."""

    article_id: str | None
    says: str

    def __str__(self) -> str:
        return f"article {self.article_id}: {self.says}" if self.article_id else self.says


@dataclass(frozen=True, slots=True)
class Verified:
    """An article that was checked, with what does not match in it."""

    article_id: str
    problems: tuple[Problem, ...]


def verify(ledger: Database) -> Iterator[Verified | Problem]:
    """Yield the problems of the ledger as a whole, then every article, in the order of ids, with its own.

    Checked are: the database's own order; the received bytes against their SHA-256; the text against its digest, its id
    and what the bytes give when they are opened anew; the spans of each statement against its id; each row of the index
    against the reading and its reviews; shared passages against both texts.
    """
    with ledger.reads() as connection:
        yield from _whole(connection)
    last = ""
    while True:
        with ledger.reads() as connection:
            ids = _next_ids(connection, last)
            found = [Verified(article_id, _attempt(connection, article_id)) for article_id in ids]
        if not found:
            return
        yield from found
        last = found[-1].article_id


def count(ledger: Database) -> int:
    """Return how many articles there are to check."""
    with ledger.reads() as connection:
        return connection.execute(select(func.count()).select_from(schema.article)).scalar_one()


def _next_ids(connection: Connection, last: str) -> list[str]:
    column = schema.article.c.article_id
    return list(connection.execute(select(column).where(column > last).order_by(column).limit(_AT_ONCE)).scalars())


def _whole(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name == "sqlite":
        for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if said != "ok":
                yield Problem(None, f"the file is damaged: {said}")
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Problem(None, f"a row of {row[0]} refers to a row of {row[2]} that is not there")
    lost = (
        select(schema.capture.c.name)
        .outerjoin(schema.blob, schema.blob.c.sha256 == schema.capture.c.sha256)
        .where(schema.capture.c.kept, schema.blob.c.sha256.is_(None))
    )
    for name in connection.execute(lost).scalars():
        yield Problem(None, f"the bytes received as {name} are not there")


def _attempt(connection: Connection, article_id: str) -> tuple[Problem, ...]:
    try:
        found = kept(connection, article_id)
    except DamagedLedger as error:
        return (Problem(article_id, str(error)),)
    row = connection.execute(select(schema.article).where(schema.article.c.id == found.key)).one()
    holds = standing(connection, found.reading)
    said = [
        *_text(row._mapping, holds.reading.article),
        *_received(connection, found.key, found.reading.article),
        *_statements(found.reading),
        *_index(connection, found.key, holds),
        *_passages(connection, found),
    ]
    return tuple(Problem(article_id, one) for one in said)


def _text(row: Any, article: Article) -> Iterator[str]:  # noqa: ANN401 - a row as a mapping
    if article.text_sha256 != row["text_sha256"]:
        yield "the text is not the one whose digest is kept"
    if digest(row["url"] or "", row["text"])[:16] != row["article_id"]:
        yield "the text and the address do not give its id"
    published = article.published
    expected = {
        "url": article.url,
        "title": article.title,
        "published_start": local_minute(published.start) if published else None,
        "published_end": local_minute(published.end) if published else None,
    }
    for name, value in expected.items():
        if row[name] != value:
            yield f"{name} is {row[name]!r} in the index and {value!r} in the reading"


def _received(connection: Connection, key: int, article: Article) -> Iterator[str]:
    try:
        item = captured_item(connection, key)
    except DamagedLedger as error:
        yield str(error)
        return
    if item is None:
        yield from _without_bytes(connection, key)
        return
    query = select(schema.capture.c.sha256).where(schema.capture.c.article == key, schema.capture.c.kept)
    if hashlib.sha256(item.received.data).hexdigest() != connection.execute(query).scalar():
        yield "the received bytes are not those whose digest is kept"
        return
    try:
        page = page_of_item(item)
    except InputError as error:
        yield f"the received bytes cannot be opened any more: {error}"
        return
    first = select(schema.reading.c.reader).where(schema.reading.c.article == key).order_by(schema.reading.c.id)
    # an older edition may have taken the text out of the page in another way: that is no damage
    if page.article.text != article.text and connection.execute(first).scalar() == edition():
        yield "the received bytes give another text"


def _without_bytes(connection: Connection, key: int) -> Iterator[str]:
    query = select(func.count()).select_from(schema.capture).where(schema.capture.c.article == key)
    if not connection.execute(query).scalar_one():
        yield "nothing tells where it came from"


def _statements(reading: Reading) -> Iterator[str]:
    length = len(reading.article.text)
    for statement in reading.statements:
        roles = (statement.source, statement.cue, statement.content)
        if any(span.end > length for role in roles for span in role):
            yield f"statement {statement.id} points beyond the text"
        elif statement_id(reading.article, roles) != statement.id:
            yield f"the spans of statement {statement.id} do not give its id"


def _index(connection: Connection, key: int, holds: Effective) -> Iterator[str]:
    expected = {str(row.columns["statement_id"]): row for row in holds.rows()}
    found = {str(row.columns["statement_id"]): row for row in indexed_rows(connection, key)}
    for one in sorted(expected.keys() - found.keys()):
        yield f"statement {one} is not in the index"
    for one in sorted(found.keys() - expected.keys()):
        yield f"statement {one} of the index is not in the reading"
    for one in sorted(expected.keys() & found.keys()):
        if expected[one] != found[one]:
            yield f"statement {one} of the index is not as the reading has it"


def _passages(connection: Connection, found: Kept) -> Iterator[str]:
    text = found.reading.article.text
    for copy in copies_of(connection, found.key):
        other = kept(connection, copy.article_id).reading.article.text
        for passage in copy.passages:
            said, theirs = _words(passage.one, text), _words(passage.other, other)
            shared = SequenceMatcher(None, said, theirs, autojunk=False).get_matching_blocks()
            if sum(block.size for block in shared) < passage.same:
                yield f"a passage said to be shared with article {copy.article_id} is not in both"


def _words(excerpt: Excerpt, text: str) -> list[str]:
    return [word for span in excerpt.spans for word in words(span.of(text))]
