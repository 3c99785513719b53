"""Says where a database begins with the conditions of a query.

SQLite keeps no statistics on its own, so that it cannot know which condition is the rarest. It is told: how many
statements each holds of is counted, and all but the rarest are written so that no index serves them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select, true

from reportedly.ledger.query.tree import And, During, Field, Node, Not
from reportedly.ledger.search import word_index
from reportedly.ledger.search.conditions import (
    CHECKED,
    Condition,
    Keys,
    holds,
    is_looked_up,
    keys,
    likely_keys,
    only_checked,
)
from reportedly.ledger.tables.schema import statement

# Conditions are counted up to this number, until one is rarer: it is begun with.
_FEW = 5_000
# Where none is, they are counted on: up to the first number beside words, since a list of no more keys is held against
# the words before any statement is looked at, else up to the second. To count a phrase of frequent words takes as long
# as to look it up.
_HELD, _SOME = 50_000, 100_000


@dataclass(frozen=True, slots=True)
class Plan:
    """The condition of a query, as it is fastest to gather all statements, and to check one after the other.

    `listed` is what lists the keys of all statements found, where one condition is all that is asked.
    """

    gathering: Condition
    checking: Condition
    listed: Keys | None = None


def plan(root: Node | None, connection: Connection) -> Plan:
    """Return how to search for what a query asks for."""
    dialect = connection.dialect.name
    parts = _parts(root)
    listed = keys(parts[0], dialect) if len(parts) == 1 else None
    condition = holds(root, dialect)
    if dialect != "sqlite":
        return Plan(condition, condition, listed)
    begun = _beginning(parts, connection) if len(parts) > 1 else []
    checked = [holds(part, dialect, CHECKED) for part in parts]
    # SQLite checks in the order written: what stands in the row itself comes before what is looked up elsewhere
    others = [
        check
        for part, check in sorted(zip(parts, checked, strict=True), key=lambda pair: is_looked_up(pair[0]))
        if part not in begun
    ]
    # whoever walks in the order of publication begins where it is asked to begin
    checking = [
        holds(part, dialect) if isinstance(part, During) and part.field is Field.PUBLISHED else check
        for part, check in zip(parts, checked, strict=True)
    ]
    gathering = and_(_together(begun, dialect), *others) if begun else condition
    return Plan(gathering, and_(true(), *checking), listed)


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


def _beginning(parts: list[Node], connection: Connection) -> list[Node]:
    """Return a condition that holds of few statements; where there is none, words with another one, or the rarest.

    None at all where no index tells of how many statements any of them holds.
    """
    listed = [(part, made) for part in parts if (made := likely_keys(part, connection.dialect.name)) is not None]
    # what is looked up elsewhere takes long to begin with: it comes last, and is counted once, as far as it may be
    listed.sort(key=lambda one: is_looked_up(one[0]))
    of_words = [part for part, _ in listed if word_index.is_of_words(part)]
    most = _HELD if of_words else _SOME
    counts: list[int] = []
    for part, made in listed:
        far = is_looked_up(part) and part not in of_words
        counts.append(_count(connection, made, most if far else _FEW))
        if counts[-1] < _FEW:
            return [part]
    counted = [
        (counts[place] if is_looked_up(part) else _count(connection, made, most), place)
        for place, (part, made) in enumerate(listed)
        if part not in of_words and not (of_words and isinstance(part, During))
    ]
    rarest = [listed[place][0] for count, place in sorted(counted)[:1] if count < most or not of_words]
    return [*of_words, *rarest]


def _together(begun: list[Node], dialect: str) -> Condition:
    if len(begun) == 1:
        return holds(begun[0], dialect)
    of_words, held = (keys(part, dialect) for part in begun)
    assert of_words is not None and held is not None
    (key,) = of_words.selected_columns
    return statement.c.id.in_(of_words.where(only_checked(key).in_(held)))


def _count(connection: Connection, listed: Keys, most: int) -> int:
    return connection.execute(select(func.count()).select_from(listed.limit(most).subquery())).scalar_one()
