"""Reads articles anew with a newer edition of the program; their ids, reviews and older readings stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Select, select

from reportedly import reader
from reportedly.errors import InputError
from reportedly.ledger.database import Database
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.keeping.edition import edition
from reportedly.ledger.keeping.items import captured_item
from reportedly.ledger.keeping.kept import Kept, kept
from reportedly.ledger.keeping.payload import pack
from reportedly.ledger.keeping.preparing import page_of_item
from reportedly.ledger.keeping.storing import Moment, put_reading
from reportedly.ledger.reviews.applying import renew_article
from reportedly.ledger.tables import schema
from reportedly.ledger.versions import Difference, difference
from reportedly.ledger.workers.supervising import Done, Passed, work_all
from reportedly.ledger.workers.worker import Crew
from reportedly.model import Page, Reading
from reportedly.reader import Failure

_ONE = Crew()


@dataclass(frozen=True, slots=True)
class Stale:
    """An article that an older edition has read, with the item that it came as where its bytes are kept."""

    name: str
    line: int | None
    item: Item | None
    kept: Kept


@dataclass(frozen=True, slots=True)
class Reread:
    """An article that was read anew, and how the new reading differs from the one before."""

    name: str
    article_id: str
    difference: Difference


def reread(ledger: Database, crew: Crew = _ONE) -> Iterator[Reread | Failure]:
    """Yield every article that another edition read, read anew and kept; the old reading stays as history."""
    outcomes: Iterator[Done[Stale, Reading] | Passed[None]] = work_all(_stale(ledger), read_again, crew)
    for done in outcomes:
        if isinstance(done, Passed):
            continue
        if isinstance(done.result, Failure):
            yield done.result
            continue
        old = done.task.kept
        _keep(ledger, old, done.result)
        yield Reread(done.task.name, old.article_id, difference(old.reading, done.result))


def stale_count(ledger: Database) -> int:
    """Return how many articles were read by another edition."""
    with ledger.reads() as connection:
        return len(connection.execute(_stale_ids()).all())


def read_again(stale: Stale) -> Reading:
    """Return the new reading of an article: of its bytes where they still give the same text, else of the text kept."""
    return reader.read_page(_page(stale))


def _page(stale: Stale) -> Page:
    old = stale.kept.reading
    stored = Page(old.article, old.stories)
    if stale.item is None:
        return stored
    try:
        page = page_of_item(stale.item)
    except InputError:
        return stored  # this edition opens the page no more: the text that is kept can still be read
    if page.article.text != old.article.text:
        return stored
    # the id of an article hangs on its address: it stays the one that it was kept under
    return replace(page, article=replace(page.article, url=old.article.url))


def _stale_ids() -> Select[str]:
    return (
        select(schema.article.c.article_id)
        .join(schema.reading, schema.reading.c.id == schema.article.c.reading)
        .where(schema.reading.c.reader != edition())
        .order_by(schema.article.c.article_id)
    )


def _stale(ledger: Database) -> Iterator[Stale]:
    with ledger.reads() as connection:
        ids = list(connection.execute(_stale_ids()).scalars())
    for article_id in ids:
        with ledger.reads() as connection:
            found = kept(connection, article_id)
            item = captured_item(connection, found.key)
        article = found.reading.article
        yield Stale(article.url or article.file or article_id, None, item, found)


def _keep(ledger: Database, old: Kept, reading: Reading) -> None:
    with ledger.writes() as connection:
        put_reading(connection, old.key, pack(reading), Moment(ledger.now(), edition()))
        renew_article(connection, old.article_id)
