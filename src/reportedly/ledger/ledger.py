"""The ledger as its users meet it: one object for the command line, for programs and for pages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from reportedly.ledger import failures, opening, storing
from reportedly.ledger.edition import edition
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.preparing import Prepared
from reportedly.reader import Failure, Options, limits_of

if TYPE_CHECKING:
    from reportedly.ledger.adding import Added
    from reportedly.ledger.search.found import Found

_PLAIN = Options()
DEFAULT_PATH = "reportedly.ledger"
VARIABLE = "REPORTEDLY_LEDGER"


def clock() -> str:
    """Return the time of the clock in UTC, as "2026-05-14T09:30:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def usual_place() -> str:
    """Return where the ledger is that nobody names: $REPORTEDLY_LEDGER, else a file in the current folder."""
    return os.environ.get(VARIABLE) or DEFAULT_PATH


class Ledger:
    """A database of readings, open for use; a context manager that closes it.

    Every method that writes does so in one transaction: a program that is killed leaves the ledger as it was before or
    after. Raises LedgerError, of the kinds that `errors` draws.
    """

    def __init__(self, database: opening.Opened, now: Callable[[], str] = clock) -> None:
        self._database = database
        self._now = now

    @classmethod
    def open(
        cls, where: str | os.PathLike[str] | None = None, *, create: bool = True, now: Callable[[], str] = clock
    ) -> Ledger:
        """Return the ledger at a path or at a postgresql:// URL; a new one is made where `create` says so.

        Without `where`, it is at $REPORTEDLY_LEDGER, else in the file reportedly.ledger of the current folder. `now`
        gives the time at which things are added. Raises LedgerError.
        """
        return cls(opening.open_database(usual_place() if where is None else where, create=create), now)

    @property
    def name(self) -> str:
        """Return what messages call the ledger: its path, or its URL without the password."""
        return self._database.name

    @property
    def writable(self) -> bool:
        """Tell whether the ledger can be written to."""
        return self._database.writable

    def now(self) -> str:
        """Return the time at which something is added now: UTC, as "2026-05-14T09:30:00Z"."""
        return self._now()

    def reads(self) -> AbstractContextManager[Connection]:
        """Return a connection in a transaction that reads: what it sees does not change meanwhile."""
        return opening.transaction(self._database, write=False)

    def writes(self) -> AbstractContextManager[Connection]:
        """Return a connection in a transaction that writes: all of it is kept, or nothing."""
        return opening.transaction(self._database, write=True)

    def store(self, item: Item, prepared: Prepared) -> storing.Stored:
        """Keep an item that was read, in one transaction, and return what came of it."""
        moment = storing.Moment(self._now(), edition())
        with self.writes() as connection:
            stored = storing.store(connection, item, prepared, moment)
            failures.resolve(connection, item, moment.now)
            return stored

    def add(self, names: Iterable[str], options: Options = _PLAIN, workers: int = 1) -> Iterator[Added | Failure]:
        """Yield what comes of each input, named as on the command line, each kept before it is told.

        See `adding.add`. Articles are read in so many processes of their own.
        """
        from reportedly.ledger import adding  # noqa: PLC0415 - rests on this module
        from reportedly.ledger.inputs.expand import items  # noqa: PLC0415 - heavy
        from reportedly.ledger.worker import Crew  # noqa: PLC0415 - heavy

        return adding.add(self, items(names, options), Crew(workers=workers), limits_of(options))

    def find(
        self, query: str, *, size: int = 20, offset: int = 0, sort: str = "-published", facets: bool = False
    ) -> Found:
        """Return the statements that a query finds: their number, a page of them and, if asked for, facets.

        Raises BadQuery, for an order or a page that there is not, too.
        """
        from reportedly.ledger.query import parse  # noqa: PLC0415 - only where it is wanted
        from reportedly.ledger.search import finding  # noqa: PLC0415 - heavy
        from reportedly.ledger.search.found import Page, Sort  # noqa: PLC0415 - heavy

        with self.reads() as connection:
            return finding.find(connection, parse(query), Page(size, offset), Sort.of(sort), facets=facets)

    def close(self) -> None:
        """Let the database go; a ledger that is closed opens itself again when it is used."""
        self._database.engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
