"""Puts together what the ledger holds on one person or body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, select

from reportedly.errors import UnknownId
from reportedly.ledger.reviews.identities import corrected_columns
from reportedly.ledger.sources.dossiers import Accusation, Appearance, Dossier, Told, dossier
from reportedly.ledger.sources.portraits import Counted
from reportedly.ledger.sources.profiles import Profile
from reportedly.ledger.tables import schema
from reportedly.model import SourceKind, Stance


def dossier_of(connection: Connection, entity_id: str) -> Dossier:
    """Return all that the ledger holds on the entity with an id, or on the one that it was merged into.

    Raises UnknownId where there is no such entity, or no article speaks of it any more.
    """
    query = select(schema.entity.c.stands).where(schema.entity.c.entity_id == entity_id)
    stands = connection.execute(query).scalar()
    rows = list(_rows(connection, stands)) if stands is not None else []
    if stands is None or not rows:
        raise UnknownId(f"{entity_id}: no source of this ledger has this id")
    itself = connection.execute(select(schema.entity.c.entity_id).where(schema.entity.c.id == stands)).scalar_one()
    told = dossier(
        itself,
        [Appearance(row.article_id, _profile(row), row.outlet, row.published_start) for row in rows],
        [_told(row) for row in rows if row.part == "source"],
        [Accusation(_told(row), row.answered) for row in rows if row.part == "against"],
    )
    said = corrected_columns(connection, [itself]).get(itself, {})
    return replace(told, name=said.get("name") or told.name, kind=SourceKind(said.get("kind") or told.kind))


def _rows(connection: Connection, stands: int) -> Iterator[Row[*tuple[Any, ...]]]:
    """Yield a row for every part that an entity has in a statement."""
    party, profile, statement, article = schema.party, schema.profile, schema.statement, schema.article
    query = (
        select(
            party.c.role.label("part"),
            party.c.answered,
            *(profile.c[name] for name in ("name", "kind", "role", "affiliation", "country")),
            statement.c.statement_id,
            statement.c.stance,
            statement.c.published_start,
            article.c.article_id,
            schema.publisher.c.name.label("outlet"),
        )
        .join(profile, profile.c.id == party.c.profile)
        .join(schema.entity, schema.entity.c.id == profile.c.entity)
        .join(statement, statement.c.id == party.c.statement)
        .join(article, article.c.id == statement.c.article)
        .outerjoin(schema.publisher, schema.publisher.c.id == article.c.publisher)
        .where(schema.entity.c.stands == stands)
    )
    yield from connection.execute(query)


def _profile(row: Row[*tuple[Any, ...]]) -> Profile:
    kind = SourceKind(row.kind)
    return Profile(row.name, kind, row.role or None, row.affiliation or None, row.country or None)


def _told(row: Row[*tuple[Any, ...]]) -> Told:
    return Told(row.statement_id, row.article_id, Stance(row.stance), row.published_start)


def to_dict(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier as JSON-ready values."""

    def counts(told: tuple[Counted, ...]) -> list[dict[str, Any]]:
        return [{"name": one.words, "articles": one.articles} for one in told]

    def statement(told: Told) -> dict[str, Any]:
        fields = {"id": told.statement, "article": told.article, "stance": told.stance.value}
        return {**fields, "published": told.published}

    return {
        "type": "source",
        "id": dossier.entity,
        "name": dossier.name,
        "kind": dossier.kind.value,
        "names": counts(dossier.forms),
        "roles": counts(dossier.roles),
        "affiliations": counts(dossier.affiliations),
        "countries": counts(dossier.countries),
        "outlets": counts(dossier.outlets),
        "articles": list(dossier.articles),
        "first": dossier.first,
        "last": dossier.last,
        "said": [statement(told) for told in dossier.said],
        "accused": [{**statement(one.told), "answered": one.answer} for one in dossier.accused],
    }
