"""Offers pairs of persons or bodies that may be one, for a person to say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.identities import identities
from reportedly.ledger.sources.grouping import group
from reportedly.ledger.sources.profiles import Profile
from reportedly.ledger.sources.suggestions import Suggestion, suggestions
from reportedly.ledger.tables import schema
from reportedly.model import SourceKind


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sources of the ledger that may be one, why, and the words that speak for it."""

    first: str
    second: str
    likeness: str
    evidence: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready values."""
        return {"first": self.first, "second": self.second, "likeness": self.likeness, "evidence": list(self.evidence)}


def pairs(connection: Connection, limit: int) -> tuple[Pair, ...]:
    """Return the pairs that nobody has decided on, the likeliest first, no more than `limit`.

    All names of the ledger are looked at: some ten seconds for a hundred thousand of them.
    """
    by_name: dict[str, list[Profile]] = defaultdict(list)
    for name_key, profile in _profiles(connection):
        by_name[name_key].append(profile)
    drafts = [draft for name, profiles in sorted(by_name.items()) for draft in group(name, profiles)]
    stands = _stands(connection)
    settled = identities(log.all_of_entities(connection)).distinct
    offered = (one for one in suggestions(drafts, settled) if not _is_one(one, stands))
    return tuple(
        Pair(one.first, one.second, one.likeness.value, one.evidence)
        for one, _ in zip(offered, range(limit), strict=False)
    )


def _is_one(suggestion: Suggestion, stands: dict[str, int]) -> bool:
    """Tell whether the two were merged into one."""
    one, other = stands.get(suggestion.first), stands.get(suggestion.second)
    return one is not None and one == other


def _stands(connection: Connection) -> dict[str, int]:
    rows = connection.execute(select(schema.entity.c.entity_id, schema.entity.c.stands))
    return {row.entity_id: row.stands for row in rows}


def _profiles(connection: Connection) -> list[tuple[str, Profile]]:
    """Return what articles say of the sources of each name, with how many articles say it."""
    table, party, statement = schema.profile, schema.party, schema.statement
    told = ("name", "kind", "role", "affiliation", "country")
    articles = func.count(statement.c.article.distinct()).label("articles")
    query = (
        select(table.c.name_key, *(table.c[name] for name in told), articles)
        .join(party, party.c.profile == table.c.id)
        .join(statement, statement.c.id == party.c.statement)
        .where(table.c.apart == "")
        .group_by(table.c.id)
    )
    return [(row.name_key, _profile(row)) for row in connection.execute(query)]


def _profile(row: Row[*tuple[Any, ...]]) -> Profile:
    kind = SourceKind(row.kind)
    return Profile(row.name, kind, row.role or None, row.affiliation or None, row.country or None, row.articles)
