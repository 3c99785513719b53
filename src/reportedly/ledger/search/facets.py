"""Counts what statements have in common: from rows, in Python, so that both databases count and order alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from reportedly.ledger.search.found import Facet, Facets, Value
from reportedly.ledger.search.keys import within
from reportedly.ledger.tables.schema import (
    entity,
    label,
    party,
    place,
    profile,
    publisher,
    statement,
    statement_label,
    statement_place,
)

_MOST_VALUES = 10
_MONTH = len("2026-05")


def count(connection: Connection, keys: Sequence[int]) -> Facets:
    """Return the facets of the statements with these internal keys."""
    facets = [
        *_own(connection, keys),
        *_parties(connection, keys),
        _places(connection, keys),
        _labels(connection, keys),
    ]
    return Facets(len(keys), tuple(sorted(facets, key=lambda facet: _ORDER.index(facet.field))))


_ORDER = (
    "stance", "kind", "source_kind", "source", "against", "publisher", "country", "place", "label", "voice", "reporter",
    "published",
)  # fmt: skip


def _own(connection: Connection, keys: Sequence[int]) -> Iterable[Facet]:
    """Return the facets of what stands in the rows of the statements themselves."""
    columns = statement.c
    query = select(
        columns.stance, columns.kind, columns.voice, columns.reporter, columns.publisher, columns.published_start
    ).where(within(columns.id, keys, connection))
    rows = connection.execute(query).all()
    if not rows:
        return [Facet(field, (), 0) for field in ("stance", "kind", "voice", "reporter", "publisher", "published")]
    stances, kinds, voices, reporters, publishers, days = zip(*rows, strict=True)
    fields = {"stance": stances, "kind": kinds, "voice": voices, "reporter": reporters}
    plain = [_of_words(field, Counter(values)) for field, values in fields.items()]
    months = Counter(day[:_MONTH] for day in days if day)
    return [*plain, _of_words("published", months), _publishers(connection, Counter(publishers))]


def _publishers(connection: Connection, counts: Counter[int | None]) -> Facet:
    known = [key for key in counts if key is not None]
    query = select(publisher.c.id, publisher.c.name).where(within(publisher.c.id, known, connection))
    names = {row.id: row.name for row in connection.execute(query)}
    return _of_words("publisher", Counter({names[key]: counts[key] for key in known}))


@dataclass(frozen=True, slots=True)
class _Actor:
    id: str
    name: str
    kind: str
    country: str | None


def _parties(connection: Connection, keys: Sequence[int]) -> Iterable[Facet]:
    """Return the facets of who speaks and who is spoken against; one who has merged counts as who stands for both."""
    query = select(party.c.statement, party.c.role, party.c.profile)
    links = connection.execute(
        query.where(within(party.c.statement, keys, connection), party.c.role.in_(("source", "against")))
    ).all()
    standing = _standing(connection, {profile for _, _, profile in links})
    actors = _actors(connection, {stands for stands, _ in standing.values()})
    rows = {(key, role, *standing[profile]) for key, role, profile in links}
    speaking = {(key, stands) for key, role, stands, _ in rows if role == "source"}
    accused = {(key, stands) for key, role, stands, _ in rows if role == "against"}
    kinds = {(key, actors[stands].kind) for key, stands in speaking}
    # of which country the article says, else what is known of the one who speaks
    countries = {(key, own or actors[stands].country) for key, role, stands, own in rows if role == "source"}
    return [
        _of_actors("source", actors, Counter(stands for _, stands in speaking)),
        _of_actors("against", actors, Counter(stands for _, stands in accused)),
        _of_words("source_kind", Counter(kind for _, kind in kinds)),
        _of_words("country", Counter(country for _, country in countries if country)),
    ]


def _standing(connection: Connection, profiles: Iterable[int]) -> Mapping[int, tuple[int, str]]:
    """Return the entity that stands for each profile, and the country that the profile itself tells."""
    columns = (profile.c.id, entity.c.stands, profile.c.country)
    query = select(*columns).join(entity, entity.c.id == profile.c.entity)
    found = connection.execute(query.where(within(profile.c.id, sorted(profiles), connection)))
    return {row.id: (row.stands, row.country) for row in found}


def _actors(connection: Connection, keys: Iterable[int]) -> Mapping[int, _Actor]:
    columns = (entity.c.id, entity.c.entity_id, entity.c.name, entity.c.kind, entity.c.country)
    query = select(*columns).where(within(entity.c.id, sorted(keys), connection))
    return {key: _Actor(*fields) for key, *fields in connection.execute(query)}


def _places(connection: Connection, keys: Sequence[int]) -> Facet:
    links = statement_place.c
    query = (
        select(links.statement, place.c.geonameid, place.c.name, place.c.country)
        .join(place, place.c.id == links.place)
        .where(within(links.statement, keys, connection))
    )
    names: dict[Hashable, str] = {}
    counted: set[tuple[int, Hashable]] = set()
    for key, geonameid, name, country in connection.execute(query):
        same = geonameid or (name, country)
        names[same] = min(name, names.get(same, name))
        counted.add((key, same))
    counts = Counter(same for _, same in counted)
    values = [Value(str(same) if isinstance(same, int) else names[same], names[same], n) for same, n in counts.items()]
    return _facet("place", values)


def _labels(connection: Connection, keys: Sequence[int]) -> Facet:
    links = statement_label.c
    query = select(label.c.term).join(statement_label, links.label == label.c.id)
    terms = connection.execute(query.where(within(links.statement, keys, connection))).scalars()
    return _of_words("label", Counter(terms))


def _of_words(field: str, counts: Mapping[str, int]) -> Facet:
    return _facet(field, [Value(word, word, number) for word, number in counts.items()])


def _of_actors(field: str, actors: Mapping[int, _Actor], counts: Mapping[int, int]) -> Facet:
    return _facet(field, [Value(actors[key].id, actors[key].name, number) for key, number in counts.items()])


def _facet(field: str, values: list[Value]) -> Facet:
    """Return the facet of the most frequent values; equally frequent ones in the order of their names."""
    ordered = sorted(values, key=lambda value: (-value.count, value.name, value.value))
    return Facet(field, tuple(ordered[:_MOST_VALUES]), max(0, len(ordered) - _MOST_VALUES))
