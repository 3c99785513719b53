"""Counts the articles ahead, where that is cheap, so that a bar can say how long it will take."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from reportedly.ledger.inputs.archives import BROKEN
from reportedly.ledger.inputs.folders import files_in, is_hidden
from reportedly.ledger.inputs.kinds import is_beside_articles
from reportedly.reader import Failure, is_records

_UNKNOWN = (".jsonl.gz", ".warc", ".warc.gz", ".wacz", ".tar", ".tar.gz", ".tgz", ".opml", ".rss", ".atom")


def count(names: Iterable[str]) -> int | None:
    """Return how many articles the inputs seem to hold; None where one would have to be unpacked or fetched to know.

    A .jsonl file holds as many as it has lines that are not blank, a folder or a zip as many as it has files that look
    like articles by their names, any other input one.
    """
    total = 0
    for name in names:
        number = _in_folder(name) if Path(name).is_dir() else _in_file(name)
        if number is None:
            return None
        total += number
    return total


def _in_folder(folder: str) -> int | None:
    total = 0
    for path in files_in(folder):
        number = 1 if isinstance(path, Failure) else _in_file(path, inside=True)
        if number is None:
            return None
        total += number
    return total


def _in_file(name: str, *, inside: bool = False) -> int | None:
    if name.lower().endswith(_UNKNOWN) and Path(name).is_file():
        return None
    if is_records(name) and Path(name).is_file():
        return _lines(name)
    if name.lower().endswith(".zip") and Path(name).is_file():
        return _in_zip(name)
    return 0 if inside and is_beside_articles(b"", name) else 1


def _lines(name: str) -> int:
    try:
        with Path(name).open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError:  # it will be told when its turn comes
        return 1


def _in_zip(name: str) -> int | None:
    try:
        with zipfile.ZipFile(name) as archive:
            members = [member for member in archive.namelist() if not member.endswith("/")]
    except (*BROKEN, OSError):
        return 1
    if any(member.lower().endswith((*_UNKNOWN, ".jsonl")) for member in members):
        return None
    visible = (member for member in members if not any(map(is_hidden, member.split("/"))))
    return sum(1 for member in visible if not is_beside_articles(b"", member))
