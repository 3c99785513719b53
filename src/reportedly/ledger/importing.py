"""Takes in what `ledger.export` wrote: a whole ledger (`reportedly-ledger/1`) or readings (`reportedly/1`).

A line is taken in whole, in a transaction of its own, or not at all. What is there already stays as it is, so that the
same file again adds nothing; of an article that is there already, captures and readings that are new are added.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from sqlalchemy import Connection

from reportedly.errors import BadRecord, DamagedLedger, InputError
from reportedly.ledger import incoming
from reportedly.ledger.database import Database
from reportedly.ledger.export.dump import SCHEMA
from reportedly.ledger.incoming import Change
from reportedly.model import SCHEMA as READING
from reportedly.page.arrival.unpack import megabytes
from reportedly.reader import Failure

_GZIP = b"\x1f\x8b"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# some times what a page of the largest size that is taken in comes to, with its history
MOST_BYTES = 200_000_000
_NUL = b"\\u0000"
_Fields = dict[str, Any]
_TAKERS: dict[str, Callable[[Connection, _Fields, incoming.Found], Change]] = {
    "reading": incoming.take_reading,
    "article": incoming.take_article,
    "failure": incoming.take_failure,
    "feed": incoming.take_feed,
    "review": incoming.take_review,
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a line: its kind ("article", "failure", "feed", "review"), the id of what it holds, what changed."""

    kind: str
    id: str
    change: Change


def import_file(ledger: Database, path: Path) -> Iterator[Imported | Failure]:
    """Yield what came of each line of a file, which may be packed with gzip.

    A line that does not fit is told with its number and the others are taken in. So is a file that holds less than its
    first line says. Raises OSError where the file cannot be read, and LedgerError where the ledger cannot be written.
    """
    with path.open("rb") as file:
        packed = file.peek(2).startswith(_GZIP)
        lines = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if packed else file
        yield from import_lines(ledger, lines, str(path))


def import_lines(ledger: Database, lines: BinaryIO, name: str) -> Iterator[Imported | Failure]:
    """Yield what came of each line of a binary file that is open; `name` is what messages call it."""
    header: _Fields | None = None
    met: Counter[str] = Counter()
    number = 0
    try:
        for number, line in enumerate(_lines(lines), 1):
            result = _attempt(ledger, line, number, name) if line.strip() else None
            if isinstance(result, _Header):
                header = result.counts
            elif result is not None:
                yield result
            if isinstance(result, Imported):
                met[result.kind] += 1
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield Failure(name, number + 1, "the packed data are damaged or end too early; get the file again")
        return
    yield from _missing(header, met, name)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; of one that is over the limit, no more than shows that it is."""
    while line := file.readline(MOST_BYTES + 1):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES + 1)


@dataclass(frozen=True, slots=True)
class _Header:
    counts: _Fields


def _attempt(ledger: Database, line: bytes, number: int, name: str) -> Imported | _Header | Failure:
    """Return what comes of one line that is not blank."""
    try:
        fields = _fields(line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line)
        if fields.get("type") == "ledger":
            return _header(fields)
        return _take(ledger, fields, _Line(line, number, name))
    except (InputError, DamagedLedger) as error:
        return Failure(name, number, str(error))


@dataclass(frozen=True, slots=True)
class _Line:
    data: bytes
    number: int
    name: str


def _take(ledger: Database, fields: _Fields, line: _Line) -> Imported:
    kind = fields.get("type")
    with ledger.writes() as connection:
        if connection.dialect.name == "postgresql" and _NUL in line.data:
            raise BadRecord("a NUL character, which PostgreSQL cannot hold; import it into a file")
        if kind is None and fields.get("schema") == READING:
            kind = "reading"
        if kind not in _TAKERS:
            raise BadRecord(f'neither a line of {SCHEMA} nor a reading of {READING}: "type" is {json.dumps(kind)}')
        found = incoming.Found(line.data.strip(), line.name, line.number, ledger.now())
        try:
            change = _TAKERS[kind](connection, fields, found)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadRecord(f"does not fit: {type(error).__name__}: {error}") from error
        return Imported(*_called(kind, fields), change)


def _called(kind: str, fields: _Fields) -> tuple[str, str]:
    """Return the kind and the id of what a line holds."""
    if kind == "reading":
        return "article", str(fields["article"]["id"])
    return kind, str(fields[incoming.ID_OF[kind]])


def _fields(line: bytes) -> _Fields:
    if len(line) > MOST_BYTES:
        raise BadRecord(f"the line is larger than the limit of {megabytes(MOST_BYTES)}")
    try:
        value = json.loads(line)
    except UnicodeDecodeError as error:
        raise BadRecord("not UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadRecord(f"no valid JSON ({error.msg} at character {error.pos + 1}): damaged or cut off") from error
    except (ValueError, RecursionError) as error:
        raise BadRecord("no JSON that can be read: nested too deep, or a number too long") from error
    if not isinstance(value, dict):
        raise BadRecord("not an object")
    return value


def _header(fields: _Fields) -> _Header:
    if fields.get("schema") != SCHEMA:
        raise BadRecord(f"{fields.get('schema')}: this version of the program reads {SCHEMA}; get a newer one")
    counts = fields.get("counts")
    return _Header(counts if isinstance(counts, dict) else {})


def _missing(counts: _Fields | None, met: Counter[str], name: str) -> Iterator[Failure]:
    for kind, count in (counts or {}).items():
        if isinstance(count, int) and met[kind] < count:
            said = f"{met[kind]:,} of the {count:,} lines of the type {kind} that the first line tells of were taken in"
            yield Failure(name, None, f"{said}; the file is damaged or cut off")
