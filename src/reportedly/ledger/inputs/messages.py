"""Takes a stored HTTP answer apart: its status, headers and body, unpacked within limits (RFC 9112, RFC 9110)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.errors import NotText
from reportedly.page.arrival.received import Limits
from reportedly.page.arrival.unpack import GZIP_WINDOW, check_size, inflate, undeflate

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})(?!\d)")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,4096})?\r?\n")
_PIECE = 65_536
# a page in several packings one in the other is as much as servers send
_MOST_PACKINGS = 3


@dataclass(frozen=True, slots=True)
class Message:
    """An answer: its status, None where there is none, its headers in their order, and its body as it was sent."""

    status: int | None
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """Return the values of a header joined by commas, "" where it is not there."""
        return ", ".join(value for key, value in self.headers if key.lower() == name)

    @property
    def content_type(self) -> str:
        """Return the first Content-Type, "" where there is none."""
        return self.header("content-type").partition(",")[0]


def message_of(block: bytes) -> Message:
    r"""Return the answer in a block of bytes.

    >>> message_of(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>").content_type
    'text/html'
    """
    found = _STATUS.match(block)
    end = _HEAD_END.search(block)
    head = block[: end.start()] if end else block
    # a value that goes on in the next line is an old way to write headers
    lines = re.sub(r"\r?\n[ \t]+", " ", head.decode("latin-1")).splitlines()[1:]
    pairs = (line.partition(":") for line in lines if ":" in line)
    headers = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    return Message(int(found[1]) if found else None, headers, block[end.end() :] if end else b"")


def body_of(message: Message, name: str, limits: Limits) -> bytes:
    """Return the body of an answer without chunks and packing. Raises NotText where it is damaged, TooLarge."""
    data = message.body
    if "chunked" in message.header("transfer-encoding").lower():
        data = _joined(data, name)
    packings = [word.strip() for word in message.header("content-encoding").lower().split(",") if word.strip()]
    if len(packings) > _MOST_PACKINGS:
        raise NotText(f"{name}: packed {len(packings)} times over")
    for packing in reversed(packings):
        data = _unpacked(data, packing, name, limits)
    return data


def _joined(data: bytes, name: str) -> bytes:
    """Return the chunks of a body put together; a body that has none was put together when it was stored."""
    if not _CHUNK.match(data):
        return data
    pieces: list[bytes] = []
    at = 0
    while True:
        found = _CHUNK.match(data, at)
        if found is None:
            raise NotText(f"{name}: the answer breaks off or is damaged; get the page again")
        size = int(found[1], 16)
        if size == 0:
            return b"".join(pieces)
        if found.end() + size > len(data):
            raise NotText(f"{name}: the answer breaks off; get the page again")
        pieces.append(data[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if data.startswith(b"\r\n", at) else 1 if data.startswith(b"\n", at) else 0


def _unpacked(data: bytes, packing: str, name: str, limits: Limits) -> bytes:
    # some tools store the body unpacked and leave the header as it was
    if packing == "identity" or data.lstrip()[:1] in (b"", b"<"):
        return data
    if packing in ("gzip", "x-gzip"):
        return inflate(data, GZIP_WINDOW, name, limits)
    if packing == "deflate":
        return undeflate(data, name, limits)
    if packing == "br":
        return _without_brotli(data, name, limits)
    raise NotText(f"{name}: packed in a way that is not known; get the page again")


def _without_brotli(data: bytes, name: str, limits: Limits) -> bytes:
    import brotli  # noqa: PLC0415 - only where it is wanted

    engine = brotli.Decompressor()
    pieces, size = [], 0
    try:
        piece = engine.process(data, output_buffer_limit=_PIECE)
        while piece or not engine.can_accept_more_data():
            size += len(piece)
            check_size(size, name, limits)
            pieces.append(piece)
            piece = engine.process(b"", output_buffer_limit=_PIECE)
    except brotli.error as error:
        raise NotText(f"{name}: the packed data are damaged; get the page again") from error
    if not engine.is_finished():
        raise NotText(f"{name}: the packed data end too early; get the page again")
    return b"".join(pieces)
