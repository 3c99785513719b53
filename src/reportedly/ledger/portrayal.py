"""What the machine says of a person or body of the ledger, by the ways in which articles give it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from reportedly.ledger import schema


def portrayed(connection: Connection, name_key: str, apart: str) -> dict[str, str | None]:
    """Return the columns of an entity that reviews may correct, as the first of its profiles has them."""
    query = (
        select(schema.profile)
        .where(schema.profile.c.name_key == name_key, schema.profile.c.apart == apart)
        .order_by(schema.profile.c.id)
        .limit(1)
    )
    first = connection.execute(query).one()
    return {"name": first.name, "kind": first.kind, "role": None, "country": None}


def machine_columns(connection: Connection, entity: int) -> dict[str, str | None]:
    """Return the columns of an entity (its internal key) that reviews may correct, as the machine has them."""
    query = select(schema.profile.c.name_key, schema.profile.c.apart).where(schema.profile.c.entity == entity).limit(1)
    return portrayed(connection, *connection.execute(query).one())
