"""Small commands that both databases understand: put in what is new, and look keys up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, or_, select
from sqlalchemy.dialects import postgresql, sqlite

# SQLite takes up to 32,766 values in a command, PostgreSQL 65,535
MOST_VALUES = 5_000


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows that break no unique constraint; the others are there already."""
    if not rows:
        return
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    connection.execute(make(table).on_conflict_do_nothing(), list(rows))


def keys_of(
    connection: Connection, table: Table, columns: Sequence[str], values: Iterable[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    """Return the internal key of each row with such values, put in where it is new.

    `columns` are those of a unique constraint of `table`, and of a row all but its key; `values` are in their order.
    """
    wanted = sorted(set(values))
    found = _found(connection, table, columns, wanted)
    new = [value for value in wanted if value not in found]
    if new:
        insert_new(connection, table, [dict(zip(columns, value, strict=True)) for value in new])
        found |= _found(connection, table, columns, new)
    return found


def _found(
    connection: Connection, table: Table, columns: Sequence[str], values: Sequence[tuple[Any, ...]]
) -> dict[tuple[Any, ...], int]:
    found: dict[tuple[Any, ...], int] = {}
    step = MOST_VALUES // (10 * len(columns))
    for begin in range(0, len(values), step):
        part = values[begin : begin + step]
        same = (and_(*(table.c[name] == one for name, one in zip(columns, value, strict=True))) for value in part)
        query = select(table.c.id, *(table.c[name] for name in columns)).where(or_(*same))
        found |= {tuple(row[1:]): row[0] for row in connection.execute(query)}
    return found
