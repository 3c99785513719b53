"""The words of the names of sources, places, publishers and labels, and of roles: what `source:senn` looks up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, bindparam, delete, insert, select

from reportedly.ledger.tables.schema import name_word
from reportedly.ledger.words import words

# which column of which table holds the names of a kind
_NAMED: Mapping[str, Mapping[str, str]] = {
    "profile": {"source": "name", "role": "role"},
    "place": {"place": "name"},
    "publisher": {"publisher": "name"},
    "label": {"label": "term"},
}
# longer than any word of a name, and short enough for the key of an index of PostgreSQL
_LONGEST = 64
_LAST_CHARACTER = "\U0010ffff"


def put(connection: Connection, table: Table, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Add the names of new rows, by their internal keys, where the table is one that holds names."""
    entries = _entries(table, rows)
    if entries:
        connection.execute(insert(name_word), entries)


def remove(connection: Connection, table: Table, rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Take the names of rows, by their internal keys, out of the index."""
    entries = _entries(table, rows)
    same = and_(*(name_word.c[name] == bindparam(f"of_{name}") for name in ("kind", "word", "bearer")))
    if entries:
        connection.execute(
            delete(name_word).where(same), [{f"of_{name}": one for name, one in row.items()} for row in entries]
        )


def _entries(table: Table, rows: Mapping[int, Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"kind": kind, "word": word, "bearer": key}
        for kind, column in _NAMED.get(table.name, {}).items()
        for key, row in sorted(rows.items())
        for word in sorted({word[:_LONGEST] for word in words(row[column])})
    ]


def bearers(kind: str, wanted: tuple[str, ...], *, prefix: bool) -> Select[int]:
    """Return what selects the keys of all whose name has every word, the last as the beginning of one if `prefix`."""
    last = len(wanted) - 1
    found = [_with_word(kind, word[:_LONGEST], prefix=prefix and place == last) for place, word in enumerate(wanted)]
    return found[0].where(*(name_word.c.bearer.in_(other) for other in found[1:]))


def _with_word(kind: str, word: str, *, prefix: bool) -> Select[int]:
    column = name_word.c.word
    return select(name_word.c.bearer).where(
        name_word.c.kind == kind, begins(column, word) if prefix else column == word
    )


def begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """Return the condition that a text begins so, in a form that an index answers on both databases."""
    return and_(column >= beginning, column < beginning + _LAST_CHARACTER)
