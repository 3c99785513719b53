"""Puts one reading into the tables, within the transaction of its caller."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, delete, insert, select, update

from reportedly.ledger.inputs.item import Item, described, place_key
from reportedly.ledger.keeping.copies import put_copies
from reportedly.ledger.keeping.entities import forget_unused, profile_keys, put_pairings
from reportedly.ledger.keeping.indexing import StatementRow, local_minute
from reportedly.ledger.keeping.preparing import Bytes, Prepared, capture_key
from reportedly.ledger.keeping.rows import insert_new, keys_of
from reportedly.ledger.reviews.standing import under_review
from reportedly.ledger.search import word_index
from reportedly.ledger.tables import schema
from reportedly.model import Article
from reportedly.model.digests import digest


class Outcome(StrEnum):
    """What came of an item: an article the ledger had not, a new version of one, or one that is there already."""

    ADDED = "added"
    VERSION = "new version"
    SAME = "there already"


@dataclass(frozen=True, slots=True)
class Stored:
    """What came of an item, and the article's id."""

    outcome: Outcome
    article_id: str


@dataclass(frozen=True, slots=True)
class Moment:
    """When a reading is stored (UTC), and which version of the program and its models read it."""

    now: str
    reader: str


def is_captured(connection: Connection, key: str) -> str | None:
    """Return the id of the article that the very same capture gave before, None where it is new."""
    query = (
        select(schema.article.c.article_id)
        .join(schema.capture, schema.capture.c.article == schema.article.c.id)
        .where(schema.capture.c.key == key)
    )
    found: str | None = connection.execute(query).scalar()
    return found


def store(connection: Connection, item: Item, prepared: Prepared, moment: Moment) -> Stored:
    """Put an item and its reading into the tables; nothing that is there is changed or lost."""
    article = prepared.reading.article
    query = select(schema.article.c.id).where(schema.article.c.article_id == article.id)
    known = connection.execute(query).scalar()
    if known is not None:
        _put_capture(connection, item, prepared, _Captured(known, kept=False, now=moment.now))
        return Stored(Outcome.SAME, article.id)
    reviewed = under_review(connection, prepared.reading)
    document, is_new = _document(connection, article, item.place)
    stated = reviewed.reading.article if reviewed else article
    key = _put_article(connection, _Version(document, stated, item, prepared, moment))
    put_blob(connection, prepared.received)
    _put_capture(connection, item, prepared, _Captured(key, kept=True, now=moment.now))
    put_reading(connection, key, prepared.payload, moment)
    put_index(connection, key, reviewed.rows() if reviewed else prepared.rows)
    put_pairings(connection, key, prepared.pairings)
    put_copies(connection, key, prepared.reading, prepared.fingerprints)
    return Stored(Outcome.ADDED if is_new else Outcome.VERSION, article.id)


def put_reading(connection: Connection, article: int, payload: bytes, moment: Moment) -> None:
    """Make a packed reading the current one of an article; those before it stay as history.

    Of one edition there is one reading: where it has read the article before, as after going back to an older version
    of the program, the later reading takes the place of the earlier.
    """
    table = schema.reading
    same = (table.c.article == article, table.c.reader == moment.reader)
    values = {"read_at": moment.now, "payload": payload}
    key = connection.execute(update(table).where(*same).values(values).returning(table.c.id)).scalar()
    if key is None:
        new = {"article": article, "reader": moment.reader, **values}
        key = connection.execute(insert(table).values(new).returning(table.c.id)).scalar_one()
    connection.execute(update(schema.article).where(schema.article.c.id == article).values(reading=key))


def put_index(connection: Connection, article: int, rows: Sequence[StatementRow]) -> None:
    """Put the rows of an article's statements into the index, which has none of them yet."""
    if not rows:
        return
    publisher = connection.execute(select(schema.article.c.publisher).where(schema.article.c.id == article)).scalar()
    own = [{"article": article, "publisher": publisher, **row.columns} for row in rows]
    connection.execute(insert(schema.statement), own)
    query = select(schema.statement.c.id).where(schema.statement.c.article == article).order_by("ordinal")
    keys = list(connection.execute(query).scalars())
    _put_words(connection, keys, rows)
    _put_parties(connection, keys, rows)
    _put_places(connection, keys, rows)
    _put_labels(connection, keys, rows)


def renew_index(connection: Connection, article: int, rows: Sequence[StatementRow]) -> None:
    """Replace the rows of an article's statements in the index by others."""
    of_article = select(schema.statement.c.id).where(schema.statement.c.article == article)
    keys = list(connection.execute(of_article).scalars())
    parts = select(schema.party.c.profile).where(schema.party.c.statement.in_(of_article)).distinct()
    profiles = set(connection.execute(parts).scalars())
    word_index.remove(connection, keys)
    for table in (schema.party, schema.statement_place, schema.statement_label):
        connection.execute(delete(table).where(table.c.statement.in_(of_article)))
    connection.execute(delete(schema.statement).where(schema.statement.c.article == article))
    put_index(connection, article, rows)
    forget_unused(connection, profiles)


