"""Makes what is named on a command line into items, one after the other, whatever lies in what."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, BinaryIO, cast

from reportedly.errors import EmptyInput, FetchError, InputError, NotText
from reportedly.ledger.inputs.archives import BROKEN, broken, is_document, tar_parts, zip_parts
from reportedly.ledger.inputs.folders import files_in
from reportedly.ledger.inputs.follow import articles_of
from reportedly.ledger.inputs.item import Form, Item
from reportedly.ledger.inputs.kinds import HEAD, STREAMS, Kind, is_beside_articles, kind_of, unpacked_head
from reportedly.ledger.inputs.parcel import Desk, Parcel, parcel_of_file
from reportedly.ledger.inputs.polite import Fetcher
from reportedly.ledger.inputs.warcs import warc_items
from reportedly.page.arrival.records import numbered_lines
from reportedly.page.arrival.unpack import check_size, megabytes
from reportedly.reader import STDIN, Failure, Options, facts_for_records, failure_of, is_url, known_of, limits_of

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PIECE = 1_048_576
_PLAIN = Options()
Outcome = Item | Failure


def items(
    names: Iterable[str],
    options: Options = _PLAIN,
    fetcher: Fetcher | None = None,
    seen: Callable[[str], bool] = lambda url: False,
    passed_over: Callable[[str], None] = lambda name: None,
) -> Iterator[Outcome]:
    """Yield an Item for every article in what is named, in order, or the Failure that says why there is none.

    A name is a file, a folder, a URL, or "-" for standard input. A file may be a page, .jsonl, a zipped folder, a tar
    archive, WARC, WACZ, a feed, a site map, a list of feeds or of URLs, told by its content. "ARCHIVE#MEMBER", which is
    how members are called in items and failures, is that member alone. Nothing ends the batch, and no more is held
    at a time than one item.

    `seen` tells whether the article at a URL in a list need not be fetched; `passed_over` is called with the name of
    each file in a folder or an archive that is no article, such as an image.
    """
    limits = limits_of(options)
    fetcher = fetcher or Fetcher(limits)
    desk = Desk(options, limits, known_of(options.facts()), fetcher, seen, passed_over)
    for name in names:
        yield from _guarded(name, _named(name, desk))


def _named(name: str, desk: Desk) -> Iterator[Outcome]:
    archive, _, member = name.partition("#")
    if name == STDIN:
        yield from _of_stream(STDIN, sys.stdin.buffer, desk)
    elif is_url(name):
        yield from _of_url(name, desk)
    elif Path(name).is_dir():
        yield from _told_if_empty(name, _of_folder(name, desk))
    elif member and not Path(name).exists() and Path(archive).is_file():
        yield from _one_of(name, _of_file(archive, "", desk))
    else:
        yield from _of_file(name, "", desk)


def _guarded(name: str, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes, and where they break off, the Failure that says why."""
    try:
        yield from outcomes
    except BROKEN as error:
        yield Failure(name, None, broken(error))
    except (InputError, FetchError, OSError) as error:
        yield failure_of(name, None, error)


