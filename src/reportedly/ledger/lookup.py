"""Finds what an id, or the beginning of one, is the id of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from reportedly.errors import UnknownId
from reportedly.ledger.tables import schema

# fewer digits say little: of a million ids, some sixty share any four
LEAST = 6
_DIGITS = frozenset("0123456789abcdef")
_MOST_TOLD = 5


class Thing(StrEnum):
    """What in a ledger has an id."""

    ARTICLE = "article"
    STATEMENT = "statement"
    SOURCE = "source"


_COLUMNS = {
    Thing.ARTICLE: schema.article.c.article_id,
    Thing.STATEMENT: schema.statement.c.statement_id,
    Thing.SOURCE: schema.entity.c.entity_id,
}


@dataclass(frozen=True, slots=True)
class Named:
    """Something in a ledger, and its whole id."""

    thing: Thing
    id: str


def look_up(connection: Connection, written: str, things: tuple[Thing, ...] = tuple(Thing)) -> Named:
    """Return what the id, or the only one that begins so, is the id of; six digits are needed at least.

    Raises UnknownId where there is none, or where there are several.
    """
    start = written.strip().lower()
    if len(start) < LEAST or not _DIGITS.issuperset(start):
        raise UnknownId(f"{written}: no id; give its first {LEAST} digits or more, as reportedly find prints them")
    found = [
        Named(thing, one)
        for thing in things
        for one in connection.execute(
            select(_COLUMNS[thing])
            # "g" comes after every digit
            .where(_COLUMNS[thing] >= start, _COLUMNS[thing] < start + "g")
            .order_by(_COLUMNS[thing])
            .limit(_MOST_TOLD)
        ).scalars()
    ]
    if not found:
        raise UnknownId(f"{written}: no {' or '.join(things)} of this ledger has this id")
    if len(found) > 1:
        told = ", ".join(f"{one.thing.value} {one.id}" for one in found[:_MOST_TOLD])
        raise UnknownId(f"{written}: more than one id begins so ({told}); give more digits")
    return found[0]
