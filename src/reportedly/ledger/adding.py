"""Adds a batch: items are read by workers and kept in the order in which they came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from reportedly.ledger.database import Database
from reportedly.ledger.history import change_to
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.keeping import failures, storing
from reportedly.ledger.keeping.edition import edition
from reportedly.ledger.keeping.preparing import Prepared, capture_key, prepare
from reportedly.ledger.keeping.storing import Moment, Outcome
from reportedly.ledger.versions import Difference
from reportedly.ledger.workers.supervising import Done, Passed, work_all
from reportedly.ledger.workers.worker import Crew
from reportedly.page.arrival.received import DEFAULT_LIMITS, Limits
from reportedly.reader import Failure

ONE = Crew()


@dataclass(frozen=True, slots=True)
class Added:
    """What came of an input that was read: its name and line as in Item, and the article that it gave.

    `statements` is how many statements are new to the ledger: none where the article is there already. `change` is
    what a new version changes in the one before it, None where it is the oldest.
    """

    name: str
    line: int | None
    outcome: Outcome
    article_id: str
    statements: int = 0
    change: Difference | None = None


def add(
    ledger: Database, inputs: Iterable[Item | Failure], crew: Crew = ONE, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Added | Failure]:
    """Yield what came of each input, in their order, each kept before it is told.

    What the ledger has already is not read again, and neither is what this edition of the program could not read
    before. A failure is kept with its reason and goes on to the next input. Raises LedgerError where the ledger cannot
    be written, and DataError where the program's own files are damaged.
    """
    return _kept(ledger, _unknown(ledger, inputs), partial(prepare, limits=limits), crew)


def retry(ledger: Database, crew: Crew = ONE, limits: Limits = DEFAULT_LIMITS) -> Iterator[Added | Failure]:
    """Yield what comes of every kept failure when it is tried again; those of which no bytes came in stay."""
    with ledger.reads() as connection:
        keys = failures.unresolved_keys(connection)
    return _kept(ledger, _made_anew(ledger, keys), partial(prepare, limits=limits), crew)


@dataclass(frozen=True, slots=True)
class _Before:
    """A failure that is kept already, and is not tried again."""

    failure: Failure


_Known = Passed[Failure | Added | _Before]


def _kept(
    ledger: Database, inputs: Iterable[Item | _Known], work: Callable[[Item], Prepared], crew: Crew
) -> Iterator[Added | Failure]:
    with closing(work_all(inputs, work, crew)) as outcomes:
        for done in outcomes:
            match done:
                case Passed(Failure() as failure):
                    yield _fail(ledger, None, failure)
                case Passed(_Before() as before):
                    yield before.failure
                case Passed(Added() as added):
                    yield added
                case Done(item, Failure() as failure):
                    yield _fail(ledger, item, failure)
                case Done(item, Prepared() as prepared):
                    yield _store(ledger, item, prepared)


def _unknown(ledger: Database, inputs: Iterable[Item | Failure]) -> Iterator[Item | _Known]:
    """Yield the inputs, those that need not be read replaced by what is known of them."""
    for item in inputs:
        yield Passed(item) if isinstance(item, Failure) else _looked_up(ledger, item)


def _looked_up(ledger: Database, item: Item) -> Item | _Known:
    key = capture_key(item)
    with ledger.reads() as connection:
        article_id = storing.is_captured(connection, key)
        failure = None if article_id else failures.failed_before(connection, item, edition())
    if article_id:
        return Passed(Added(item.name, item.line, Outcome.SAME, article_id))
    if failure:
        reason = f"{failure.reason} (as before; to try it again: reportedly failures --retry)"
        return Passed(_Before(Failure(item.name, item.line, reason)))
    return item


def _made_anew(ledger: Database, keys: Iterable[str]) -> Iterator[Item]:
    for key in keys:
        with ledger.reads() as connection:
            item = failures.failed_item(connection, key)
        if item is not None:
            yield item


def _store(ledger: Database, item: Item, prepared: Prepared) -> Added:
    stored = ledger.store(item, prepared)
    statements = 0 if stored.outcome is Outcome.SAME else len(prepared.rows)
    change = None
    if stored.outcome is Outcome.VERSION:
        with ledger.reads() as connection:
            change = change_to(connection, stored.article_id)
    return Added(item.name, item.line, stored.outcome, stored.article_id, statements, change)


def _fail(ledger: Database, item: Item | None, failure: Failure) -> Failure:
    with ledger.writes() as connection:
        failures.put_failure(connection, item, failure, Moment(ledger.now(), edition()))
    return failure
