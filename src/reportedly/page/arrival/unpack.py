"""Unpacks gzip, known by its first bytes, never beyond a limit."""

from __future__ import annotations

import zlib
from dataclasses import replace

from reportedly.errors import NotText, TooLarge
from reportedly.page.arrival.received import DEFAULT_LIMITS, Limits, Received

_GZIP = b"\x1f\x8b"
# a page saved from a server that sends packed files is packed twice; nobody packs an article more often
_MOST_LAYERS = 2
# zlib: window bits, plus 16 for a gzip header
GZIP_WINDOW = 16 + zlib.MAX_WBITS


def unpack(received: Received, limits: Limits = DEFAULT_LIMITS) -> Received:
    """Return the input with gzip taken off, or unchanged where it is not packed.

    Raises TooLarge where the bytes, packed or unpacked, are over `limits.max_bytes`, and NotText where the packed
    data are damaged or packed more than twice.
    """
    data = received.data
    check_size(len(data), received.name, limits)
    for _ in range(_MOST_LAYERS):
        if not data.startswith(_GZIP):
            return replace(received, data=data)
        data = inflate(data, GZIP_WINDOW, received.name, limits)
    if data.startswith(_GZIP):
        raise NotText(f"{received.name}: packed with gzip more than twice over; unpack it first")
    return replace(received, data=data)


def inflate(data: bytes, window: int, name: str, limits: Limits) -> bytes:
    """Return `data` unpacked; `window` is zlib's word for the format. Never holds more than the limit and one byte.

    Raises TooLarge over the limit and NotText where the data are damaged or end too early.
    """
    pieces: list[bytes] = []
    size = 0
    while data:
        engine = zlib.decompressobj(window)
        try:
            piece = engine.decompress(data, limits.max_bytes - size + 1)
        except zlib.error as error:
            raise NotText(f"{name}: the packed data are damaged ({error}); get the file again") from error
        size += len(piece)
        check_size(size, name, limits)
        if not engine.eof:
            raise NotText(f"{name}: the packed data end too early; get the file again")
        pieces.append(piece)
        # a file may be several packed members one after the other, and may be padded with zeros (RFC 1952)
        data = engine.unused_data.lstrip(b"\x00")
    return b"".join(pieces)


def check_size(size: int, name: str, limits: Limits) -> None:
    """Raise TooLarge where `size` bytes are over the limit."""
    if size > limits.max_bytes:
        raise TooLarge(f"{name}: larger than the limit of {megabytes(limits.max_bytes)}; give the article alone")


def megabytes(size: int) -> str:
    """Return a number of bytes as a person says it.

    >>> megabytes(20_000_000)
    '20 MB'
    >>> megabytes(4_096)
    '4,096 bytes'
    """
    return f"{size / 1_000_000:g} MB" if size >= 1_000_000 else f"{size:,} bytes"
