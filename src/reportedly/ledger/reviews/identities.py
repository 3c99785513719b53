"""Lays reviews over the persons and bodies of the ledger: which are one, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from reportedly.ledger import schema
from reportedly.ledger.portrayal import machine_columns
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.force import in_force
from reportedly.ledger.reviews.review import Review, Verb
from reportedly.ledger.rows import MOST_VALUES

_FIELDS = frozenset({Verb.NAME, Verb.KIND, Verb.ROLE, Verb.COUNTRY})


@dataclass(frozen=True, slots=True)
class Identities:
    """What people say of entities, by their ids.

    `merges` maps an entity to the one that it is merged into, or to itself where it was split from all others;
    `distinct` are pairs, the lesser id first, that are known to be two; `fields` are corrected columns of an entity.
    """

    merges: Mapping[str, str]
    distinct: frozenset[tuple[str, str]]
    fields: Mapping[str, Mapping[str, str | None]]


def identities(reviews: Iterable[Review]) -> Identities:
    """Return what the reviews of entities come to, as a function of their set.

    Where a later merge would close a circle, the earlier merge of the one that it leads to gives way: all stay one.
    """
    merges: dict[str, str] = {}
    distinct: set[tuple[str, str]] = set()
    fields: dict[str, dict[str, str | None]] = {}
    for review in in_force(reviews):
        one = review.target
        if review.verb is Verb.MERGE:
            into = review.value["into"]
            merges.pop(one, None)
            if path(into, merges)[-1] == one:
                merges.pop(into)
            merges[one] = into
        elif review.verb is Verb.SPLIT:
            merges[one] = one
        elif review.verb is Verb.DISTINCT:
            first, second = sorted((one, review.value["from"]))
            distinct.add((first, second))
        elif review.verb in _FIELDS:
            fields.setdefault(one, {})[review.verb.value] = review.value[review.verb.value]
    return Identities(merges, frozenset(distinct), fields)


def path(entity: str, merges: Mapping[str, str]) -> tuple[str, ...]:
    """Return an entity and those that it leads to by merges, in order; the last one stands for it.

    >>> path("a", {"a": "b", "b": "c", "c": "c"}), path("d", {})
    (('a', 'b', 'c'), ('d',))
    """
    found = dict.fromkeys([entity])
    while (following := merges.get(entity, entity)) not in found:
        found[following] = None
        entity = following
    return tuple(found)


def settle(connection: Connection, entities: Sequence[str]) -> None:
    """Lay the reviews in force over entities that are new, or that a review is about, and over those that they touch.

    One lookup for each column where no review names any of them.
    """
    if entities and log.names_entity(connection, entities):
        people = identities(log.of_entities(connection))
        _stand(connection, people, entities)
        _describe(connection, people, entities)


def _stand(connection: Connection, people: Identities, entities: Iterable[str]) -> None:
    """Write who stands for whom: the last on the path of merges that this ledger has."""
    paths = {one: path(one, people.merges) for one in {*entities, *people.merges}}
    rows = _rows(connection, sorted({step for steps in paths.values() for step in steps}))
    for one, steps in sorted(paths.items()):
        row = rows.get(one)
        if row is None:
            continue
        last = next(rows[step]["id"] for step in reversed(steps) if step in rows)
        if row["stands"] != last:
            _write(connection, row["id"], {"stands": last})


def _describe(connection: Connection, people: Identities, entities: Sequence[str]) -> None:
    for row in _rows(connection, entities).values():
        columns = {**machine_columns(connection, row["id"]), **people.fields.get(row["entity_id"], {})}
        if any(row[name] != value for name, value in columns.items()):
            _write(connection, row["id"], columns)


def _rows(connection: Connection, entities: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    table = schema.entity
    found: dict[str, Mapping[str, Any]] = {}
    for begin in range(0, len(entities), MOST_VALUES):
        query = select(table).where(table.c.entity_id.in_(entities[begin : begin + MOST_VALUES]))
        found |= {row.entity_id: row._mapping for row in connection.execute(query)}
    return found


def _write(connection: Connection, key: int, columns: Mapping[str, Any]) -> None:
    connection.execute(update(schema.entity).where(schema.entity.c.id == key).values(columns))
