"""All that a ledger holds, by keys that mean the same in every ledger, so that two can be compared."""

import json
import zlib
from typing import Any

from sqlalchemy import Connection, select, text

from reportedly.ledger.tables import schema

State = dict[str, list[Any]]

_KEYS = {
    "blob": ("sha256",),
    "document": ("key",),
    "publisher": ("name",),
    "article": ("article_id",),
    "capture": ("key",),
    "reading": ("article", "reader"),
    "statement": ("statement_id",),
    "entity": ("entity_id",),
    "profile": ("name_key", "apart", "name", "kind", "role", "affiliation", "country"),
    "place": ("geonameid", "name", "country"),
    "label": ("term",),
}
_REFERS = {("article", "reading"): "reading", ("entity", "stands"): "entity", ("entity", "taken_into"): "entity"}
_JSON = ("headers", "known", "item", "value", "machine", "candidates")


# of which table a name with such words is
_BEARERS = {"source": "profile", "role": "profile", "place": "place", "publisher": "publisher", "label": "label"}


def dump_state(connection: Connection) -> State:
    """Return the rows of every table, the index included, without internal keys and in an order of their own."""
    rows = {name: connection.execute(select(table)).mappings().all() for name, table in schema.metadata.tables.items()}
    by_id = {name: {row["id"]: row for row in rows[name] if "id" in row} for name in rows}

    def target(name: str, column: str, row: Any) -> str | None:
        if column == "bearer":
            return _BEARERS[row["kind"]]
        for key in schema.metadata.tables[name].c[column].foreign_keys:
            return key.column.table.name
        return _REFERS.get((name, column))

    def natural(name: str, row: Any) -> list[Any]:
        return [value(name, row, column) for column in _KEYS[name]]

    def value(name: str, row: Any, column: str) -> Any:
        found, other = row[column], target(name, column, row)
        if other and found is not None:
            # the current reading stands in its article, whose natural key it holds
            return by_id[other][found]["reader"] if column == "reading" else natural(other, by_id[other][found])
        if column == "payload":
            return json.loads(zlib.decompress(found))
        if column == "data":
            return (zlib.decompress(found) if row["packing"] == "zlib" else bytes(found)).hex()
        return json.loads(found) if column in _JSON and found is not None else found

    def whole(name: str, row: Any) -> dict[str, Any]:
        internal = name != "review" and "id" in row
        return {column: value(name, row, column) for column in row if not (internal and column == "id")}

    state = {name: _sorted(whole(name, row) for row in rows[name]) for name in rows}
    return state | {"words": _words(connection, by_id["statement"])}


def _sorted(rows: Any) -> list[Any]:
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


def _words(connection: Connection, statements: Any) -> list[Any]:
    """Return every searched word with its statement, weight and place."""
    if connection.dialect.name == "postgresql":
        query = text("SELECT statement, lexeme, positions, weights FROM words, unnest(words)")
        found = [
            (statements[row.statement]["statement_id"], row.lexeme, place, weight)
            for row in connection.execute(query)
            for place, weight in zip(row.positions, row.weights, strict=True)
        ]
        return sorted(found)
    found = []
    for row in connection.execute(text("SELECT rowid, content, cue, source FROM words")):
        place = 1
        for weight, said in zip("ABC", row[1:], strict=True):
            for word in said.split():
                found.append((statements[row.rowid]["statement_id"], word, place, weight))
                place += 1
            place += 10
    return sorted(found)
