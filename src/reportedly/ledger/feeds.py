"""Keeps what is known of the feeds that are watched."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import delete, insert, select

from reportedly.ledger.database import Database
from reportedly.ledger.inputs.watch import FeedState
from reportedly.ledger.tables import schema


class KeptFeeds:
    """The states of feeds in a ledger, each put aside until `keep` is called.

    A feed that says "unchanged" the next time must not be believed before all that it led to is in the ledger.
    """

    def __init__(self, ledger: Database) -> None:
        self._ledger = ledger
        self._aside: dict[str, FeedState] = {}

    def get(self, url: str) -> FeedState | None:
        """Return the state of a feed, None where it was never asked for."""
        if url in self._aside:
            return self._aside[url]
        with self._ledger.reads() as connection:
            row = connection.execute(select(schema.feed).where(schema.feed.c.url == url)).first()
        return FeedState(**row._mapping) if row else None

    def put(self, state: FeedState) -> None:
        """Put the state of a feed aside."""
        self._aside[state.url] = state

    def keep(self) -> None:
        """Keep what was put aside, instead of what was known before."""
        if not self._aside:
            return
        with self._ledger.writes() as connection:
            connection.execute(delete(schema.feed).where(schema.feed.c.url.in_(self._aside)))
            connection.execute(insert(schema.feed), [asdict(state) for state in self._aside.values()])
        self._aside.clear()


def is_kept(ledger: Database, url: str) -> bool:
    """Tell whether an article of this address, or one fetched from it, is in the ledger, or failed to get there."""
    of_article = select(schema.article.c.id).where(schema.article.c.url == url).limit(1)
    of_capture = select(schema.capture.c.id).where(schema.capture.c.url == url).limit(1)
    of_failure = select(schema.failure.c.id).where(schema.failure.c.name == url).limit(1)
    with ledger.reads() as connection:
        return any(connection.execute(query).first() for query in (of_article, of_capture, of_failure))
