"""Says where a database begins with the conditions of a query.

SQLite keeps no statistics on its own, so that it cannot know which condition is the rarest. It is told: how many
statements each holds of is counted, up to a bound, and the others are written so that no index serves them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from reportedly.ledger.query.tree import And, Node, Not
from reportedly.ledger.search import word_index
from reportedly.ledger.search.conditions import ASKED, CHECKED, Condition, holds, keys

# what holds of more than these is not gathered and sorted whole: a page of it is found faster by walking through all
MANY = 50_000


@dataclass(frozen=True, slots=True)
class Plan:
    """The condition of a query, as it is fastest to gather all statements, and to check one after the other.

    `dense` tells that there may be very many.
    """

    condition: Condition
    unhurried: Condition
    dense: bool


def plan(root: Node | None, connection: Connection) -> Plan:
    """Return how to search for what a query asks for."""
    dialect = connection.dialect.name
    if dialect != "sqlite":
        condition = holds(root, dialect)
        return Plan(condition, condition, dense=False)
    parts = _parts(root)
    counts = [_count(part, connection) for part in parts]
    known = [count for count in counts if count is not None]
    checked = [holds(part, dialect, CHECKED) for part in parts]
    unhurried = and_(*checked) if checked else holds(None, dialect)
    if not known:
        return Plan(holds(root, dialect), unhurried, dense=True)
    first = _first(parts, counts)
    conditions = [
        holds(part, dialect, ASKED) if part is first else check for part, check in zip(parts, checked, strict=True)
    ]
    return Plan(and_(*conditions), unhurried, dense=min(known) >= MANY)


def _parts(root: Node | None) -> list[Node]:
    """Return the parts of which all must hold, those on words as one: the index of words answers them in one go."""
    if root is None:
        return []
    parts: list[Node] = list(root.parts) if isinstance(root, And) else [root]
    asserted = [part for part in parts if word_index.is_of_words(part)]
    denied = [part for part in parts if isinstance(part, Not) and word_index.is_of_words(part.part)]
    of_words = [*asserted, *denied] if asserted else []
    if len(of_words) < 2:
        return parts
    return [And(tuple(of_words)), *(part for part in parts if part not in of_words)]


def _count(part: Node, connection: Connection) -> int | None:
    """Return how many statements a condition holds of, no more than MANY, or None where no index tells."""
    listed = keys(part, connection.dialect.name)
    if listed is None:
        return None
    return connection.execute(select(func.count()).select_from(listed.limit(MANY).subquery())).scalar_one()


def _first(parts: list[Node], counts: list[int | None]) -> Node:
    """Return the rarest part; among those beyond counting the words, which are always looked up whole."""
    ranked = [
        (count, not word_index.is_of_words(part), place)
        for place, (part, count) in enumerate(zip(parts, counts, strict=True))
        if count is not None
    ]
    return parts[min(ranked)[2]]
