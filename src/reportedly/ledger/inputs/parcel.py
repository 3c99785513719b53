"""An open file, or a member of an archive, before it is known what it holds; and what the whole batch shares."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from reportedly.ledger.inputs.kinds import Kind
from reportedly.ledger.inputs.polite import Fetcher
from reportedly.page.arrival.clock import utc
from reportedly.page.arrival.received import Known, Limits, Received
from reportedly.reader import STDIN, Options


@dataclass(frozen=True, slots=True)
class Desk:
    """What all inputs of a batch share.

    `options`, with the `limits` and what is `known` by them; who fetches; `seen`, which tells whether the article at a
    URL in a list need not be fetched; and `passed_over`, which is called with the name of each file that is no article.
    """

    options: Options
    limits: Limits
    known: Known
    fetcher: Fetcher
    seen: Callable[[str], bool]
    passed_over: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something open to be read from its start, seekable, with where it came from.

    `inside` is "" where it was named by the caller, else what it lies in: "folder" or "archive". `came` is what was
    fetched, where it was; `kind` what it holds, where that is known beforehand.
    """

    name: str
    file: BinaryIO
    place: str | None = None
    fetched: str | None = None
    inside: str = ""
    came: Received | None = None
    kind: Kind | None = None

    def received(self, data: bytes) -> Received:
        """Return the bytes, all of them or a part, with where and when they came from."""
        if self.came is not None:
            return replace(self.came, data=data)
        return Received(data, file=None if self.name == STDIN else self.name, fetched=self.fetched)


def parcel_of_file(name: str, file: BinaryIO, inside: str = "") -> Parcel:
    """Return the parcel of an open file, which was fetched when it was last changed."""
    return Parcel(name, file, place_of(name), utc(os.fstat(file.fileno()).st_mtime), inside)


def place_of(name: str) -> str:
    """Return the absolute path of a file, without following links, so that it stays the same."""
    return str(Path(name).absolute())