def _told_if_empty(name: str, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes, or a Failure where there are none, since somebody expected some."""
    outcome = None
    for outcome in outcomes:
        yield outcome
    if outcome is None:
        raise EmptyInput(f"{name}: no article in it")


def _one_of(name: str, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    found = False
    for outcome in outcomes:
        if outcome.name == name:
            found = True
            yield outcome
    if not found:
        raise EmptyInput(f"{name}: no such member in it")


def _of_folder(folder: str, desk: Desk) -> Iterator[Outcome]:
    for path in files_in(folder):
        yield from [path] if isinstance(path, Failure) else _guarded(path, _of_file(path, "folder", desk))


def _of_file(name: str, inside: str, desk: Desk) -> Iterator[Outcome]:
    with Path(name).open("rb") as file:
        if file.seekable():
            yield from _of_parcel(parcel_of_file(name, file, inside), desk)
        else:
            yield from _of_stream(name, file, desk)


def _of_url(name: str, desk: Desk) -> Iterator[Outcome]:
    received = desk.fetcher.fetch(name)
    yield from _of_parcel(Parcel(name, io.BytesIO(received.data), came=received), desk)


def _of_stream(name: str, stream: BinaryIO, desk: Desk) -> Iterator[Outcome]:
    """Yield what comes through a pipe: lines as they come; all else is put aside first, to go to and fro in it."""
    head = stream.read(HEAD)
    kind = kind_of(head, name)
    if kind is Kind.RECORDS and unpacked_head(head) == head:
        lines = io.BufferedReader(_Chained(head, stream))
        yield from _records(Parcel(name, cast(BinaryIO, lines)), desk)
        return
    most = None if kind in STREAMS else desk.limits.max_bytes + 1
    with TemporaryFile() as file:
        size = file.write(head)
        while most is None or size < most:
            piece = stream.read(_PIECE if most is None else min(_PIECE, most - size))
            if not piece:
                break
            size += file.write(piece)
        file.seek(0)
        yield from _of_parcel(Parcel(name, cast(BinaryIO, file)), desk)


class _Chained(io.RawIOBase):
    """A stream of what has been read already and of what is still to come."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        """Return True, as every stream does that is read from."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill the buffer and return how much came."""
        view = memoryview(buffer).cast("B")
        piece = self._head[: len(view)] or self._stream.read(len(view))
        self._head = self._head[len(piece) :]
        view[: len(piece)] = piece
        return len(piece)


def _of_parcel(parcel: Parcel, desk: Desk) -> Iterator[Outcome]:
    head = parcel.file.read(HEAD)
    parcel.file.seek(0)
    kind = parcel.kind or kind_of(head, parcel.name)
    if kind is Kind.ZIP and is_document(parcel.file):
        kind = Kind.PAGE  # the reader says what document it is
    parcel.file.seek(0)
    if parcel.inside == "archive" and kind in (Kind.ZIP, Kind.TAR):
        raise NotText(f"{parcel.name}: an archive within an archive is not opened; unpack it first")
    is_page = kind is Kind.PAGE
    if parcel.inside and (kind in _NOT_INSIDE or (is_page and is_beside_articles(head, parcel.name))):
        desk.passed_over(parcel.name)
        return
    outcomes = _OPENERS[kind](parcel, desk)
    yield from outcomes if parcel.inside or kind in _MAY_BE_EMPTY else _told_if_empty(parcel.name, outcomes)


def _page(parcel: Parcel, desk: Desk) -> Iterator[Outcome]:
    data = parcel.file.read(desk.limits.max_bytes + 1)
    check_size(len(data), parcel.name, desk.limits)
    yield Item(parcel.name, parcel.received(data), known=desk.known, place=parcel.place)


def _records(parcel: Parcel, desk: Desk) -> Iterator[Outcome]:
    refused = facts_for_records(parcel.name, desk.options)
    if refused:
        yield refused
        return
    for number, line in numbered_lines(parcel.file, parcel.name, desk.limits):
        if len(line) > desk.limits.max_bytes:
            words = f"the line is larger than the limit of {megabytes(desk.limits.max_bytes)}"
            yield Failure(parcel.name, number, words)
        else:
            yield Item(parcel.name, parcel.received(line.rstrip(b"\r\n")), Form.RECORD, number)


def _zip(parcel: Parcel, desk: Desk) -> Iterator[Outcome]:
    return _members(zip_parts(parcel, desk), desk)


def _tar(parcel: Parcel, desk: Desk) -> Iterator[Outcome]:
    return _members(tar_parts(parcel, desk), desk)


def _members(parts: Iterator[Parcel | Failure], desk: Desk) -> Iterator[Outcome]:
    for part in parts:
        yield from [part] if isinstance(part, Failure) else _guarded(part.name, _of_parcel(part, desk))


def _listing(parcel: Parcel, desk: Desk) -> Iterator[Outcome]:
    data = parcel.file.read(desk.limits.max_bytes + 1)
    return articles_of(parcel.received(data), parcel.name, desk)


def _other(parcel: Parcel, desk: Desk) -> Iterator[Outcome]:
    raise NotText(f'{parcel.name}: JSON, but no article a line; write each on one line as {{"text": "…"}}')


_OPENERS = {
    Kind.PAGE: _page,
    Kind.RECORDS: _records,
    Kind.ZIP: _zip,
    Kind.TAR: _tar,
    Kind.WARC: warc_items,
    Kind.LISTING: _listing,
    Kind.OTHER: _other,
}
# a list may have nothing new in it
_MAY_BE_EMPTY = {Kind.LISTING}
# what a folder of pages may hold beside them; nothing is fetched that was not named
_NOT_INSIDE = {Kind.LISTING, Kind.OTHER}
