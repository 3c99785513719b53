"""Who a source finally is: what is joined by itself, and what a person has joined or set apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.errors import BadReview
from reportedly.ledger.sources.grouping import EntityDraft, entity_id, own_key


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is laid over the entities of each name.

    `automatic` maps the id of what an entity has taken in to that entity's; `merges` is what a person has joined, an
    id mapped to itself being one that stays by itself; `splits` are the sources, by article and id within it, that a
    person has set apart. What a person says comes before what is automatic.
    """

    automatic: Mapping[str, str] = field(default_factory=dict)
    merges: Mapping[str, str] = field(default_factory=dict)
    splits: frozenset[tuple[str, str]] = frozenset()


def assigned(article: str, source: str, entity: str | None, overlay: Overlay) -> str:
    """Return the id of the entity that a source of an article finally is.

    `article` and `source` are the ids of the article and of the source within it, `entity` the id of its profile's
    key (`grouping.profile_key`), or None where the source has no name to compare.
    """
    own = entity is None or (article, source) in overlay.splits
    start = entity_id(own_key(article, source)) if own or entity is None else entity
    return resolve(start, overlay.merges, overlay.automatic)


def resolve(entity: str, merges: Mapping[str, str], automatic: Mapping[str, str] | None = None) -> str:
    """Return the id that an entity's id leads to: by a person's merges first, else by itself, until neither goes on.

    Where the two go round in a circle, all of it is the least of the ids that a person chose as a merge's target.

    >>> resolve("a", {"a": "b", "b": "c"}), resolve("a", {"b": "a"}, {"a": "b"}), resolve("b", {"b": "a"}, {"a": "b"})
    ('c', 'a', 'a')
    """
    path = _followed(entity, merges, automatic or {})
    circle = path[path.index(_next(path[-1], merges, automatic or {})) :]
    chosen = [merges[one] for one in circle if one in merges]
    return min(chosen or circle)


def checked(merges: Mapping[str, str], entity: str, into: str) -> dict[str, str]:
    """Return merges with one more, of an entity into another; BadReview where that one is merged into it already."""
    if entity != into and entity in _followed(into, merges, {}):
        raise BadReview(f"{entity} cannot be merged into {into}, which is merged into it: undo that first")
    return {**merges, entity: into}


def taken_in(drafts: Iterable[EntityDraft]) -> dict[str, str]:
    """Return the automatic merges within the groups of names: of the members of entities into these."""
    return {entity_id(key): draft.id for draft in drafts for key in draft.formerly}


def _followed(entity: str, merges: Mapping[str, str], automatic: Mapping[str, str]) -> list[str]:
    """Return an id and those that it leads to, in order, each once."""
    path: dict[str, None] = {}
    at = entity
    while at not in path:
        path[at] = None
        at = _next(at, merges, automatic)
    return list(path)


def _next(entity: str, merges: Mapping[str, str], automatic: Mapping[str, str]) -> str:
    return merges.get(entity) or automatic.get(entity, entity)
