"""Puts what another ledger held into this one, within the transaction of its caller."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, Table, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from reportedly.errors import BadRecord, BadReview
from reportedly.ledger.export import dump
from reportedly.ledger.inputs.item import Form, Item
from reportedly.ledger.keeping.copies import put_copies
from reportedly.ledger.keeping.entities import put_pairings
from reportedly.ledger.keeping.payload import pack, restore, unpack
from reportedly.ledger.keeping.preparing import packed, pairings_in, prepared_from
from reportedly.ledger.keeping.rows import insert_new, keys_of
from reportedly.ledger.keeping.storing import Moment, Outcome, article_columns, put_blob, put_index, store
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.applying import check_fit, renew, renew_article
from reportedly.ledger.reviews.standing import standing
from reportedly.ledger.reviews.values import review_from
from reportedly.ledger.shared import fingerprints, own_text
from reportedly.ledger.tables import schema
from reportedly.model import Reading, statement_id
from reportedly.page.arrival.received import Received

Fields = Mapping[str, Any]

# in the place of an edition of the program, for readings that another program may have made
ELSEWHERE = "imported"
ID_OF = {"article": "article_id", "failure": "key", "feed": "url", "review": "id"}


class Change(StrEnum):
    """What a line changed in the ledger."""

    ADDED = "added"
    MORE = "added to"
    NONE = "there already"


@dataclass(frozen=True, slots=True)
class Found:
    """A line that holds a reading: its bytes, the file and the line's number, and when it was taken in."""

    data: bytes
    name: str
    number: int
    now: str


def take_article(connection: Connection, fields: Fields, _: Found) -> Change:
    """Put in an article with its bytes, captures and readings. Raises BadRecord where they do not hold together."""
    history = _history(fields)
    query = select(schema.article.c.id).where(schema.article.c.article_id == fields["article_id"])
    known: int | None = connection.execute(query).scalar()
    key = _put_article(connection, fields) if known is None else known
    more = _put_captures(connection, key, fields)
    for one in history:
        more |= _put_reading(connection, key, one)
    if known is None:
        _make_current(connection, key, history[-1].reader)
        _put_found(connection, key, history[-1].reading)
        return Change.ADDED
    if more:
        _renew_current(connection, key, str(fields["text"]))
    return Change.MORE if more else Change.NONE


def take_reading(connection: Connection, fields: Fields, found: Found) -> Change:
    """Put in an article and the reading of it that a line of `reportedly/1` holds.

    All that came in are the bytes of the line, and they are kept as such. Raises BadRecord, DamagedLedger.
    """
    reading = restore(fields)
    _check_reading(reading, fields["article"]["id"])
    item = Item(found.name, Received(found.data, file=found.name), Form.RECORD, found.number)
    prepared = prepared_from(item, reading)
    query = select(schema.capture.c.id).where(schema.capture.c.sha256 == prepared.received.sha256)
    if connection.execute(query).first() is not None:
        return Change.NONE
    outcome = store(connection, item, prepared, Moment(found.now, ELSEWHERE)).outcome
    return Change.MORE if outcome is Outcome.SAME else Change.ADDED


def take_failure(connection: Connection, fields: Fields, _: Found) -> Change:
    """Put in a failure with the bytes that could not be read; of two accounts of it the later one stands."""
    row = _columns(fields, schema.failure, dump.FAILURE)
    for sha256, data in fields["bytes"].items():
        _put_bytes(connection, sha256, data)
    same = schema.failure.c.key == row["key"]
    return _put_later(connection, schema.failure, same, row, "last_at")


def take_feed(connection: Connection, fields: Fields, _: Found) -> Change:
    """Put in where a feed stood when it was last looked at; of two accounts of it the later one stands."""
    row = _columns(fields, schema.feed, dump.FEED)
    return _put_later(connection, schema.feed, schema.feed.c.url == row["url"], row, "checked_at")


def take_review(connection: Connection, fields: Fields, _: Found) -> Change:
    """Put in what a person has corrected. Raises BadRecord."""
    try:
        review = review_from(fields)
        check_fit(connection, review)
    except BadReview as error:
        raise BadRecord(str(error)) from error
    if log.by_id(connection, review.id):
        return Change.NONE
    log.put(connection, [review])
    renew(connection, [review])
    return Change.ADDED


@dataclass(frozen=True, slots=True)
class _Past:
    """A reading of an article: in which edition of the program, and when (UTC)."""

    reader: str
    read_at: str
    reading: Reading


def _history(fields: Fields) -> list[_Past]:
    """Return the readings of an article, the current one last. Raises BadRecord where they are not of its text."""
    text, article_id = fields["text"], fields["article_id"]
    history = []
    for one in fields["readings"]:
        told = {**one["reading"], "article": {**one["reading"]["article"], "text": text}}
        history.append(_Past(str(one["reader"]), str(one["read_at"]), restore(told)))
    if not history:
        raise BadRecord(f"the article {article_id} has no reading")
    for past in history:
        _check_reading(past.reading, article_id)
    article = history[-1].reading.article
    if (article.url, article.text_sha256) != (fields["url"], fields["text_sha256"]):
        raise BadRecord(f"the article {article_id} has not the address or text that its hash was made from")
    return history


