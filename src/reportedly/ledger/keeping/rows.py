"""Small commands that both databases understand: put in what is new, and look keys up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Insert, Select, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.ledger.search import name_index

# SQLite takes up to 32,766 values in a command, PostgreSQL 65,535
MOST_VALUES = 5_000


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows that break no unique constraint; the others are there already."""
    if rows:
        connection.execute(_inserting(table, connection.dialect.name), list(rows))


# building a command takes as long as running it: those that every article needs are built once
@cache
def _inserting(table: Table, dialect: str) -> Insert:
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return make(table).on_conflict_do_nothing()


@cache
def _looking_up(column: Column[str]) -> Select[str, int]:
    return select(column, column.table.c.id).where(column.in_(bindparam("values", expanding=True)))


def keys_of(connection: Connection, column: Column[str], rows: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    """Return the internal key of each row by its value in a column that tells rows apart, put in where it is new.

    `rows` maps each value of `column` to the whole row, without its internal key.
    """
    found = found_keys(connection, column, rows)
    new = [rows[value] for value in sorted(rows.keys() - found.keys())]
    if new:
        known = found
        insert_new(connection, column.table, new)
        found = found_keys(connection, column, rows)
        name_index.put(connection, column.table, {found[value]: rows[value] for value in found.keys() - known.keys()})
    return found


def found_keys(connection: Connection, column: Column[str], values: Iterable[str]) -> dict[str, int]:
    """Return the internal key of each row by its value in a column that tells rows apart, of those there are."""
    found: dict[str, int] = {}
    wanted = sorted(values)
    for begin in range(0, len(wanted), MOST_VALUES):
        some = wanted[begin : begin + MOST_VALUES]
        for row in connection.execute(_looking_up(column), {"values": some}):
            found[row[0]] = row[1]
    return found
