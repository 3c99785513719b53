"""Reads .jsonl files: one article a line, with what is known of it."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from reportedly.errors import BadRecord, NotText
from reportedly.model import SCHEMA
from reportedly.page.arrival.received import DEFAULT_LIMITS, Known, Limits
from reportedly.page.arrival.unpack import DAMAGE, megabytes, unpacked_stream
from reportedly.page.metadata.byline import names_in
from reportedly.page.metadata.dates import given_when
from reportedly.page.metadata.words import quoted, web_address

_STRINGS = ("text", "html", "file", "url", "publisher", "title", "published", "language")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Record:
    """One line of a .jsonl file: an article as text or as HTML, never both, and what is known of it.

    `line` counts from 1. `file` is the record's own "file", else "NAME:LINE".
    """

    line: int
    text: str | None
    html: str | None
    file: str
    known: Known


def read_records(
    source: str | os.PathLike[str] | Iterable[str | bytes], limits: Limits = DEFAULT_LIMITS, name: str | None = None
) -> Iterator[Record | BadRecord]:
    """Yield a Record for every line, in order, or the BadRecord that says what is wrong with the line.

    `source` is the path of a .jsonl file, which may be packed with gzip, or its lines; `name` is what messages call
    it. Blank lines are passed over. A line over `limits.max_bytes` is a BadRecord, the rest of the file is still read.
    Raises OSError where the file cannot be opened and NotText where its packed data are damaged.
    """
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        name = name or os.fspath(source)
        with path.open("rb") as file:
            for number, line in numbered_lines(file, name, limits):
                yield _attempt(line, number, name, limits)
    else:
        whole = (line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line for line in source)
        for number, line in _numbered(whole):
            yield _attempt(line, number, name or "the input", limits)


def numbered_lines(file: BinaryIO, name: str, limits: Limits = DEFAULT_LIMITS) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of each line of an open .jsonl file that is not blank, packed with gzip or not.

    Of a line over `limits.max_bytes` come no more bytes than show that it is. Raises NotText where the packed data are
    damaged and TooLarge where they are a bomb.
    """
    return _numbered(_lines(unpacked_stream(file, name, limits), name, limits))


def read_record(line: bytes, number: int, name: str, limits: Limits = DEFAULT_LIMITS) -> Record:
    """Return the record of one line. Raises BadRecord, which opens with the name and the number of the line."""
    try:
        return _record(line, number, name, limits)
    except BadRecord as error:
        raise BadRecord(f"{name}:{number}: {error}") from error


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(lines, 1):
        said = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
        if said.strip():
            yield number, said


def _attempt(line: bytes, number: int, name: str, limits: Limits) -> Record | BadRecord:
    try:
        return read_record(line, number, name, limits)
    except BadRecord as error:
        return error


def _record(line: bytes, number: int, name: str, limits: Limits) -> Record:
    """Return the record of a line. Raises BadRecord, without name and line."""
    if len(line) > limits.max_bytes:
        raise BadRecord(f"the line is larger than the limit of {megabytes(limits.max_bytes)}")
    fields = _fields(line)
    text, html = fields.get("text"), fields.get("html")
    if not (text or html):
        raise BadRecord('neither "text" nor "html" has anything in it')
    if fields.get("published"):
        given_when(fields["published"])
    if fields.get("url") and not web_address(fields["url"]):
        raise BadRecord(f'"url" is no http or https address: {quoted(fields["url"])}')
    known = Known(
        url=fields.get("url"),
        publisher=fields.get("publisher"),
        title=fields.get("title"),
        byline=_byline(fields.get("byline")),
        published=fields.get("published"),
        language=fields.get("language"),
    )
    # the text is what the caller has settled on; the page that it came from may stand beside it
    return Record(number, text, None if text else html, fields.get("file") or f"{name}:{number}", known)


def _fields(line: bytes) -> dict[str, Any]:
    """Return the fields of a line that say something, of the right types. Raises BadRecord."""
    try:
        value = json.loads(line)
    except UnicodeDecodeError as error:
        raise BadRecord("not UTF-8; write the file in UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadRecord(f"no valid JSON ({error.msg} at character {error.pos + 1})") from error
    except (ValueError, RecursionError) as error:
        raise BadRecord("no JSON that can be read: nested too deep, or a number too long") from error
    if not isinstance(value, dict):
        raise BadRecord('not an object; write {"text": "…"}')
    if value.get("schema") == SCHEMA and isinstance(value.get("article"), dict):
        value = _article(value["article"])
    for key in _STRINGS:
        if value.get(key) is not None and not isinstance(value[key], str):
            raise BadRecord(f'"{key}" is not a string')
    return {key: said for key, said in value.items() if said is not None and said != ""}


def _article(fields: dict[str, Any]) -> dict[str, Any]:
    """Return what a reading's line tells of its article, as a record has it; what was only inferred is left out."""
    known = fields.get("basis")
    told = {"text", "file", *known} if isinstance(known, dict) else {"text", "file"}
    published = fields.get("published")
    start = published.get("start") if isinstance(published, dict) else None
    return {name: said for name, said in {**fields, "published": start}.items() if name in told}


def _byline(value: object) -> tuple[str, ...]:
    """Return the writers: a string is read like a printed byline, a list is taken as it stands."""
    if value is None:
        return ()
    if isinstance(value, str):
        return names_in(value)
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(name.strip() for name in value if name.strip())
    raise BadRecord('"byline" is neither a string nor a list of strings')


def _lines(file: io.BufferedIOBase, name: str, limits: Limits) -> Iterator[bytes]:
    """Yield the lines of a file; of one over the limit, no more than shows that it is."""
    while True:
        line = _read_line(file, name, limits.max_bytes + 1)
        if not line:
            return
        yield line
        while len(line) > limits.max_bytes and not line.endswith(b"\n"):
            line = _read_line(file, name, limits.max_bytes + 1)


def _read_line(file: io.BufferedIOBase, name: str, most: int) -> bytes:
    try:
        return file.readline(most)
    except DAMAGE as error:
        raise NotText(f"{name}: the packed data are damaged or end too early; get the file again") from error