def _check_reading(reading: Reading, article_id: str) -> None:
    """Raise BadRecord where a reading is not of the article, or its spans do not give the ids of its statements."""
    article = reading.article
    if article.id != article_id:
        raise BadRecord(f"the id {article_id} is not that of its text and address: damaged, or changed by hand")
    for one in reading.statements:
        if one.id != statement_id(article, (one.source, one.cue, one.content)):
            raise BadRecord(f"the id of the statement {one.id} is not that of its spans: corrected, or changed by hand")
    if len({one.id for one in reading.statements}) < len(reading.statements):
        raise BadRecord("two of its statements have the same id")


def _put_article(connection: Connection, fields: Fields) -> int:
    row = _columns(fields, schema.article, dump.ARTICLE)
    name, document = fields["publisher"], fields["document"]
    row["document"] = keys_of(connection, schema.document.c.key, {document: {"key": document}})[document]
    row["publisher"] = keys_of(connection, schema.publisher.c.name, {name: {"name": name}})[name] if name else None
    made = insert(schema.article).values(row).returning(schema.article.c.id)
    key: int = connection.execute(made).scalar_one()
    return key


def _put_found(connection: Connection, article: int, reading: Reading) -> None:
    """Put in all that is made from the reading of an article, as adding it does."""
    holds = standing(connection, reading)
    same = schema.article.c.id == article
    connection.execute(update(schema.article).where(same).values(article_columns(connection, holds.reading.article)))
    put_index(connection, article, holds.rows())
    put_pairings(connection, article, pairings_in(reading))
    put_copies(connection, article, reading, fingerprints(own_text(reading.article.text, reading.stories)))


def _put_captures(connection: Connection, article: int, fields: Fields) -> bool:
    """Put in the captures of an article that are new, with their bytes; tell whether there were any."""
    query = select(schema.capture.c.key).where(schema.capture.c.article == article)
    known = set(connection.execute(query).scalars())
    new = [_columns(one, schema.capture, dump.CAPTURE) for one in fields["captures"] if one["key"] not in known]
    if not new:
        return False
    for row in new:
        row["article"] = article
        if row["kept"]:
            _put_bytes(connection, row["sha256"], fields["bytes"][row["sha256"]])
    insert_new(connection, schema.capture, new)
    return True


def _put_bytes(connection: Connection, sha256: str, data: str | None) -> None:
    """Keep received bytes; None where the other ledger had lost them. Raises BadRecord."""
    if data is None:
        return
    try:
        received = base64.b64decode(data, validate=True)
    except binascii.Error as error:
        raise BadRecord(f"the bytes {sha256} are no base64: damaged") from error
    if hashlib.sha256(received).hexdigest() != sha256:
        raise BadRecord(f"the bytes {sha256} have another hash: damaged, or changed by hand")
    put_blob(connection, packed(received))


def _put_reading(connection: Connection, article: int, past: _Past) -> bool:
    """Put a reading into the history of an article, and tell whether it was new."""
    table = schema.reading
    query = select(table.c.id).where(table.c.article == article, table.c.reader == past.reader)
    if connection.execute(query).first() is not None:
        return False
    values = {"article": article, "reader": past.reader, "read_at": past.read_at, "payload": pack(past.reading)}
    connection.execute(insert(table).values(values))
    return True


def _make_current(connection: Connection, article: int, reader: str) -> None:
    current = (
        select(schema.reading.c.id)
        .where(schema.reading.c.article == article, schema.reading.c.reader == reader)
        .scalar_subquery()
    )
    connection.execute(update(schema.article).where(schema.article.c.id == article).values(reading=current))


def _renew_current(connection: Connection, article: int, text: str) -> None:
    """Make the newest reading of an article the current one, and its index anew if that is another than before."""
    table = schema.reading
    query = select(table).where(table.c.article == article).order_by(table.c.read_at.desc(), table.c.reader.desc())
    newest = connection.execute(query.limit(1)).one()
    before = connection.execute(select(schema.article.c.reading).where(schema.article.c.id == article)).scalar()
    if newest.id != before:
        _make_current(connection, article, newest.reader)
        renew_article(connection, unpack(newest.payload, text).article.id)


def _put_later(
    connection: Connection, table: Table, same: ColumnElement[bool], row: dict[str, Any], clock: str
) -> Change:
    """Put in a row, or replace the one that is there if the new one is later by the column `clock`."""
    known = connection.execute(select(table.c[clock]).where(same)).first()
    if known is None:
        connection.execute(insert(table).values(row))
        return Change.ADDED
    if (known[0] or "") >= (row[clock] or ""):
        return Change.NONE
    connection.execute(update(table).where(same).values(row))
    return Change.MORE


def _columns(fields: Fields, table: Table, names: Sequence[str]) -> dict[str, Any]:
    """Return what a line says of the columns of a table; all of them, of the right types. Raises BadRecord."""
    return {name: _value(fields[name], table.c[name]) for name in names}


def _value(said: object, column: Column[Any]) -> object:
    if said is None and column.nullable:
        return None
    if column.name in dump.JSON_COLUMNS:
        return json.dumps(said)
    if type(said) is not column.type.python_type:
        raise BadRecord(f'"{column.name}" is not of the type {column.type.python_type.__name__}')
    return said
