"""Takes articles and their readings out of the tables again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from reportedly.errors import UnknownId
from reportedly.ledger.keeping.payload import unpack
from reportedly.ledger.tables import schema
from reportedly.model import Reading


@dataclass(frozen=True, slots=True)
class Kept:
    """An article of the ledger with its current reading, as the machine gave it; `key` is internal."""

    key: int
    article_id: str
    added_at: str
    fetched: str | None
    reader: str
    read_at: str
    reading: Reading


_QUERY = select(
    schema.article.c.id,
    schema.article.c.article_id,
    schema.article.c.added_at,
    schema.article.c.fetched,
    schema.article.c.text,
    schema.reading.c.reader,
    schema.reading.c.read_at,
    schema.reading.c.payload,
).join(schema.reading, schema.reading.c.id == schema.article.c.reading)
_AT_ONCE = 50


def kept(connection: Connection, article_id: str) -> Kept:
    """Return the article with an id. Raises UnknownId."""
    row = connection.execute(_QUERY.where(schema.article.c.article_id == article_id)).first()
    if row is None:
        raise UnknownId(f"no article has the id {article_id}")
    return _kept(row)


def kept_by_key(connection: Connection, key: int) -> Kept:
    """Return the article with an internal key, which there is."""
    return _kept(connection.execute(_QUERY.where(schema.article.c.id == key)).one())


def all_kept(connection: Connection, ids: list[str] | None = None) -> Iterator[Kept]:
    """Yield the articles of the ledger, or those with such ids, in the order of their ids, a few at a time."""
    if ids is not None:
        ordered = sorted(ids)
        for begin in range(0, len(ordered), _AT_ONCE):
            some = ordered[begin : begin + _AT_ONCE]
            query = _QUERY.where(schema.article.c.article_id.in_(some)).order_by(schema.article.c.article_id)
            yield from map(_kept, connection.execute(query))
        return
    last = ""
    while True:
        query = _QUERY.where(schema.article.c.article_id > last).order_by(schema.article.c.article_id).limit(_AT_ONCE)
        rows = list(map(_kept, connection.execute(query)))
        if not rows:
            return
        yield from rows
        last = rows[-1].article_id


def _kept(row: Row[*tuple[Any, ...]]) -> Kept:
    reading = unpack(row.payload, row.text)
    return Kept(row.id, row.article_id, row.added_at, row.fetched, row.reader, row.read_at, reading)
