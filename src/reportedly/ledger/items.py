"""Keeps what came with the bytes of an item, and makes the item anew."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select

from reportedly.errors import DamagedLedger
from reportedly.ledger import schema
from reportedly.ledger.inputs.item import Form, Item
from reportedly.page.arrival.received import Known, Received


def described(item: Item) -> dict[str, Any]:
    """Return all of an item but its bytes, as JSON-ready values."""
    received = item.received
    known = {name: value for name, value in asdict(item.known).items() if value}
    return {
        "name": item.name,
        "line": item.line,
        "form": item.form.value,
        "place": item.place,
        "url": received.url,
        "file": received.file,
        "content_type": received.content_type,
        "headers": [list(header) for header in received.headers],
        "fetched": received.fetched,
        "known": known,
    }


def item_from(fields: Mapping[str, Any], data: bytes) -> Item:
    """Return the item that `described` tells of, with its bytes."""
    known = dict(fields["known"])
    received = Received(
        data,
        file=fields["file"],
        url=fields["url"],
        content_type=fields["content_type"],
        headers=tuple((name, value) for name, value in fields["headers"]),
        fetched=fields["fetched"],
    )
    return Item(
        fields["name"],
        received,
        Form(fields["form"]),
        fields["line"],
        Known(**{**known, "byline": tuple(known.get("byline", ()))}),
        fields["place"],
    )


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