def _put_words(connection: Connection, keys: Sequence[int], rows: Sequence[StatementRow]) -> None:
    texts = (tuple(str(row.columns[name]) for name in ("content", "cue", "source")) for row in rows)
    word_index.put(connection, [word_index.Words(key, *said) for key, said in zip(keys, texts, strict=True)])


def _put_parties(connection: Connection, keys: Sequence[int], rows: Sequence[StatementRow]) -> None:
    profiles = profile_keys(connection, {party.profile for row in rows for party in row.parties})
    parties = [
        {
            "statement": key,
            "role": party.role,
            "ordinal": party.ordinal,
            "profile": profiles[party.profile],
            "local": party.local,
            "answered": party.answered,
        }
        for key, row in zip(keys, rows, strict=True)
        for party in row.parties
    ]
    if parties:
        connection.execute(insert(schema.party), parties)


def _put_places(connection: Connection, keys: Sequence[int], rows: Sequence[StatementRow]) -> None:
    digests = {place: digest(*map(str, place)) for row in rows for place in row.places}
    if not digests:
        return
    names = ("geonameid", "name", "country", "lat", "lon")
    points = {key: {"key": key, **dict(zip(names, place, strict=True))} for place, key in digests.items()}
    found = keys_of(connection, schema.place.c.key, points)
    links = {(key, found[digests[place]]) for key, row in zip(keys, rows, strict=True) for place in row.places}
    connection.execute(insert(schema.statement_place), [{"statement": one, "place": two} for one, two in sorted(links)])


def _put_labels(connection: Connection, keys: Sequence[int], rows: Sequence[StatementRow]) -> None:
    terms = {term: {"term": term} for row in rows for term in row.labels}
    if not terms:
        return
    found = keys_of(connection, schema.label.c.term, terms)
    links = {(key, found[term]) for key, row in zip(keys, rows, strict=True) for term in row.labels}
    connection.execute(insert(schema.statement_label), [{"statement": one, "label": two} for one, two in sorted(links)])


def document_key(article: Article, place: str | None) -> str:
    """Return what the versions of a page have in common: its URL, else the key of its place, else itself alone."""
    return article.url or (place_key(place) if place else article.id)


def _document(connection: Connection, article: Article, place: str | None) -> tuple[int, bool]:
    """Return the internal key of an article's document, and whether it has no version yet."""
    key = document_key(article, place)
    query = select(schema.document.c.id).where(schema.document.c.key == key)
    found = connection.execute(query).scalar()
    if found is not None:
        return found, False
    made = insert(schema.document).values(key=key).returning(schema.document.c.id)
    return connection.execute(made).scalar_one(), True


def article_columns(connection: Connection, article: Article) -> dict[str, str | int | None]:
    """Return what the table of articles holds of what a page says of itself."""
    publisher = None
    if article.publisher:
        name = article.publisher
        publisher = keys_of(connection, schema.publisher.c.name, {name: {"name": name}})[name]
    return {
        "publisher": publisher,
        "url": article.url,
        "file": article.file,
        "title": article.title,
        "published_start": local_minute(article.published.start) if article.published else None,
        "published_end": local_minute(article.published.end) if article.published else None,
    }


@dataclass(frozen=True, slots=True)
class _Version:
    document: int
    article: Article
    item: Item
    prepared: Prepared
    moment: Moment


def _put_article(connection: Connection, version: _Version) -> int:
    article = version.article
    values = {
        **article_columns(connection, article),
        "article_id": article.id,
        "document": version.document,
        "fetched": version.item.received.fetched,
        "added_at": version.moment.now,
        "words": version.prepared.words,
        "text_sha256": article.text_sha256,
        "text": article.text,
    }
    made = insert(schema.article).values(values).returning(schema.article.c.id)
    key: int = connection.execute(made).scalar_one()
    return key


def put_blob(connection: Connection, received: Bytes) -> None:
    """Keep received bytes, once."""
    row = {"sha256": received.sha256, "size": received.size, "packing": received.packing, "data": received.data}
    insert_new(connection, schema.blob, [row])


@dataclass(frozen=True, slots=True)
class _Captured:
    article: int
    kept: bool
    now: str


def _put_capture(connection: Connection, item: Item, prepared: Prepared, captured: _Captured) -> None:
    fields = described(item)
    row = {
        **fields,
        "headers": json.dumps(fields["headers"]),
        "known": json.dumps(fields["known"]),
        "key": capture_key(item),
        "article": captured.article,
        "sha256": prepared.received.sha256,
        "kept": captured.kept,
        "added_at": captured.now,
    }
    insert_new(connection, schema.capture, [row])
