"""Reads an item and packs what the ledger keeps of it: all the work that needs no database, done by the workers."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass

from reportedly import reader
from reportedly.ledger.inputs.item import Form, Item, described
from reportedly.ledger.keeping.indexing import StatementRow, index_rows
from reportedly.ledger.keeping.payload import pack
from reportedly.ledger.shared import fingerprints, own_text
from reportedly.ledger.sources.pairings import pairings
from reportedly.model import Page, Reading
from reportedly.model.digests import digest
from reportedly.page.arrival.received import DEFAULT_LIMITS, Limits

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Bytes:
    """Received bytes as they are kept: their SHA-256 and size as received, and how `data` is packed."""

    sha256: str
    size: int
    packing: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that the ledger keeps of one item that was read."""

    received: Bytes
    reading: Reading
    payload: bytes
    rows: tuple[StatementRow, ...]
    fingerprints: tuple[int, ...]
    pairings: frozenset[tuple[str, str]]
    words: int


def prepare(item: Item, limits: Limits = DEFAULT_LIMITS) -> Prepared:
    """Return what the ledger keeps of an item. Raises InputError where it cannot be read."""
    return prepared_from(item, read_item(item, limits))


def prepared_from(item: Item, reading: Reading) -> Prepared:
    """Return what the ledger keeps of an item and the reading of it."""
    return Prepared(
        received=packed(item.received.data),
        reading=reading,
        payload=pack(reading),
        rows=index_rows(reading),
        fingerprints=fingerprints(own_text(reading.article.text, reading.stories)),
        pairings=pairings_in(reading),
        words=len(reading.article.text.split()),
    )


def read_item(item: Item, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """Return the reading of an item. Raises InputError."""
    return reader.read_page(page_of_item(item, limits))


def page_of_item(item: Item, limits: Limits = DEFAULT_LIMITS) -> Page:
    """Return the page that the bytes of an item hold, not yet read. Raises InputError."""
    if item.form is Form.RECORD:
        return reader.page_of_line(item.received.data, item.line or 1, item.name, limits)
    return reader.page_of_received(item.received, item.known, limits)


def pairings_in(reading: Reading) -> frozenset[tuple[str, str]]:
    """Return the acronyms that an article pairs with full names, as the names that sources are compared under."""
    text = reading.article.text
    return frozenset(pair for source in reading.sources for pair in pairings(source, text))


def packed(data: bytes) -> Bytes:
    """Return bytes as they are kept: packed, unless they came packed."""
    packing = "none" if data.startswith(_GZIP) else "zlib"
    return Bytes(
        hashlib.sha256(data).hexdigest(), len(data), packing, data if packing == "none" else zlib.compress(data, 6)
    )


def capture_key(item: Item) -> str:
    """Return what tells whether the very same came in before: bytes, form, address and what the caller says."""
    sha256 = hashlib.sha256(item.received.data).hexdigest()
    known = json.dumps(described(item)["known"], sort_keys=True)
    return digest(sha256, item.form.value, item.received.url or "", known)
