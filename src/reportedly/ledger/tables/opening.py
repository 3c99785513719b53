"""Opens a ledger: a SQLite file or a PostgreSQL database, made where it is new and upgraded where it is old."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from reportedly.errors import LedgerError, NewerLedger, NotALedger
from reportedly.ledger.tables.faults import in_words
from reportedly.ledger.tables.upgrading import HEAD, REVISIONS, revision_of, upgrade

# "rptd" in the header of the file tells it from other SQLite files: https://sqlite.org/pragma.html#pragma_application_id
APPLICATION_ID = 0x72707464
_HEADER = b"SQLite format 3\x00"
_APPLICATION_ID_AT = 68
# another writer holds the file for the milliseconds of one article; half a minute of them means that something hangs
BUSY_SECONDS = 30
_MOMENT = 0.02
# adding to a ledger of a million statements is no faster with four times as much; searches map the file instead
_CACHE_KIB = 16_000
# of 4 KiB: the log grows to 16 MB before it is written back, so that a page that many articles change is written once
_LOG_PAGES = 4_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A database that is ready for use: its engine, its name in messages, and whether it can be written to."""

    engine: Engine
    name: str
    writable: bool


def open_database(where: str | os.PathLike[str], *, create: bool = True) -> Opened:
    """Return the database of a ledger: a path, or a URL that begins with postgresql://.

    A new one is made where `create` says so. An old one is upgraded in place, a SQLite file after a copy of it was put
    beside it. Raises LedgerError: NotALedger, NewerLedger, LedgerUnwritable, DamagedLedger.
    """
    text = os.fspath(where)
    opened = _postgresql(text) if "://" in text else _sqlite(Path(text), create=create)
    try:
        with in_words(opened.name):
            _make_ready(opened, create=create)
    except LedgerError:
        opened.engine.dispose()
        raise
    return opened


@contextmanager
def transaction(opened: Opened, *, write: bool) -> Iterator[Connection]:
    """Yield a connection in a transaction: committed at the end, rolled back on an error, which is put into words.

    A writing one waits its turn, so that what it reads stays true until it has written.
    """
    with in_words(opened.name), opened.engine.connect() as connection:
        held = connection.execution_options(reportedly_write=write)
        if not write and opened.engine.dialect.name == "postgresql":
            # SQLite reads one state for as long as a transaction lasts; PostgreSQL does so only if told to
            held = held.execution_options(isolation_level="REPEATABLE READ")
        with held.begin():
            yield held


def _make_ready(opened: Opened, *, create: bool) -> None:
    with opened.engine.connect() as connection:
        found = revision_of(connection)
    if found == HEAD:
        return
    if found is None and not create:
        raise NotALedger(f"{opened.name}: there is no ledger in this database; make one with: reportedly add")
    if found is not None and found not in REVISIONS:
        raise NewerLedger(
            f"{opened.name}: this ledger was written by a newer version of reportedly (revision {found}); "
            "install that version, or a newer one"
        )
    if not opened.writable:
        raise NotALedger(f"{opened.name}: a ledger of an older version, and read-only; copy it, then open the copy")
    if found is not None and opened.engine.dialect.name == "sqlite":
        _back_up(opened, found)
    with transaction(opened, write=True) as connection:
        if revision_of(connection) != HEAD:  # another program may have been faster
            upgrade(connection)
            if opened.engine.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _back_up(opened: Opened, revision: str) -> None:
    """Copy a SQLite ledger to NAME.REVISION.TIME.backup beside it, whole and consistent."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = f"{opened.name}.{revision}.{stamp}.backup"
    with closing(opened.engine.raw_connection()) as connection:
        # not within a transaction, which SQLAlchemy would begin
        connection.cursor().execute("VACUUM INTO ?", (copy,))


def _sqlite(path: Path, *, create: bool) -> Opened:
    name = str(path)
    if path.is_dir():
        raise NotALedger(f"{name}: a folder; name the file of the ledger")
    if path.is_file() and path.stat().st_size:
        _check_header(path)
    elif not create:
        raise NotALedger(f"{name}: there is no ledger; make one with: reportedly add FILE... --ledger {name}")
    elif not path.absolute().parent.is_dir():
        raise NotALedger(f"{name}: there is no folder {path.absolute().parent}; make it first")
    writable = _writable(path)
    # nobody can write beside a file that is read-only in a read-only folder: SQLite then needs no lock and no WAL
    mode = "mode=rwc" if writable else "mode=ro" + ("" if _log(path).exists() else "&immutable=1")
    engine = create_engine("sqlite+pysqlite://", poolclass=QueuePool, creator=lambda: _connect(path, mode))
    _own_transactions(engine, writable=writable)
    return Opened(engine, name, writable)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _writable(path: Path) -> bool:
    return os.access(path.absolute().parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _check_header(path: Path) -> None:
    """Raise NotALedger for a file that is no SQLite file, or one of another program."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise NotALedger(f"{path}: {error.strerror}") from error
    number = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    # 0 is a file that SQLite has begun and no program has signed: a ledger whose making was interrupted, perhaps
    if not header.startswith(_HEADER) or number not in (APPLICATION_ID, 0):
        raise NotALedger(f"{path}: not a ledger of reportedly; name another file")


def _own_transactions(engine: Engine, *, writable: bool) -> None:
    """Begin and end transactions as asked for, not as the driver guesses, and set what each connection needs."""

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("PRAGMA temp_store = MEMORY")
        if writable:
            _keep_log(connection)
            # what was told to be kept is kept, even if the power fails: some milliseconds for an article or a review
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("reportedly_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _keep_log(connection: sqlite3.Connection) -> None:
    """Switch to a log that is written ahead; SQLite does not wait by itself where another program is switching, too."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(_MOMENT)
        else:
            return


def _one_writer(engine: Engine) -> None:
    """Let those who write to a PostgreSQL ledger take turns, as SQLite does by itself."""

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("reportedly_write", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")


def _postgresql(text: str) -> Opened:
    url = _url(text)
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise NotALedger(f"{_public(url)}: a ledger is a file or a database at postgresql://…")
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_size=2, max_overflow=4)
    except ImportError as error:
        raise LedgerError(
            f"{_public(url)}: PostgreSQL needs the package psycopg; install it with: pip install 'psycopg[binary]'"
        ) from error
    _one_writer(engine)
    return Opened(engine, _public(url), writable=True)


def _url(text: str) -> URL:
    try:
        return make_url(text)
    except ArgumentError as error:
        raise NotALedger(f"{text}: not the URL of a database; write postgresql://user@host/name") from error


def _public(url: URL) -> str:
    return url.render_as_string(hide_password=True)
