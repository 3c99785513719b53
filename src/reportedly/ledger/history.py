"""The versions of a page, in order, and what changed from one to the next."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from reportedly.errors import UnknownId
from reportedly.ledger.keeping.kept import kept
from reportedly.ledger.tables import schema
from reportedly.ledger.versions import Difference, difference


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a page: its article's id, and when it was fetched and added (UTC; None where unknown)."""

    article_id: str
    fetched: str | None
    added_at: str


def versions(connection: Connection, article_id: str) -> tuple[Version, ...]:
    """Return all versions of the page that an article is one of, the oldest first. Raises UnknownId.

    The order is that of fetching, those without a time first, and then of ids: when they were added to the ledger does
    not count.
    """
    table = schema.article
    page = select(table.c.document).where(table.c.article_id == article_id).scalar_subquery()
    order = (func.coalesce(table.c.fetched, ""), table.c.article_id)
    query = (
        select(table.c.article_id, table.c.fetched, table.c.added_at).where(table.c.document == page).order_by(*order)
    )
    found = tuple(Version(*row) for row in connection.execute(query))
    if not found:
        raise UnknownId(f"no article has the id {article_id}")
    return found


def change_to(connection: Connection, article_id: str) -> Difference | None:
    """Return what changed from the version before an article to the article, None where it is the first."""
    ids = [version.article_id for version in versions(connection, article_id)]
    at = ids.index(article_id)
    if at == 0:
        return None
    return difference(kept(connection, ids[at - 1]).reading, kept(connection, article_id).reading)
