"""Reads WARC files: the pages in them, with the headers they came with and the time.

A reader of its own, since what a library passes over in silence, a file that ends in the middle of a record, is what a
person who keeps evidence must be told.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.errors import BadRecord, InputError
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.inputs.messages import Message, body_of, message_of
from reportedly.ledger.inputs.parcel import Desk, Parcel
from reportedly.page.arrival.clock import utc_of
from reportedly.page.arrival.received import Limits, Received
from reportedly.page.arrival.unpack import DAMAGE, check_size, unpacked_stream
from reportedly.page.metadata.words import web_address
from reportedly.reader import Failure, failure_of

# the head of an answer, of which nobody sends more, stands before the page
_HTTP_HEAD = 262_144
_LONGEST_LINE = 65_536
_MOST_LINES = 1_000
_PIECE = 1_048_576
_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_WEB = ("http://", "https://", "file://", "ftp://")


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its named fields in lower case, and its block, cut where it is larger than any page may be."""

    fields: dict[str, str]
    block: bytes

    def field(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def url(self) -> str:
        # WARC 0.18 and some writers of 1.0 put the address in angle brackets
        return self.field("warc-target-uri").removeprefix("<").removesuffix(">")


def warc_items(parcel: Parcel, desk: Desk) -> Iterator[Item | Failure]:
    """Yield an Item for each page in a WARC file, and a Failure for one that cannot be unpacked.

    Pages are responses with status 200 and resources, of HTML or plain text. Where the file is damaged, what stands
    before is yielded, then a Failure that says where it breaks.
    """
    records = _records(unpacked_stream(parcel.file, parcel.name, desk.limits), desk.limits)
    count = 0
    while True:
        try:
            record = next(records, None)
        except (*DAMAGE, BadRecord) as error:
            words = str(error) if isinstance(error, BadRecord) else "the packed data are damaged or end too early"
            yield Failure(parcel.name, None, f"breaks off after {count:,} records: {words}; what stands before is read")
            return
        if record is None:
            return
        count += 1
        outcome = _outcome(record, parcel, desk)
        if outcome is not None:
            yield outcome


def _outcome(record: _Record, parcel: Parcel, desk: Desk) -> Item | Failure | None:
    """Return what a record gives: None where it holds no page."""
    name = f"{parcel.name}#{record.field('warc-record-id') or record.url}"
    try:
        received = _received(record, name, desk.limits)
    except InputError as error:
        return failure_of(name, None, error)
    if received is None:
        if record.field("warc-type") in ("response", "resource"):
            desk.passed_over(name)
        return None
    return Item(name, received, known=desk.known, place=parcel.place and f"{parcel.place}#{name.partition('#')[2]}")


def _received(record: _Record, name: str, limits: Limits) -> Received | None:
    """Return the page of a record, or None where it is none. Raises InputError where it cannot be unpacked."""
    if not record.url.lower().startswith(_WEB) or record.url.lower().endswith("/robots.txt"):
        return None
    kind = record.field("content-type")
    if record.field("warc-type") == "response" and kind.lower().startswith("application/http"):
        message = message_of(record.block)
        if message.status != 200 or not _is_page(message.content_type, message.body):
            return None
        _refuse_cut(record, name, limits)
        data = body_of(message, name, limits)
    elif record.field("warc-type") in ("response", "resource"):
        message = Message(None, (), record.block)
        if not _is_page(kind, record.block):
            return None
        data = record.block
    else:
        return None
    check_size(len(data), name, limits)
    received = Received(data, name, web_address(record.url), message.content_type or kind, message.headers)
    return replace(received, fetched=utc_of(record.field("warc-date")))


def _refuse_cut(record: _Record, name: str, limits: Limits) -> None:
    """Raise TooLarge where the block was not read to its end."""
    if len(record.block) > limits.max_bytes + _HTTP_HEAD:
        check_size(len(record.block), name, limits)


def _is_page(content_type: str, body: bytes) -> bool:
    kind = content_type.partition(";")[0].strip().lower()
    return kind in _PAGES if kind else body.lstrip()[:1] == b"<"


def _records(stream: io.BufferedIOBase, limits: Limits) -> Iterator[_Record]:
    """Yield the records of a WARC file (ISO 28500). Raises BadRecord where it is damaged, and what is in DAMAGE."""
    while True:
        line = stream.readline(_LONGEST_LINE)
        if not line:
            return
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise BadRecord("no record begins there")
        fields = _fields(stream)
        written = fields.get("content-length", "")
        if not (written.isascii() and written.isdigit() and len(written) < 19):
            raise BadRecord("a record does not say how long it is")
        length = int(written)
        block = stream.read(min(length, limits.max_bytes + _HTTP_HEAD + 1))
        if len(block) + _skip(stream, length - len(block)) < length:
            raise BadRecord("it ends in the middle of a record")
        yield _Record(fields, block)


def _fields(stream: io.BufferedIOBase) -> dict[str, str]:
    """Return the named fields of a record, up to the blank line. Raises BadRecord."""
    fields: dict[str, str] = {}
    name = ""
    for _ in range(_MOST_LINES):
        line = stream.readline(_LONGEST_LINE)
        if not line.endswith(b"\n"):
            raise BadRecord(
                "it ends in the middle of a record's head" if len(line) < _LONGEST_LINE else "no record's head"
            )
        text = line.decode("utf-8", "replace")
        if not text.strip():
            return fields
        if text[0] in " \t" and name:  # a value may go on in the next line
            fields[name] = f"{fields[name]} {text.strip()}".strip()
            continue
        name, colon, value = text.partition(":")
        if not colon:
            raise BadRecord("a record's head has a line that names nothing")
        name = name.strip().lower()
        fields[name] = value.strip()
    raise BadRecord("a record's head does not end")


def _skip(stream: io.BufferedIOBase, size: int) -> int:
    """Read past `size` bytes and return how many there were."""
    left = size
    while left > 0:
        piece = stream.read(min(left, _PIECE))
        if not piece:
            break
        left -= len(piece)
    return size - left
