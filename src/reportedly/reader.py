"""Joins page and reading: text, a file, a URL or a list of inputs in; readings out."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, TypeVar, Unpack, cast

from reportedly.errors import FetchError, InputError
from reportedly.model import Page, Reading

if TYPE_CHECKING:  # page and reading bring heavy libraries along: they are imported where they are used
    from reportedly.page.arrival.received import Known, Limits, Received
    from reportedly.page.arrival.records import Record

STDIN = "-"
Got = TypeVar("Got")
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_RECORDS = (".jsonl", ".jsonl.gz")


class Facts(TypedDict, total=False):
    """What the caller says of an article; it wins over what the page says. `published` is an ISO 8601 date or time."""

    url: str | None
    publisher: str | None
    title: str | None
    byline: tuple[str, ...]
    published: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Options:
    """What is known of every input of a batch, and the limits on what is taken in.

    The first six fields are those of `Facts`. `max_bytes` bounds an input as received and as unpacked, None being the
    program's own limit; `allow_private` lets a URL lead to a private or loopback address.
    """

    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    max_bytes: int | None = None
    allow_private: bool = False

    def facts(self) -> Facts:
        """Return what is said of the article, leaving out what is not.

        >>> Options(published="2026-05-14", allow_private=True).facts()
        {'published': '2026-05-14'}
        """
        values = {name: getattr(self, name) for name in Facts.__annotations__}
        return cast(Facts, {name: value for name, value in values.items() if value})


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read: its name as given, the line of a .jsonl file or None, and why in one line.

    >>> str(Failure("pages.jsonl", 3, "no text in it"))
    'pages.jsonl:3: no text in it'
    """

    name: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        where = "standard input" if self.name == STDIN else self.name
        return f"{where}:{self.line}: {self.reason}" if self.line else f"{where}: {self.reason}"


def read(text: str, *, file: str | None = None, **facts: Unpack[Facts]) -> Reading:
    """Return the reading of one article given as plain text, such as a scraper leaves.

    Offsets are code points of `text`, unchanged. `file` is only a name to remember it by. Raises InputError where the
    text cannot be read: EmptyInput, NotEnglish, TooLarge, or BadRecord for a date that is none.

    >>> reading = read('"The boats will sail," the minister said.', published="2026-05-14")
    >>> [statement.cue[0].of(reading.article.text) for statement in reading.statements]
    ['said']
    """
    from reportedly.page import page_of_text  # noqa: PLC0415 - heavy

    return read_page(page_of_text(text, known_of(facts), file))


def read_file(path: str | os.PathLike[str], **facts: Unpack[Facts]) -> Reading:
    """Return the reading of one file of plain text or HTML, which may be packed with gzip.

    Raises InputError where it cannot be read as an article and OSError where it cannot be read at all.
    """
    return _read_one(os.fspath(path), Options(**facts))


def read_url(address: str, *, allow_private: bool = False, **facts: Unpack[Facts]) -> Reading:
    """Return the reading of the page at an http or https address.

    Raises RefusedAddress, FetchFailed, or InputError where what came is no article that can be read.
    """
    return _read_one(address, Options(**facts, allow_private=allow_private))


def read_inputs(names: Iterable[str], options: Options = Options()) -> Iterator[Reading | Failure]:
    """Yield a Reading for every article of the inputs, in their order, or a Failure that says why there is none.

    A name is a file, a URL or "-" for standard input; a file named .jsonl holds one article a line, which says itself
    what is known of it, so that facts among the options are refused for it. A bad input never ends the batch; a
    damaged installation does, with DataError.
    """
    for name in names:
        if is_records(name):
            yield from _read_records(name, options)
        else:
            yield _attempt(name, None, partial(_read_one, name, options))


def is_records(name: str) -> bool:
    """Tell whether an input holds one article a line.

    >>> is_records("pages.jsonl"), is_records("page.html")
    (True, False)
    """
    return not is_url(name) and name.lower().endswith(_RECORDS)


def is_url(name: str) -> bool:
    """Tell whether an input is a URL, of whatever scheme, rather than a file.

    >>> is_url("https://courier.example/strait"), is_url("data:text")
    (True, False)
    """
    return _URL.match(name) is not None


def _read_one(name: str, options: Options) -> Reading:
    """Return the reading of one file, URL or standard input. Raises InputError, FetchError and OSError."""
    limits = limits_of(options)
    return read_page(page_of_received(_receive(name, limits), known_of(options.facts()), limits))


