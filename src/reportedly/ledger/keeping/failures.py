"""Keeps what could not be read, with the reason and the bytes, so that it can be tried again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, select, update

from reportedly.ledger.inputs.item import Item, described, item_from
from reportedly.ledger.keeping.items import bytes_of
from reportedly.ledger.keeping.preparing import capture_key, packed
from reportedly.ledger.keeping.storing import Moment, put_blob
from reportedly.ledger.tables import schema
from reportedly.model.digests import digest
from reportedly.reader import Failure


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be read: what, why, when first and last tried (UTC), how often, and whether mended."""

    id: str
    failure: Failure
    reader: str
    first_at: str
    last_at: str
    tries: int
    resolved_at: str | None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready values."""
        return {
            "id": self.id,
            "name": self.failure.name,
            "line": self.failure.line,
            "reason": self.failure.reason,
            "reader": self.reader,
            "first_at": self.first_at,
            "last_at": self.last_at,
            "tries": self.tries,
            "resolved_at": self.resolved_at,
        }


def put_failure(connection: Connection, item: Item | None, failure: Failure, moment: Moment) -> None:
    """Keep a failure, and the bytes of its item where any came in; the same one again counts one more try."""
    key = _key(item, failure)
    same = schema.failure.c.key == key
    tries = connection.execute(select(schema.failure.c.tries).where(same)).scalar()
    values: dict[str, Any] = {
        "reason": failure.reason,
        "reader": moment.reader,
        "last_at": moment.now,
        "tries": (tries or 0) + 1,
        "resolved_at": None,
    }
    if tries is not None:
        connection.execute(update(schema.failure).where(same).values(values))
        return
    if item is not None:
        received = packed(item.received.data)
        put_blob(connection, received)
        values |= {"sha256": received.sha256, "item": json.dumps(described(item))}
    values |= {"key": key, "name": failure.name, "line": failure.line, "first_at": moment.now}
    connection.execute(insert(schema.failure).values(values))


def failed_before(connection: Connection, item: Item, reader: str) -> Failure | None:
    """Return the failure of the very same item in an edition of the program, None where there is none."""
    table = schema.failure
    query = select(table.c.name, table.c.line, table.c.reason).where(
        table.c.key == _key_of(item), table.c.reader == reader, table.c.resolved_at.is_(None)
    )
    row = connection.execute(query).first()
    return Failure(row.name, row.line, row.reason) if row else None


def resolve(connection: Connection, item: Item, now: str) -> None:
    """Note that an item that failed before, or another of its name and line, has been read."""
    table = schema.failure
    line = table.c.line.is_(None) if item.line is None else table.c.line == item.line
    same = and_(table.c.name == item.name, line, table.c.resolved_at.is_(None))
    connection.execute(update(table).where(same).values(resolved_at=now))


def failures(connection: Connection, *, resolved: bool = False) -> Iterator[Failed]:
    """Yield what could not be read, in the order of names and lines; with `resolved`, also what was read since."""
    table = schema.failure
    query = select(table).order_by(table.c.name, func.coalesce(table.c.line, 0), table.c.key)
    if not resolved:
        query = query.where(table.c.resolved_at.is_(None))
    yield from map(_failed, connection.execute(query))


def unresolved_keys(connection: Connection) -> list[str]:
    """Return the keys of the failures that can be tried again, oldest first."""
    table = schema.failure
    query = select(table.c.key).where(table.c.resolved_at.is_(None), table.c.sha256.is_not(None)).order_by(table.c.id)
    return list(connection.execute(query).scalars())


def failed_item(connection: Connection, key: str) -> Item | None:
    """Return the item of a failure, made anew from what is kept; None where nothing had come in."""
    table = schema.failure
    row = connection.execute(select(table.c.item, table.c.sha256).where(table.c.key == key)).first()
    data = bytes_of(connection, row.sha256) if row and row.sha256 else None
    return item_from(json.loads(row.item), data) if row and data is not None else None


def _failed(row: Row[*tuple[Any, ...]]) -> Failed:
    failure = Failure(row.name, row.line, row.reason)
    return Failed(row.key[:16], failure, row.reader, row.first_at, row.last_at, row.tries, row.resolved_at)


def _key(item: Item | None, failure: Failure) -> str:
    return _key_of(item) if item else digest("input", failure.name, str(failure.line or ""))


def _key_of(item: Item) -> str:
    return digest("item", capture_key(item), item.name, str(item.line or ""))
