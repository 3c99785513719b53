"""Takes received bytes out of the tables, and makes the items anew that they came as."""

from __future__ import annotations

import json
import zlib

from sqlalchemy import Connection, select

from reportedly.errors import DamagedLedger
from reportedly.ledger.inputs.item import Item, item_from
from reportedly.ledger.tables import schema


def bytes_of(connection: Connection, sha256: str) -> bytes | None:
    """Return received bytes by their SHA-256, None where they are not kept. Raises DamagedLedger."""
    row = connection.execute(select(schema.blob).where(schema.blob.c.sha256 == sha256)).first()
    if row is None:
        return None
    if row.packing == "none":
        return bytes(row.data)
    try:
        return zlib.decompress(row.data)
    except zlib.error as error:
        raise DamagedLedger(f"the bytes {sha256} cannot be unpacked ({error})") from error


def captured_item(connection: Connection, article: int) -> Item | None:
    """Return the item that an article (its internal key) came from; None where its bytes are not kept."""
    query = select(schema.capture).where(schema.capture.c.article == article, schema.capture.c.kept)
    row = connection.execute(query).first()
    data = bytes_of(connection, row.sha256) if row else None
    if row is None or data is None:
        return None
    fields = row._asdict()
    fields["headers"], fields["known"] = json.loads(row.headers), json.loads(row.known)
    return item_from(fields, data)
