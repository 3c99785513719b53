"""Keeps the sources of articles as profiles, and holds the profiles of one person or body together as an entity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, fields

from sqlalchemy import Connection, insert, select, update

from reportedly.ledger import schema
from reportedly.ledger.indexing import Profile
from reportedly.ledger.portrayal import portrayed
from reportedly.ledger.reviews.identities import settle
from reportedly.ledger.rows import insert_new, keys_of
from reportedly.ledger.words import words
from reportedly.model.digests import digest

_COLUMNS = tuple(field.name for field in fields(Profile))


def profile_keys(connection: Connection, profiles: Iterable[Profile]) -> dict[Profile, int]:
    """Return the internal key of each profile, put in where it is new, with the entity that it belongs to."""
    wanted = set(profiles)
    if not wanted:
        return {}
    query = select(schema.profile.c.id).order_by(schema.profile.c.id.desc()).limit(1)
    newest = connection.execute(query).scalar() or 0
    keys = {
        Profile(*values): key
        for values, key in keys_of(connection, schema.profile, _COLUMNS, map(astuple, wanted)).items()
    }
    new = {profile: key for profile, key in keys.items() if key > newest}
    if new:
        _put_name_words(connection, new)
        groups = sorted({(profile.name_key, profile.apart) for profile in new})
        made = [_regroup(connection, *group) for group in groups]
        settle(connection, [entity_id for entity_id in made if entity_id])
    return keys


def _put_name_words(connection: Connection, new: dict[Profile, int]) -> None:
    rows = {(word, key) for profile, key in new.items() for word in words(profile.name)}
    insert_new(connection, schema.name_word, [{"word": word, "profile": key} for word, key in sorted(rows)])


def _regroup(connection: Connection, name_key: str, apart: str) -> str | None:
    """Join the profiles of a name to its entity; return the entity's id where it is new."""
    same = (schema.profile.c.name_key == name_key, schema.profile.c.apart == apart)
    entity_id = digest(name_key, apart)[:16]
    found = connection.execute(select(schema.entity.c.id).where(schema.entity.c.entity_id == entity_id)).scalar()
    is_new = found is None
    if found is None:
        told = portrayed(connection, name_key, apart)
        made = (
            insert(schema.entity)
            .values(entity_id=entity_id, key=name_key, candidates="[]", **told)
            .returning(schema.entity.c.id)
        )
        found = connection.execute(made).scalar_one()
        connection.execute(update(schema.entity).where(schema.entity.c.id == found).values(stands=found))
    connection.execute(update(schema.profile).where(*same).values(entity=found))
    return entity_id if is_new else None
