"""Takes the rows of an article's statements out of the index, as `indexing.index_rows` made them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, select

from reportedly.ledger.keeping.indexing import COLUMNS, Party, ProfileRow, StatementRow
from reportedly.ledger.tables import schema

_PROFILE = ("name_key", "apart", "name", "kind", "role", "affiliation", "country")
_PLACE = ("geonameid", "name", "country", "lat", "lon")


def indexed_rows(connection: Connection, article: int) -> tuple[StatementRow, ...]:
    """Return the rows of the statements of an article (its internal key), in the order of the text."""
    parties = _parties(connection, article)
    places = _linked(connection, article, "place")
    labels = _linked(connection, article, "label")
    query = select(schema.statement).where(schema.statement.c.article == article).order_by("ordinal")
    return tuple(
        StatementRow(
            {name: row._mapping[name] for name in COLUMNS},
            tuple(parties[row.id]),
            frozenset(places[row.id]),
            frozenset(term for (term,) in labels[row.id]),
        )
        for row in connection.execute(query)
    )


def _parties(connection: Connection, article: int) -> dict[int, list[Party]]:
    party, profile, statement = schema.party, schema.profile, schema.statement
    query = (
        select(party, *(profile.c[name].label(f"profile_{name}") for name in _PROFILE))
        .join(statement, statement.c.id == party.c.statement)
        .join(profile, profile.c.id == party.c.profile)
        .where(statement.c.article == article)
        .order_by(party.c.ordinal)
    )
    found: dict[int, list[Party]] = defaultdict(list)
    rows = [row._mapping for row in connection.execute(query)]
    for role in ("source", "against", "chain"):
        for row in rows:
            if row["role"] == role:
                told = ProfileRow(*(row[f"profile_{name}"] for name in _PROFILE))
                found[row["statement"]].append(Party(role, row["ordinal"], told, row["local"], row["answered"]))
    return found


def _linked(connection: Connection, article: int, name: str) -> dict[int, list[tuple[Any, ...]]]:
    """Return, by statement, what `place` or `label` rows are linked to it."""
    table, link = schema.metadata.tables[name], schema.metadata.tables[f"statement_{name}"]
    columns = _PLACE if name == "place" else ("term",)
    query = (
        select(link.c.statement, *(table.c[column] for column in columns))
        .join(table, table.c.id == link.c[name])
        .join(schema.statement, schema.statement.c.id == link.c.statement)
        .where(schema.statement.c.article == article)
    )
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *values in connection.execute(query):
        found[key].append(tuple(values))
    return found
