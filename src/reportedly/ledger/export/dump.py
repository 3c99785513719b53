"""A whole ledger as lines of JSON, `reportedly-ledger/1`: nothing is lost, and `ledger.importing` reads it back.

The first line says what follows and how much. After it come the articles by their ids, each with its received bytes,
captures and all its readings on one line, so that a damaged line costs one article and no article is there by half;
then failures, feeds and reviews. What is an index only is left out, for it is made anew. docs/export.md has the fields.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from sqlalchemy import Connection, Row, Table, and_, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from reportedly.errors import DamagedLedger
from reportedly.ledger.export.json_lines import put_line
from reportedly.ledger.export.selection import Selection, article_ids
from reportedly.ledger.keeping.items import bytes_of
from reportedly.ledger.tables import schema

SCHEMA = "reportedly-ledger/1"


def _names(table: Table, *without: str) -> tuple[str, ...]:
    return tuple(column.name for column in table.c if column.name not in without)


ARTICLE = _names(schema.article, "id", "document", "publisher", "reading")
CAPTURE = _names(schema.capture, "id", "article")
FAILURE = _names(schema.failure, "id")
FEED = _names(schema.feed)
REVIEW = _names(schema.review, "other")
# columns that hold JSON are written as what they hold
JSON_COLUMNS = frozenset({"headers", "known", "item", "value", "machine"})
_AT_ONCE = 50
_MOST_IDS = 500
_Any = Row[*tuple[Any, ...]]


def write(connection: Connection, selection: Selection, file: BinaryIO) -> None:
    """Write the ledger; where statements were chosen, the articles that hold them, whole, with their reviews.

    Failures and feeds are of no article: they are written with the whole ledger only.
    """
    ids = article_ids(connection, selection)
    put_line(file, {"type": "ledger", "schema": SCHEMA, "counts": _counts(connection, ids)})
    for article in _articles(connection, ids):
        put_line(file, _article_line(connection, article))
    if ids is None:
        for row in _rows(connection, schema.failure, ("key",)):
            put_line(file, _failure_line(connection, row))
        for row in _rows(connection, schema.feed, ("url",)):
            put_line(file, {"type": "feed", **_fields(row, FEED)})
    for row in _reviews(connection, ids):
        put_line(file, {"type": "review", **_fields(row, REVIEW)})


def _counts(connection: Connection, ids: Sequence[str] | None) -> dict[str, int]:
    if ids is not None:
        return {"article": len(ids), "failure": 0, "feed": 0, "review": sum(1 for _ in _reviews(connection, ids))}
    names = ("article", "failure", "feed", "review")
    tables = [schema.metadata.tables[name] for name in names]
    counts = (connection.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)
    return dict(zip(names, counts, strict=True))


def _articles(connection: Connection, ids: Sequence[str] | None) -> Iterator[_Any]:
    query = (
        select(schema.article, schema.document.c.key, schema.publisher.c.name)
        .join(schema.document, schema.document.c.id == schema.article.c.document)
        .outerjoin(schema.publisher, schema.publisher.c.id == schema.article.c.publisher)
        .order_by(schema.article.c.article_id)
    )
    if ids is not None:
        for begin in range(0, len(ids), _MOST_IDS):
            some = ids[begin : begin + _MOST_IDS]
            yield from connection.execute(query.where(schema.article.c.article_id.in_(some)))
        return
    last = ""
    while rows := connection.execute(query.where(schema.article.c.article_id > last).limit(_AT_ONCE)).all():
        yield from rows
        last = rows[-1].article_id


def _article_line(connection: Connection, article: _Any) -> dict[str, Any]:
    of_article = select(schema.capture).where(schema.capture.c.article == article.id)
    captures = connection.execute(of_article.order_by(schema.capture.c.key)).all()
    kept = sorted({capture.sha256 for capture in captures if capture.kept})
    return {
        "type": "article",
        **_fields(article, ARTICLE),
        "publisher": article.name,
        "document": article.key,
        "bytes": {sha256: _bytes(connection, sha256) for sha256 in kept},
        "captures": [_fields(capture, CAPTURE) for capture in captures],
        "readings": _readings(connection, article),
    }


def _readings(connection: Connection, article: _Any) -> list[dict[str, Any]]:
    """Return all readings of an article, without its text, the current one last."""
    query = select(schema.reading).where(schema.reading.c.article == article.id)
    rows = sorted(connection.execute(query).all(), key=lambda row: (row.id == article.reading, row.read_at, row.reader))
    return [{"reader": row.reader, "read_at": row.read_at, "reading": _unpacked(row.payload)} for row in rows]


def _unpacked(payload: bytes) -> dict[str, Any]:
    try:
        fields: dict[str, Any] = json.loads(zlib.decompress(payload))
    except (zlib.error, ValueError) as error:
        raise DamagedLedger(f"a stored reading cannot be unpacked ({error}); reportedly verify names it") from error
    return fields


def _failure_line(connection: Connection, row: _Any) -> dict[str, Any]:
    data = {row.sha256: _bytes(connection, row.sha256)} if row.sha256 else {}
    return {"type": "failure", **_fields(row, FAILURE), "bytes": data}


def _bytes(connection: Connection, sha256: str) -> str | None:
    data = bytes_of(connection, sha256)
    return base64.b64encode(data).decode() if data is not None else None


def _rows(connection: Connection, table: Table, order: Sequence[str]) -> Iterator[_Any]:
    """Yield the rows of a table in the order of columns that no two rows share, a few at a time."""
    columns = [table.c[name] for name in order]
    query = select(table).order_by(*columns).limit(_AT_ONCE)
    rows = connection.execute(query).all()
    while rows:
        yield from rows
        last = rows[-1]._mapping
        rows = connection.execute(query.where(_after(columns, [last[column] for column in columns]))).all()


def _after(columns: Sequence[ColumnElement[Any]], values: Sequence[Any]) -> ColumnElement[bool]:
    """Return the condition that a row stands after one with such values."""
    return or_(
        *(
            and_(*(columns[earlier] == values[earlier] for earlier in range(place)), columns[place] > values[place])
            for place in range(len(columns))
        )
    )


def _reviews(connection: Connection, ids: Sequence[str] | None) -> Iterator[_Any]:
    wanted = set(ids) if ids is not None else None
    for row in _rows(connection, schema.review, ("at", "id")):
        if wanted is None or row.article_id in wanted:
            yield row


def _fields(row: _Any, names: Sequence[str]) -> dict[str, Any]:
    """Return the columns of a row by their names, those that hold JSON as what it says."""
    values = row._mapping
    return {
        name: json.loads(values[name]) if name in JSON_COLUMNS and values[name] is not None else values[name]
        for name in names
    }
