"""The ledger as its users meet it: one object for the command line, for programs and for pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reportedly.ledger import adding
from reportedly.ledger.adding import Added
from reportedly.ledger.database import Database
from reportedly.reader import Failure, Options, limits_of

if TYPE_CHECKING:
    from reportedly.ledger.search.found import Found

_PLAIN = Options()


class Ledger(Database):
    """A ledger, open for use; a context manager that closes it. Raises LedgerError, of the kinds that `errors` draws.

    What more there is to do with one are functions that take it: `adding`, `rereading`, `verify`, `importing` and the
    rest of this package.
    """

    def add(self, names: Iterable[str], options: Options = _PLAIN, workers: int = 1) -> Iterator[Added | Failure]:
        """Yield what comes of each input, named as on the command line, each kept before it is told.

        See `adding.add`. Articles are read in so many processes of their own.
        """
        from reportedly.ledger.inputs.expand import items  # noqa: PLC0415 - heavy
        from reportedly.ledger.workers.worker import Crew  # noqa: PLC0415 - heavy

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
