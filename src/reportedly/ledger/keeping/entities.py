"""Keeps the sources of articles as profiles, and the profiles of one person or body together as an entity.

Which profiles are one is decided by `sources`, a name at a time, from all profiles of that name: adding an article
touches the names that it has something new on, and the order in which articles come changes nothing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, fields, replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from reportedly.errors import UnknownId
from reportedly.ledger.keeping.indexing import ProfileRow
from reportedly.ledger.keeping.rows import MOST_VALUES, found_keys, insert_new, keys_of
from reportedly.ledger.reviews.identities import CORRECTED, corrected_columns, lay_merges_over
from reportedly.ledger.search import name_index
from reportedly.ledger.sources.grouping import EntityDraft, entity_id, group, own_key
from reportedly.ledger.sources.merges import resolve, taken_in
from reportedly.ledger.sources.pairings import paired
from reportedly.ledger.sources.portraits import Counted, portrait
from reportedly.ledger.sources.profiles import Profile
from reportedly.ledger.tables import schema
from reportedly.model import SourceKind
from reportedly.model.digests import digest


def profile_keys(connection: Connection, profiles: Collection[ProfileRow]) -> dict[ProfileRow, int]:
    """Return the internal key of each profile, put in where it is new, with the entity that it belongs to."""
    if not profiles:
        return {}
    newest = connection.execute(select(schema.profile.c.id).order_by(schema.profile.c.id.desc()).limit(1)).scalar() or 0
    by_key = {digest(*astuple(profile)): profile for profile in profiles}
    rows = {key: {"key": key, **asdict(profile)} for key, profile in by_key.items()}
    found = keys_of(connection, schema.profile.c.key, rows)
    keys = {profile: found[key] for key, profile in by_key.items()}
    new = {profile: key for profile, key in keys.items() if key > newest}
    if new:
        own = {profile: key for profile, key in new.items() if profile.apart}
        _assign(connection, own, {profile.name_key for profile in new if not profile.apart})
    return keys


def put_pairings(connection: Connection, article: int, pairs: Iterable[tuple[str, str]]) -> None:
    """Keep the acronyms that an article pairs with full names, and take the bodies so called for one."""
    rows = [{"short": short, "full": full, "article": article} for short, full in sorted(set(pairs))]
    if rows:
        insert_new(connection, schema.pairing, rows)
        regroup(connection, {str(row["short"]) for row in rows})


def regroup(connection: Connection, names: Collection[str]) -> None:
    """Decide anew which profiles of some names are one entity, and which entity stands for which."""
    _assign(connection, {}, names)


def renew(connection: Connection, entities: Collection[str]) -> None:
    """Decide anew what some entities, by their ids, are called and which entity stands for each."""
    table = schema.profile
    query = select(schema.entity.c.id, schema.entity.c.key).where(schema.entity.c.entity_id.in_(sorted(entities)))
    keys = {row.id: row.key for row in connection.execute(query)}
    members = connection.execute(select(table).where(table.c.entity.in_(sorted(keys)), table.c.apart != ""))
    own = {_profile_row(row._mapping): row.id for row in members}
    _assign(connection, own, {_name_in(key) for key in keys.values() if not key.startswith(own_key("", "")[:-1])})


def _assign(connection: Connection, own: Mapping[ProfileRow, int], names: Collection[str]) -> None:
    """Say which entity profiles are of: of `names` all are grouped, `own` are those known within their article only."""
    if not own and not names:
        return
    names = {*names, *_acronyms_of(connection, names)}
    drafts, keys = _drafts(connection, names)
    alone = {key: _Entity.own(profile) for profile, key in own.items()}
    grouped = [entity for group in drafts.values() for draft in group for entity in _Entity.all_of(draft)]
    ids = _put_entities(connection, [*alone.values(), *grouped])
    moved = [{"of_key": key, "to_entity": ids[entity.entity_id]} for key, entity in alone.items()]
    moved += [
        {"of_key": keys[(draft.name_key, profile)], "to_entity": ids[draft.id]}
        for group in drafts.values()
        for draft in group
        for profile in draft.profiles
    ]
    if moved:
        connection.execute(_MOVING, moved)
    automatic = {one: two for group in drafts.values() for one, two in taken_in(group).items()}
    automatic |= _paired(connection, drafts)
    _settle(connection, ids, automatic)


def forget_unused(connection: Connection, profiles: Collection[int]) -> None:
    """Take those of some profiles, by their internal keys, out of the index that have no part in a statement any more.

    What an entity is depends on the profiles of its name, and may not depend on what an older reading said.
    """
    party, table = schema.party, schema.profile
    asked = sorted(profiles)
    used: set[int] = set()
    for begin in range(0, len(asked), MOST_VALUES):
        some = asked[begin : begin + MOST_VALUES]
        used.update(connection.execute(select(party.c.profile).where(party.c.profile.in_(some)).distinct()).scalars())
    unused = [key for key in asked if key not in used]
    rows = connection.execute(select(table).where(table.c.id.in_(unused)))
    gone: dict[int, Mapping[str, Any]] = {row.id: row._asdict() for row in rows}
    if gone:
        name_index.remove(connection, table, gone)
        connection.execute(delete(table).where(table.c.id.in_(sorted(gone))))
        regroup(connection, {str(row["name_key"]) for row in gone.values() if not row["apart"]})


def machine_columns(connection: Connection, entity: str) -> dict[str, str | None]:
    """Return what the machine says of an entity, by its id: the columns that reviews may correct. Raises UnknownId."""
    row = connection.execute(select(schema.entity).where(schema.entity.c.entity_id == entity)).first()
    if row is None:
        raise UnknownId(f"{entity}: no source of this ledger has this id")
    profile = connection.execute(
        select(schema.profile).where(schema.profile.c.entity == row.id, schema.profile.c.apart != "")
    ).first()
    if profile is not None:
        told = _Entity.own(_profile_row(profile._mapping))
        return told.columns()
    name = _name_in(row.key)
    drafts = drafts_of(connection, {name}).get(name, ())
    own = (_Entity.of(draft).columns() for draft in drafts if draft.id == entity)
    return next(own, {one: row._mapping[one] for one in CORRECTED})


def _settle(connection: Connection, ids: Mapping[str, int], automatic: Mapping[str, str]) -> None:
    """Say which entity stands for each of some, by their ids: one that a person or `automatic` merged it into."""
    beyond = {*automatic, *automatic.values()} - ids.keys()
    ids = {**ids, **found_keys(connection, schema.entity.c.entity_id, beyond)} if beyond else ids
    # of what others are merged into, another name decides
    here = sorted(one for one in ids if one in automatic or one not in beyond)
    taken = [
        {
            "of_key": ids[one],
            "into": ids.get(automatic.get(one, "")),
            "to_entity": ids.get(resolve(one, {}, automatic), ids[one]),
        }
        for one in here
    ]
    if taken:
        connection.execute(_SETTLING, taken)
        lay_merges_over(connection, here)


def drafts_of(connection: Connection, names: Collection[str]) -> dict[str, tuple[EntityDraft, ...]]:
    """Return the entities of some names, with the profiles that make them up."""
    return _drafts(connection, names)[0]


@dataclass(frozen=True, slots=True)
class _Entity:
    """What is told of an entity, as a row."""

    entity_id: str
    key: str
    name: str
    kind: str
    role: str | None
    affiliation: str | None
    country: str | None
    candidates: str
    undecided: bool

    @classmethod
    def own(cls, profile: ProfileRow) -> _Entity:
        """Return the entity of a source that is known within its article only."""
        key = own_key(*profile.apart.split("/"))
        role, affiliation, country = (told or None for told in (profile.role, profile.affiliation, profile.country))
        return cls(entity_id(key), key, profile.name, profile.kind, role, affiliation, country, "[]", undecided=False)

    @classmethod
    def all_of(cls, draft: EntityDraft) -> list[_Entity]:
        """Return the entity of a draft, and those that it has taken in: a person may have merged others into them."""
        itself = cls.of(draft)
        return [itself, *(replace(itself, entity_id=entity_id(key), key=key) for key in draft.formerly)]

    def columns(self) -> dict[str, str | None]:
        """Return the columns that reviews may correct."""
        return {name: getattr(self, name) for name in CORRECTED}

    @classmethod
    def of(cls, draft: EntityDraft) -> _Entity:
        told = portrait(draft.profiles)
        return cls(
            draft.id,
            draft.key,
            told.name,
            told.kind.value,
            _first(told.roles),
            _first(told.affiliations),
            _first(told.countries),
            json.dumps([entity_id(key) for key in draft.candidates]),
            draft.undecided,
        )


_FIELDS = tuple(field.name for field in fields(_Entity))


def _first(told: Sequence[Counted]) -> str | None:
    return told[0].words if told else None


_MOVING = update(schema.profile).where(schema.profile.c.id == bindparam("of_key")).values(entity=bindparam("to_entity"))
_SETTLING = (
    update(schema.entity)
    .where(schema.entity.c.id == bindparam("of_key"))
    .values(stands=bindparam("to_entity"), taken_into=bindparam("into"))
)
_CHANGED: dict[str, Any] = {name: bindparam(f"new_{name}") for name in _FIELDS[2:]}
_CHANGING = update(schema.entity).where(schema.entity.c.entity_id == bindparam("same")).values(_CHANGED)


def _put_entities(connection: Connection, entities: Iterable[_Entity]) -> dict[str, int]:
    """Put entities in, or say anew what they are called; return the internal key of each by its id."""
    rows = {entity.entity_id: dict(zip(_FIELDS, astuple(entity), strict=True)) for entity in entities}
    for one, columns in corrected_columns(connection, list(rows)).items():
        rows[one].update(columns)
    known = found_keys(connection, schema.entity.c.entity_id, rows)
    insert_new(connection, schema.entity, [row for one, row in rows.items() if one not in known])
    changed = [
        {"same": one, **{f"new_{name}": rows[one][name] for name in _FIELDS[2:]}} for one in rows if one in known
    ]
    if changed:
        connection.execute(_CHANGING, changed)
    return known | found_keys(connection, schema.entity.c.entity_id, rows.keys() - known.keys())


def _drafts(
    connection: Connection, names: Collection[str]
) -> tuple[dict[str, tuple[EntityDraft, ...]], dict[tuple[str, Profile], int]]:
    """Return the entities of some names, and the internal key of each profile by its name and what it says."""
    if not names:
        return {}, {}
    table = schema.profile
    query = select(table).where(table.c.name_key.in_(sorted(names)), table.c.apart == "")
    keys: dict[tuple[str, Profile], int] = {}
    by_name: dict[str, list[Profile]] = defaultdict(list)
    for row in connection.execute(query):
        profile = _profile(row._mapping)
        keys[(row.name_key, profile)] = row.id
        by_name[row.name_key].append(profile)
    return {name: group(name, profiles) for name, profiles in sorted(by_name.items())}, keys


def _profile(row: Mapping[Any, Any]) -> Profile:
    kind = SourceKind(row["kind"])
    return Profile(row["name"], kind, row["role"] or None, row["affiliation"] or None, row["country"] or None)


def _profile_row(row: Mapping[Any, Any]) -> ProfileRow:
    return ProfileRow(**{field.name: row[field.name] for field in fields(ProfileRow)})


def _name_in(key: str) -> str:
    """Return the name in the key of an entity (`Cell.key`)."""
    return key.rsplit("|", 4)[0]


def _acronyms_of(connection: Connection, names: Collection[str]) -> set[str]:
    """Return the acronyms that are paired with any of the names."""
    if not names:
        return set()
    query = select(schema.pairing.c.short).where(schema.pairing.c.full.in_(sorted(names)))
    return set(connection.execute(query).scalars())


def _paired(connection: Connection, drafts: Mapping[str, tuple[EntityDraft, ...]]) -> dict[str, str]:
    """Return the merges of entities called by an acronym into those of the full name that it is paired with."""
    if not drafts:
        return {}
    query = select(schema.pairing.c.short, schema.pairing.c.full).where(schema.pairing.c.short.in_(sorted(drafts)))
    fulls: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(query):
        fulls[row.short].add(row.full)
    others = drafts_of(connection, {full for found in fulls.values() for full in found})
    merged: dict[str, str] = {}
    for short, found in sorted(fulls.items()):
        merged |= paired(drafts[short], [others[full] for full in sorted(found) if full in others])
    return merged
