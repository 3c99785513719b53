"""Small commands that both databases understand: put in what is new, and look keys up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from reportedly.ledger.search import name_index

# SQLite takes up to 32,766 values in a command, PostgreSQL 65,535
MOST_VALUES = 5_000


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows that break no unique constraint; the others are there already."""
    if not rows:
        return
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    connection.execute(make(table).on_conflict_do_nothing(), list(rows))


def keys_of(connection: Connection, column: Column[str], rows: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    """Return the internal key of each row by its value in a column that tells rows apart, put in where it is new.

    `rows` maps each value of `column` to the whole row, without its internal key.
    """
    found = _found(connection, column, rows)
    new = [rows[value] for value in sorted(rows.keys() - found.keys())]
    if new:
        known = found
        insert_new(connection, column.table, new)
        found = _found(connection, column, rows)
        name_index.put(connection, column.table, {found[value]: rows[value] for value in found.keys() - known.keys()})
    return found


def _found(connection: Connection, column: Column[str], values: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    wanted = sorted(values)
    for begin in range(0, len(wanted), MOST_VALUES):
        some = wanted[begin : begin + MOST_VALUES]
        query = select(column, column.table.c.id).where(column.in_(some))
        for row in connection.execute(query):
            found[row[0]] = row[1]
    return found
