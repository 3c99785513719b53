"""Walks a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from reportedly.reader import Failure, failure_of

_SAVED_WITH = "_files"


def files_in(folder: str) -> Iterator[str | Failure]:
    """Yield the names of the files in a folder and the folders in it, sorted, and a Failure for what cannot be listed.

    Hidden files and folders are left out, and so are the `NAME_files` that a browser saves beside `NAME.html`. Links
    are followed, but no folder is walked twice.
    """
    yield from _walk(folder, set())


def _walk(folder: str, walked: set[tuple[int, int]]) -> Iterator[str | Failure]:
    try:
        here = os.stat(folder)  # noqa: PTH116 - names stay as they are given
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield failure_of(folder, None, error)
        return
    if (here.st_dev, here.st_ino) in walked:
        return
    walked.add((here.st_dev, here.st_ino))
    names = {entry.name for entry in entries}
    for entry in entries:
        path = os.path.join(folder, entry.name)  # noqa: PTH118
        if is_hidden(entry.name) or is_saved_with(entry.name, names):
            continue
        if Path(path).is_dir():
            yield from _walk(path, walked)
        elif Path(path).is_file():
            yield path
        elif entry.is_symlink():
            yield Failure(path, None, "a link that leads nowhere")


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is hidden, or is what macOS adds to archives."""
    return name.startswith(".") or name == "__MACOSX"


def is_saved_with(name: str, names: set[str]) -> bool:
    """Tell whether a folder holds what a browser saved along with a page beside it.

    >>> is_saved_with("strait_files", {"strait_files", "strait.html"}), is_saved_with("strait_files", {"strait_files"})
    (True, False)
    """
    page = name.removesuffix(_SAVED_WITH)
    return page != name and bool({f"{page}.html", f"{page}.htm"} & names)
