"""What waits for a person: the statements that the machine is least certain of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, not_, select

from reportedly.ledger.keeping.kept import Kept, all_kept
from reportedly.ledger.query.tree import Query
from reportedly.ledger.reviews.overlay import Effective
from reportedly.ledger.reviews.standing import standing
from reportedly.ledger.search.plans import plan
from reportedly.ledger.tables import schema
from reportedly.model import Span, Statement
from reportedly.text import sentence_ends

# a sentence is looked for within so many characters
_REACH = 600


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement to look at, in the article that holds it; `context` is the span of its sentences."""

    kept: Kept
    holds: Effective
    statement: Statement
    context: Span

    @property
    def speakers(self) -> tuple[str, ...]:
        """Return the names of who speaks."""
        names = {source.id: source.name for source in self.holds.reading.sources}
        return tuple(names[one] for one in self.statement.sources if one in names)

    def to_dict(self) -> dict[str, Any]:
        """Return the statement as it holds with its article and context, JSON-ready."""
        article = self.holds.reading.article
        return {
            "article": article.id,
            "file": article.file,
            "url": article.url,
            "context": self.context.of(article.text),
            "statement": self.statement.to_dict(),
            "speakers": list(self.speakers),
        }


def waiting_ids(connection: Connection, limit: int | None, query: Query | None = None) -> list[str]:
    """Return the ids of statements that nobody has reviewed, least certain first, then by id.

    `limit` and `query` say how many and which ones; None is all.
    """
    table = schema.statement
    wanted = select(table.c.statement_id).where(not_(table.c.reviewed))
    if query is not None:
        wanted = wanted.where(plan(query.root, connection).gathering)
    return list(connection.execute(wanted.order_by(table.c.score, table.c.statement_id).limit(limit)).scalars())


def looked_at(connection: Connection, statement_ids: list[str]) -> list[Waiting]:
    """Return statements with what a person needs to judge them, in the order of the ids, without those not there."""
    table = schema.statement
    query = (
        select(schema.article.c.article_id, table.c.statement_id)
        .join(table, table.c.article == schema.article.c.id)
        .where(table.c.statement_id.in_(statement_ids))
        .order_by(schema.article.c.article_id)
    )
    wanted = {
        article: {row.statement_id for row in rows}
        for article, rows in groupby(connection.execute(query), key=lambda row: row.article_id)
    }
    found = {
        one.statement.id: one
        for article in all_kept(connection, sorted(wanted))
        for one in _of_article(connection, article, wanted[article.article_id])
    }
    return [found[one] for one in statement_ids if one in found]


def queue(connection: Connection, limit: int, query: Query | None = None) -> list[Waiting]:
    """Return the statements that nobody has reviewed, the least certain first."""
    return looked_at(connection, waiting_ids(connection, limit, query))


def _of_article(connection: Connection, article: Kept, wanted: set[str]) -> Iterator[Waiting]:
    holds = standing(connection, article.reading)
    for statement in holds.reading.statements:
        if statement.id in wanted:
            yield Waiting(article, holds, statement, _context(article.reading.article.text, statement))


def _context(text: str, statement: Statement) -> Span:
    """Return the span of the sentences that hold a statement's words, cut off within a line if they are long."""
    spans = (*statement.source, *statement.cue, *statement.content)
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    begin = max(first - _REACH, text.rfind("\n", 0, first) + 1)
    before = [end for end in sentence_ends(text, Span(begin, first)) if end <= first]
    start = before[-1] if before else begin
    start += len(text[start:first]) - len(text[start:first].lstrip())
    line = text.find("\n", last)
    stop = min(last + _REACH, len(text) if line < 0 else line)
    after = [end for end in sentence_ends(text, Span(max(start, last - 1), stop)) if end >= last]
    return Span(start, after[0] if after else stop)
