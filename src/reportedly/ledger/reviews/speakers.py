"""Finds the sources that a person means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from reportedly.errors import BadReview, UnknownId
from reportedly.ledger.reviews.snapshot import described_source
from reportedly.ledger.tables import schema
from reportedly.model import Reading, Source, SourceKind, Span

NOBODY = "nobody"
_ENTITY = re.compile(r"[0-9a-f]{16}")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)


def speakers_of(connection: Connection, reading: Reading, named: Sequence[str]) -> list[dict[str, Any]]:
    """Return the sources that are named, as a review describes them. Raises BadReview, UnknownId."""
    if list(named) == [NOBODY]:
        return []
    if NOBODY in named:
        raise BadReview(f"{NOBODY} stands alone: leave it or the others out")
    return [_described(connection, reading, one) for one in named]


def source_of(reading: Reading, named: str) -> Source:
    """Return the source of an article by its id there or by its name. Raises BadReview."""
    found = [one for one in reading.sources if one.id == named]
    found = found or [one for one in reading.sources if one.name.casefold() == named.strip().casefold()]
    if len(found) != 1:
        known = ", ".join(f"{one.id} ({one.name})" for one in reading.sources[:12])
        raise BadReview(f"{named!r} names {'several' if found else 'no'} sources of the article, which has {known}")
    return found[0]


def speakers_at(reading: Reading, spans: Sequence[Span]) -> list[dict[str, Any]]:
    """Return who speaks where a statement's source has such words: for each span the source whose mention it is.

    Of several mentions in it the one that covers most counts; words that mention nobody known are somebody new, unnamed
    as far as the machine can tell.
    """
    found = [_mentioned(reading, span) or _new(reading.article.text, span) for span in spans]
    return [one for number, one in enumerate(found) if one not in found[:number]]


def entity_row(connection: Connection, entity_id: str) -> RowMapping:
    """Return what the ledger says of an entity; `stands` is the id of the one that stands for it. Raises UnknownId."""
    table, other = schema.entity, schema.entity.alias()
    columns = (table.c.name, table.c.kind, table.c.role, table.c.country, other.c.entity_id.label("stands"))
    query = select(*columns).outerjoin(other, other.c.id == table.c.stands).where(table.c.entity_id == entity_id)
    row = connection.execute(query).first()
    if row is None:
        raise UnknownId(f"{entity_id}: no source of this ledger has this id")
    return row._mapping


def _described(connection: Connection, reading: Reading, named: str) -> dict[str, Any]:
    if _ENTITY.fullmatch(named):
        return _of_entity(connection, named)
    name, is_new, kind = named.rpartition("=")
    if is_new:
        if kind not in set(SourceKind):
            raise BadReview(f"{kind!r} is no kind of source: write NAME=KIND with one of {', '.join(SourceKind)}")
        return described_source(Source("", name.strip(), (), SourceKind(kind)))
    return described_source(source_of(reading, named))


def _of_entity(connection: Connection, entity_id: str) -> dict[str, Any]:
    """Return one of the ways in which articles give an entity, so that the statement's source is counted to it."""
    entity_row(connection, entity_id)
    table = schema.profile
    query = (
        select(table)
        .join(schema.entity, schema.entity.c.id == table.c.entity)
        .where(schema.entity.c.entity_id == entity_id, table.c.apart == "")
        .order_by(table.c.name, table.c.kind, table.c.role, table.c.affiliation, table.c.country)
    )
    row = connection.execute(query).first()
    if row is None:
        raise BadReview(f"the source {entity_id} is known within one article only: it cannot speak in another")
    return {
        "name": row.name,
        "kind": row.kind,
        "role": row.role or None,
        "affiliation": row.affiliation or None,
        "country": row.country or None,
        "mentions": [],
    }


def _mentioned(reading: Reading, span: Span) -> dict[str, Any] | None:
    inside = [
        (min(mention.end, span.end) - max(mention.start, span.start), -number, source)
        for number, source in enumerate(reading.sources)
        for mention in source.mentions
        if mention.overlaps(span) and (span.covers(mention) or mention.covers(span))
    ]
    return described_source(max(inside, key=lambda one: one[:2])[2]) if inside else None


def _new(text: str, span: Span) -> dict[str, Any]:
    words = " ".join(span.of(text).split())
    return described_source(Source("", _ARTICLE.sub("", words, count=1) or words, (span,)))
