"""Hands many internal keys to a database as one value."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, text


def within(column: ColumnElement[int], keys: Sequence[int], connection: Connection) -> ColumnElement[bool]:
    """Return the condition that a column has one of these keys, however many they are."""
    if connection.dialect.name == "sqlite":
        told = ",".join(map(str, keys))
        listed = text("SELECT value FROM json_each(:keys)").bindparams(bindparam("keys", f"[{told}]", unique=True))
    else:
        listed = text("SELECT unnest(CAST(:keys AS bigint[]))").bindparams(bindparam("keys", list(keys), unique=True))
    return column.in_(listed)
