"""The formats that a ledger is exported to, and choosing one by the name of a file."""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from sqlalchemy import Connection

from reportedly.ledger.export.selection import EVERYTHING, Selection

_GZIP = ".gz"

Writer = Callable[[Connection, Selection, BinaryIO], None]
FolderWriter = Callable[[Connection, Selection, Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the ending of its files, what it is in a few words, and whether it is a folder of files.

    `module` within this package does the work in its function `write(connection, selection, file)`, the last being a
    binary file or, for a folder, a path. A file whose format is `plain` text may be packed with gzip.
    """

    name: str
    ending: str
    says: str
    module: str
    folder: bool = False
    plain: bool = True


FORMATS = {
    one.name: one
    for one in (
        Format("csv", ".csv", "statements as CSV, for spreadsheets", "table_csv"),
        Format("xlsx", ".xlsx", "statements as an Excel workbook", "table_xlsx", plain=False),
        Format("parquet", ".parquet", "statements as Parquet, for data tools", "table_parquet", plain=False),
        Format("ledger", ".jsonl", "the whole ledger, one article a line, to be imported into another", "dump"),
        Format("readings", ".readings.jsonl", "the readings, one a line, as read --jsonl prints them", "contract"),
        Format("jsonld", ".jsonld", "JSON-LD with schema.org's NewsArticle, Quotation and Claim", "jsonld"),
        Format("annotations", "", "W3C Web Annotations in a folder", "annotations", folder=True),
        Format("brat", "", "brat standoff in a folder", "standoff", folder=True),
        Format("ftm", ".ftm.json", "FollowTheMoney entities, one a line", "followthemoney"),
        Format("prov", ".prov.json", "PROV-JSON: where each row came from", "prov"),
    )
}


def format_of(name: str) -> Format | None:
    """Return the format that the ending of a file's name means, None where it means none.

    >>> [found.name for name in ("a.csv", "b.readings.jsonl.gz", "c.jsonl") if (found := format_of(name))]
    ['csv', 'readings', 'ledger']
    """
    plain = name.lower().removesuffix(_GZIP)
    fitting = [one for one in FORMATS.values() if one.ending and plain.endswith(one.ending)]
    return max(fitting, key=lambda one: len(one.ending), default=None)


def export(connection: Connection, form: Format, target: Path, selection: Selection = EVERYTHING) -> None:
    """Write what was chosen to a file, which is replaced when the new one is whole, or to a folder that is not there.

    A file of text whose name ends in .gz is packed. The bytes depend on what the ledger holds alone, not on the order
    in which it came or on the database. Raises OSError, FileExistsError for a folder with something in it.
    """
    if form.folder:
        with _new_folder(target) as folder:
            cast(FolderWriter, _writer(form))(connection, selection, folder)
        return
    with _new_file(target) as file:
        if form.plain and target.name.lower().endswith(_GZIP):
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
                write(connection, form, cast(BinaryIO, packed), selection)
        else:
            write(connection, form, file, selection)


def write(connection: Connection, form: Format, file: BinaryIO, selection: Selection = EVERYTHING) -> None:
    """Write what was chosen to a binary file that is open, in a format that is no folder."""
    cast(Writer, _writer(form))(connection, selection, file)


def _writer(form: Format) -> object:
    # the module of a format brings libraries along that only it needs
    return import_module(f"reportedly.ledger.export.{form.module}").write


@contextmanager
def _new_file(target: Path) -> Iterator[BinaryIO]:
    """Yield a file beside the target that takes its place when all went well, and is gone when not."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_usual_mode())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """Yield a folder beside the target that takes its place when all went well, and is gone when not."""
    if target.is_dir() and any(target.iterdir()):
        raise FileExistsError(17, "there are files in it already; name another folder", str(target))
    part = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.absolute().parent))
    try:
        yield part
        part.chmod(_usual_mode() | 0o111)
        part.replace(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _usual_mode() -> int:
    """Return the rights of a file that is made as usual; those of a temporary one are narrower."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
