"""Lays reviews over the persons and bodies of the ledger: which are one, and what they are called."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Row, select, update

from reportedly.ledger.keeping.rows import MOST_VALUES
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.force import in_force
from reportedly.ledger.reviews.review import Review, Verb
from reportedly.ledger.sources.merges import resolve
from reportedly.ledger.tables import schema

# the columns of an entity that a review may correct, as its verb is called
CORRECTED = tuple(verb.value for verb in (Verb.NAME, Verb.KIND, Verb.ROLE, Verb.COUNTRY))


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
        elif review.verb in CORRECTED:
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


def corrected_columns(connection: Connection, entities: Sequence[str]) -> Mapping[str, Mapping[str, str | None]]:
    """Return what people say that entities are called and are: by their ids, the corrected columns of the table."""
    return identities(log.of_entities(connection, entities)).fields


def lay_merges_over(connection: Connection, entities: Sequence[str]) -> None:
    """Write which entity stands for each of some, and of all that merges by people hold together with them.

    Each is stood for by the last one, on the way of merges, that this ledger has. One lookup where no review names any.
    """
    reviews, rows = _held_together(connection, entities)
    if not reviews:
        return
    ids = {row.id: one for one, row in rows.items()}
    automatic = {one: ids[row.taken_into] for one, row in rows.items() if row.taken_into in ids}
    merges = identities(reviews).merges
    here = {one: into for one in rows if (into := _following(one, merges, rows))}
    table = schema.entity
    for one, row in sorted(rows.items()):
        last = rows[resolve(one, here, automatic)].id
        if row.stands != last:
            connection.execute(update(table).where(table.c.id == row.id).values(stands=last))


def _held_together(
    connection: Connection, entities: Iterable[str]
) -> tuple[tuple[Review, ...], dict[str, Row[*tuple[Any, ...]]]]:
    """Return the reviews, and the rows by id, of all that merges of any kind lead from and to, beginning with some."""
    reviews: dict[str, Review] = {}
    rows: dict[str, Row[*tuple[Any, ...]]] = {}
    seen: set[str] = set()
    frontier = set(entities)
    while frontier:
        seen |= frontier
        found = log.naming_entities(connection, sorted(frontier))
        reviews |= {review.id: review for review in found}
        if not reviews:
            break
        table = schema.entity
        here = _rows(connection, table.c.entity_id, sorted(frontier))
        rows |= here
        keys = [row.id for row in here.values()]
        linked = [
            *_rows(connection, table.c.id, [row.taken_into for row in here.values() if row.taken_into]),
            *_rows(connection, table.c.taken_into, keys),
            *_rows(connection, table.c.stands, keys),
        ]
        named = [one for review in found if review.verb is Verb.MERGE for one in (review.target, review.value["into"])]
        frontier = {*linked, *named} - seen
    return tuple(reviews.values()), rows


def _following(entity: str, merges: Mapping[str, str], here: Container[str]) -> str | None:
    """Return the first one that a person's merges lead to and that is here: itself where it was split from all."""
    if merges.get(entity) == entity:
        return entity
    return next((one for one in path(entity, merges)[1:] if one in here), None)


def _rows(connection: Connection, column: Column[Any], values: Sequence[Any]) -> dict[str, Row[*tuple[Any, ...]]]:
    table = schema.entity
    found = {}
    for begin in range(0, len(values), MOST_VALUES):
        query = select(table.c.id, table.c.entity_id, table.c.stands, table.c.taken_into)
        rows = connection.execute(query.where(column.in_(values[begin : begin + MOST_VALUES])))
        found.update({row.entity_id: row for row in rows})
    return found
