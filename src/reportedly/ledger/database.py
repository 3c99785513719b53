"""A ledger's database, open for use: transactions, the clock, and keeping one article."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection

from reportedly.ledger.keeping.edition import edition
from reportedly.ledger.tables import opening

if TYPE_CHECKING:
    from reportedly.ledger.inputs.item import Item
    from reportedly.ledger.keeping.preparing import Prepared
    from reportedly.ledger.keeping.storing import Stored

DEFAULT_PATH = "reportedly.ledger"
VARIABLE = "REPORTEDLY_LEDGER"


def clock() -> str:
    """Return the time of the clock in UTC, as "2026-05-14T09:30:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def usual_place() -> str:
    """Return where the ledger is that nobody names: $REPORTEDLY_LEDGER, else a file in the current folder."""
    return os.environ.get(VARIABLE) or DEFAULT_PATH


class Database:
    """A database of readings, open for use; a context manager that closes it.

    Every method that writes does so in one transaction: a program that is killed leaves the ledger as it was before or
    after. Raises LedgerError, of the kinds that `errors` draws.
    """

    def __init__(self, opened: opening.Opened, now: Callable[[], str] = clock) -> None:
        self._opened = opened
        self._now = now

    @classmethod
    def open(
        cls, where: str | os.PathLike[str] | None = None, *, create: bool = True, now: Callable[[], str] = clock
    ) -> Self:
        """Return the ledger at a path or at a postgresql:// URL; a new one is made where `create` says so.

        Without `where`, it is at $REPORTEDLY_LEDGER, else in the file reportedly.ledger of the current folder. `now`
        gives the time at which things are added. Raises LedgerError.
        """
        return cls(opening.open_database(usual_place() if where is None else where, create=create), now)

    @property
    def name(self) -> str:
        """Return what messages call the ledger: its path, or its URL without the password."""
        return self._opened.name

    @property
    def writable(self) -> bool:
        """Tell whether the ledger can be written to."""
        return self._opened.writable

    def now(self) -> str:
        """Return the time at which something is added now: UTC, as "2026-05-14T09:30:00Z"."""
        return self._now()

    def reads(self) -> AbstractContextManager[Connection]:
        """Return a connection in a transaction that reads: what it sees does not change meanwhile."""
        return opening.transaction(self._opened, write=False)

    def writes(self) -> AbstractContextManager[Connection]:
        """Return a connection in a transaction that writes: all of it is kept, or nothing."""
        return opening.transaction(self._opened, write=True)

    def store(self, item: Item, prepared: Prepared) -> Stored:
        """Keep an item that was read, in one transaction, and return what came of it."""
        from reportedly.ledger.keeping import failures, storing  # noqa: PLC0415 - those who only look do without

        moment = storing.Moment(self._now(), edition())
        with self.writes() as connection:
            stored = storing.store(connection, item, prepared, moment)
            failures.resolve(connection, item, moment.now)
            return stored

    def close(self) -> None:
        """Let the database go; a ledger that is closed opens itself again when it is used."""
        self._opened.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
