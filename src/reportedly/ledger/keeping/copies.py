"""Finds the passages that a new article shares with those that are there, and keeps them as evidence."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from reportedly.ledger.keeping.kept import kept_by_key
from reportedly.ledger.shared import COMMON, Excerpt, OwnText, Passage, candidates, own_text, passages
from reportedly.ledger.tables import schema
from reportedly.model import Reading, Span


@dataclass(frozen=True, slots=True)
class Copy:
    """The passages that an article shares with another, which is called by its id; `one` of each is the former's."""

    article_id: str
    passages: tuple[Passage, ...]


def put_copies(connection: Connection, article: int, reading: Reading, fingerprints: Sequence[int]) -> None:
    """Keep the fingerprints of a new article (its internal key), and the passages that it shares with others.

    Versions of the same page are not compared. Of a text that more than `COMMON` articles have, the first ones stand
    for all.
    """
    holders = _holders(connection, article, fingerprints)
    rows = [{"hash": one, "article": article} for one in fingerprints]
    if rows:
        connection.execute(insert(schema.fingerprint), rows)
    own = own_text(reading.article.text, reading.stories)
    for other in candidates(holders):
        _put_passages(connection, (article, reading.article.id, own), other)


def copies_of(connection: Connection, article: int) -> Iterator[Copy]:
    """Yield the articles that an article (its internal key) shares passages with, by the order of their ids."""
    table, one, other = schema.passage, schema.article.alias(), schema.article.alias()
    query = (
        select(table.c.one, table.c.evidence, one.c.article_id.label("one_id"), other.c.article_id.label("other_id"))
        .join(one, one.c.id == table.c.one)
        .join(other, other.c.id == table.c.other)
        .where((table.c.one == article) | (table.c.other == article))
        .order_by(one.c.article_id, other.c.article_id, table.c.ordinal)
    )
    found: dict[str, list[Passage]] = defaultdict(list)
    for row in connection.execute(query):
        passage = _restored(row.evidence)
        if row.one == article:
            found[row.other_id].append(passage)
        else:
            found[row.one_id].append(passage.mirrored())
    for article_id in sorted(found):
        yield Copy(article_id, tuple(found[article_id]))


def _holders(connection: Connection, article: int, fingerprints: Sequence[int]) -> dict[int, list[int]]:
    """Return the articles that have each fingerprint, without versions of the same page, and never too many."""
    table = schema.fingerprint
    counts = select(table.c.hash, func.count().label("holders")).where(table.c.hash.in_(fingerprints))
    common = {
        row.hash for row in connection.execute(counts.group_by(table.c.hash)) if row.holders > COMMON
    }  # fmt: skip
    found: dict[int, list[int]] = {one: [] for one in fingerprints}
    telling = select(table.c.hash, table.c.article).where(table.c.hash.in_(found.keys() - common))
    for row in connection.execute(telling):
        found[row.hash].append(row.article)
    for one in sorted(common):
        first = select(table.c.article).where(table.c.hash == one).order_by(table.c.article).limit(COMMON + 1)
        found[one] = list(connection.execute(first).scalars())
    versions = _versions(connection, article)
    return {one: [other for other in articles if other not in versions] for one, articles in found.items()}


def _versions(connection: Connection, article: int) -> set[int]:
    """Return the versions of the page that an article is one of, by their internal keys."""
    table = schema.article
    page = select(table.c.document).where(table.c.id == article).scalar_subquery()
    return set(connection.execute(select(table.c.id).where(table.c.document == page)).scalars())


def _put_passages(connection: Connection, new: tuple[int, str, OwnText], other: int) -> None:
    key, article_id, own = new
    there = kept_by_key(connection, other)
    theirs = own_text(there.reading.article.text, there.reading.stories)
    first = article_id < there.article_id
    found = passages(own, theirs) if first else passages(theirs, own)
    one, two = (key, other) if first else (other, key)
    rows = [
        {"one": one, "other": two, "ordinal": ordinal, "same": passage.same, "evidence": json.dumps(passage.to_dict())}
        for ordinal, passage in enumerate(found)
    ]
    if rows:
        connection.execute(insert(schema.passage), rows)


def _restored(evidence: str) -> Passage:
    fields = json.loads(evidence)
    return Passage(_excerpt(fields["one"]), _excerpt(fields["other"]), fields["same"])


def _excerpt(fields: Mapping[str, Any]) -> Excerpt:
    return Excerpt(tuple(Span(*pair) for pair in fields["spans"]), fields["words"], fields["quoted"])
