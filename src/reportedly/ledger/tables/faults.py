"""Puts what a database complains of into words for a person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from reportedly.errors import DamagedLedger, LedgerError, LedgerUnwritable, NotALedger

# what the message of the driver holds: the error that it means, and what to tell
_SAID = (
    ("database or disk is full", LedgerUnwritable, "the disk is full; make room and run the same command again"),
    ("disk i/o error", LedgerUnwritable, "the disk cannot be written; check its room and health, then run it again"),
    ("no space left", LedgerUnwritable, "the disk is full; make room and run the same command again"),
    ("disk full", LedgerUnwritable, "the disk is full; make room and run the same command again"),
    ("readonly database", LedgerUnwritable, "the ledger is read-only; copy it to a folder of your own"),
    ("read-only transaction", LedgerUnwritable, "the database is read-only; use one that you may write to"),
    ("permission denied", LedgerUnwritable, "permission denied; ask for the right to write, or use another ledger"),
    (
        "database is locked",
        LedgerUnwritable,
        "another program has been writing for too long; try again later",
    ),
    ("unable to open database file", NotALedger, "the file cannot be opened; check its folder and permissions"),
    ("not a database", NotALedger, "not a ledger of reportedly; name another file"),
    (
        "malformed",
        DamagedLedger,
        "the file is damaged; restore a copy, or save what can be read with: reportedly export",
    ),
    ("connection refused", LedgerError, "no database server answers there; start it or check the URL"),
    ("connection failed", LedgerError, "the database server cannot be reached; check the URL and the password"),
)


@contextmanager
def in_words(name: str) -> Iterator[None]:
    """Turn an error of the database into a LedgerError that says what happened to the ledger called `name`."""
    try:
        yield
    except DBAPIError as error:
        raise _meant(name, str(error.orig)) from error
    except sqlite3.Error as error:
        raise _meant(name, str(error)) from error


def _meant(name: str, message: str) -> LedgerError:
    said = " ".join(message.split())
    for sign, kind, words in _SAID:
        if sign in said.lower():
            return kind(f"{name}: {words}")
    return LedgerError(f"{name}: the database says: {said[:300]}")