def page_of_received(received: Received, known: Known, limits: Limits) -> Page:
    """Return the page of text or HTML as it came in, not yet read. Raises InputError."""
    from reportedly.page import open_page  # noqa: PLC0415 - heavy

    return open_page(received, known, limits)


def page_of_line(line: bytes, number: int, name: str, limits: Limits) -> Page:
    """Return the page that one line of a .jsonl file holds, not yet read. Raises InputError."""
    from reportedly.page.arrival.records import read_record  # noqa: PLC0415 - heavy

    return _page_of_record(read_record(line, number, name, limits))


def read_page(page: Page) -> Reading:
    """Return the reading of a page."""
    from reportedly.reading.pipeline import read_page  # noqa: PLC0415 - heavy

    return read_page(page)


def _read_records(name: str, options: Options) -> Iterator[Reading | Failure]:
    """Yield what each line of a .jsonl file gives."""
    from reportedly.page.arrival.records import read_records  # noqa: PLC0415 - heavy

    refused = facts_for_records(name, options)
    if refused:
        yield refused
        return
    records = iter(read_records(name, limits_of(options)))
    while True:
        # a file that is missing or damaged shows only when the next line is asked for
        record = _attempt(name, None, lambda: next(records, None))
        if record is None:
            return
        if isinstance(record, Failure):
            yield record
            return
        if isinstance(record, InputError):
            yield failure_of(name, None, record)
        else:
            yield _attempt(name, record.line, partial(_read_record, record))


def facts_for_records(name: str, options: Options) -> Failure | None:
    """Return the Failure of a .jsonl file for which the options say something that each line says itself, else None."""
    if not options.facts():
        return None
    said = " and ".join(options.facts())
    return Failure(name, None, f"each line of a .jsonl file says its own {said}: leave the option out")


def _read_record(record: Record) -> Reading:
    return read_page(_page_of_record(record))


def _page_of_record(record: Record) -> Page:
    from reportedly.page import page_of_html, page_of_text  # noqa: PLC0415 - heavy

    if record.html is not None:
        return page_of_html(record.html, record.known, record.file)
    return page_of_text(record.text or "", record.known, record.file)


def _receive(name: str, limits: Limits) -> Received:
    """Return what the input holds; one byte over the limit is enough to know that it is too large."""
    from reportedly.page.arrival.fetch import fetch  # noqa: PLC0415 - heavy
    from reportedly.page.arrival.received import Received  # noqa: PLC0415 - beside heavy modules

    if name == STDIN:
        return Received(sys.stdin.buffer.read(limits.max_bytes + 1))
    if is_url(name):
        return fetch(name, limits)
    if Path(name).is_dir():
        raise InputError(f"{name}: a directory; name the files in it, as in: reportedly read --jsonl {name}/*.html")
    with Path(name).open("rb") as file:
        return Received(file.read(limits.max_bytes + 1), file=name)


def known_of(facts: Facts) -> Known:
    """Return what the caller says of an article, as given with an option or in a call."""
    from reportedly.page.arrival.received import Known  # noqa: PLC0415 - beside heavy modules

    return Known(**facts, basis="option")


def limits_of(options: Options) -> Limits:
    """Return the limits that the options mean."""
    from reportedly.page.arrival.received import Limits  # noqa: PLC0415 - beside heavy modules

    if options.max_bytes is None:
        return Limits(allow_private=options.allow_private)
    return Limits(max_bytes=options.max_bytes, allow_private=options.allow_private)


def _attempt(name: str, line: int | None, job: Callable[[], Got]) -> Got | Failure:
    """Return what the job returns, or the Failure that stopped it; an error of the program itself goes on upwards."""
    try:
        return job()
    except (InputError, FetchError, OSError) as error:
        return failure_of(name, line, error)


def failure_of(name: str, line: int | None, error: Exception) -> Failure:
    """Return the Failure that an error means, without a name and line that its message opens with."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    opening = re.compile(rf"(?:{re.escape(name)}|the input)(?::(?P<line>\d+)|, line (?P<also>\d+))?: ")
    found = opening.match(reason)
    if found is None:
        return Failure(name, line, reason)
    told = found["line"] or found["also"]
    return Failure(name, line or (int(told) if told else None), reason[found.end() :])
