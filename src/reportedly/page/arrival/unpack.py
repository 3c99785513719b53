"""Unpacks gzip, known by its first bytes, never beyond a limit."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, cast

from reportedly.errors import NotText, TooLarge
from reportedly.page.arrival.received import DEFAULT_LIMITS, Limits, Received

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_GZIP = b"\x1f\x8b"
# a page saved from a server that sends packed files is packed twice; nobody packs an article more often
_MOST_LAYERS = 2
# articles pack some 4 times, the same line again and again some 300 times, and only so much of the same line is a bomb
_BOMB_RATIO = 250
_BOMB_LIMITS = 5
# what reading packed data raises where they are damaged or end too early; the first is an OSError
DAMAGE = (gzip.BadGzipFile, EOFError, zlib.error)
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


def undeflate(data: bytes, name: str, limits: Limits) -> bytes:
    """Return a body sent as "deflate" unpacked. Raises as `inflate` does.

    The standard means zlib's format; some servers send the bare stream (RFC 9110, section 8.4.1.2).
    """
    has_header = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
    return inflate(data, zlib.MAX_WBITS if has_header else -zlib.MAX_WBITS, name, limits)


class _Inflating(io.RawIOBase):
    """Unpacks a stream as it is read, and stops where it unpacks to far more than any text does."""

    def __init__(self, file: BinaryIO, name: str, limits: Limits) -> None:
        self._file, self._name, self._limits = file, name, limits
        self._gzip = gzip.GzipFile(fileobj=file)
        self._size = 0

    def readable(self) -> bool:
        """Return True, as every stream does that is read from."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer and return how much came. Raises TooLarge, and what is in DAMAGE."""
        view = memoryview(buffer).cast("B")
        piece = self._gzip.read1(len(view))
        self._size += len(piece)
        if is_bomb(self._size, self._file.tell(), self._limits):
            raise TooLarge(f"{self._name}: unpacks to more than {_BOMB_RATIO} times its size; unpack it first")
        view[: len(piece)] = piece
        return len(piece)


def unpacked_stream(file: BinaryIO, name: str, limits: Limits) -> io.BufferedIOBase:
    """Return a stream of what an open file holds from where it stands, with gzip taken off if it is packed.

    A stream that cannot go back, such as a pipe, is returned as it is.
    Reading it raises what is in DAMAGE where the packed data are damaged, and TooLarge where they are a bomb.
    """
    if not file.seekable():
        return cast(io.BufferedIOBase, file)
    start = file.tell()
    packed = file.read(2) == _GZIP
    file.seek(start)
    if packed:
        return io.BufferedReader(_Inflating(file, name, limits), 65_536)
    return cast(io.BufferedIOBase, file)


def is_bomb(size: int, packed: int, limits: Limits) -> bool:
    """Tell whether so many bytes, out of so many packed ones, are more than any collection of texts packs into.

    >>> is_bomb(10_000_000_000, 10_000_000, DEFAULT_LIMITS), is_bomb(10_000_000_000, 2_000_000_000, DEFAULT_LIMITS)
    (True, False)
    """
    return size > _BOMB_LIMITS * limits.max_bytes and size > _BOMB_RATIO * max(packed, 1)


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
