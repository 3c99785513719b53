"""Says where a database begins with the conditions of a query.

SQLite keeps no statistics on its own, so that it cannot know which condition is the rarest. It is told: how many
statements each holds of is counted, and all but the rarest are written so that no index serves them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select, true

from reportedly.ledger.query.tree import And, During, Field, Node, Not, Or, Words
from reportedly.ledger.schema import statement
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

# Conditions are counted up to the first number, and where none is rarer, up to the second: some milliseconds each. To
# count a phrase of frequent words takes as long as to look it up, so that it is taken to hold of `_PHRASE` statements.
_FEW, _SOME = 5_000, 100_000
_RARE = 1_000  # what is so rare is begun with, and no other is counted
_PHRASE = 20_000
# a list of no more keys is held against the words before any statement is looked at
_HELD = 50_000


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
    """Return the condition that holds of the fewest statements; words and another one where none is rare.

    None at all where no index tells of how many statements any of them holds.
    """
    listed = [(part, made) for part in parts if (made := likely_keys(part, connection.dialect.name)) is not None]
    counts: list[int] = []
    for part, made in listed:
        counts.append(_count(connection, made, _FEW))
        if counts[-1] < _RARE:
            return [part]
    if counts and min(counts) == _FEW:
        counts = [_PHRASE if _has_phrase(part) else _count(connection, made, _SOME) for part, made in listed]
        of_words = [part for part, _ in listed if word_index.is_of_words(part)]
        held = [
            (count, place)
            for place, (count, (part, _)) in enumerate(zip(counts, listed, strict=True))
            if part not in of_words and not isinstance(part, During) and count < _HELD
        ]
        if of_words and held:
            return [*of_words, listed[min(held)[1]][0]]
    return [listed[counts.index(min(counts))][0]] if counts else []


def _together(begun: list[Node], dialect: str) -> Condition:
    if len(begun) == 1:
        return holds(begun[0], dialect)
    of_words, held = (keys(part, dialect) for part in begun)
    assert of_words is not None and held is not None
    (key,) = of_words.selected_columns
    return statement.c.id.in_(of_words.where(only_checked(key).in_(held)))


def _count(connection: Connection, listed: Keys, most: int) -> int:
    return connection.execute(select(func.count()).select_from(listed.limit(most).subquery())).scalar_one()


def _has_phrase(part: Node) -> bool:
    if isinstance(part, And | Or):
        return any(map(_has_phrase, part.parts))
    return isinstance(part, Words) and word_index.is_of_words(part) and len(part.words) > 1
