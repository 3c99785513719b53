"""Which profiles of one name are one entity, whatever the order in which articles gave them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.ledger.sources.bodies import is_office
from reportedly.ledger.sources.cells import ORDER, Cell, Worlds, by_cell, cell_of
from reportedly.ledger.sources.profiles import Profile, sort_key
from reportedly.model.digests import digest

# Of several who may bear a name, a profile that does not tell which is taken for the one with so many times as many
# profiles as all the others together. In 591 articles of public corpora one misread role of a candidate (1 profile to
# 40) would else leave 87 of the 130 articles that name him undecided; any number from 1 to 10 gave the same there.
_SURE = 5


@dataclass(frozen=True, slots=True)
class EntityDraft:
    """A person or body as the profiles of one name give it.

    `name_key` and `cell`, which is what sets it apart from others of the name, make its `key`; its namesakes have no
    part in that, so that they leave it as it is. `formerly` are the keys of members that stand for themselves as long
    as nothing more is known of the name. `candidates` are the keys of all others of that name, and `undecided` tells
    that it may be one of several of them.
    """

    name_key: str
    cell: Cell
    profiles: tuple[Profile, ...]
    formerly: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    undecided: bool = False

    @property
    def key(self) -> str:
        """Return what tells it from all others."""
        return self.cell.key(self.name_key)

    @property
    def id(self) -> str:
        """Return the id of its key."""
        return entity_id(self.key)

    @property
    def articles(self) -> int:
        """Return how many articles its profiles stand in; one in which it has two profiles counts twice."""
        return sum(profile.articles for profile in self.profiles)


def entity_id(key: str) -> str:
    """Return the 16 hexadecimal digits by which an entity is known outside."""
    return digest("entity", key)[:16]


def profile_key(name_key: str, profile: Profile) -> str:
    """Return the key of the entity that a profile is of as long as nothing else of its name is known.

    It never changes; `EntityDraft.formerly` tells which entity has taken it in.
    """
    return cell_of(profile).key(name_key)


def own_key(article: str, source: str) -> str:
    """Return the key of a source that is nobody's but its article's: unnamed, or set apart by a person.

    `article` is the article's id, `source` the id of the source within it.
    """
    return f"article|{article}|{source}"


def group(name_key: str, profiles: Iterable[Profile]) -> tuple[EntityDraft, ...]:
    """Return the entities that the profiles of one name are of, in the order of their keys.

    Profiles of conflicting kind, world, country or initials stay apart. One that tells less goes to the only entity
    that it fits, or to the one that nearly all profiles are of; where it fits several, it is undecided and stands for
    itself. What an entity is depends on the set of profiles alone.
    """
    members = sorted(set(profiles), key=sort_key)
    raw = by_cell(members)
    worlds = Worlds(members)
    placed: defaultdict[Cell, list[Cell]] = defaultdict(list)
    for cell in raw:
        placed[worlds.placed(cell)].append(cell)
    homes = _homes(name_key, {cell: [one for part in parts for one in raw[part]] for cell, parts in placed.items()})
    inside: defaultdict[Cell, list[Cell]] = defaultdict(list)
    for cell, home in homes.items():
        inside[home or cell] += placed[cell]
    keys = sorted(cell.key(name_key) for cell in inside)
    drafts = []
    for cell, parts in inside.items():
        key = cell.key(name_key)
        drafts.append(
            EntityDraft(
                name_key,
                cell,
                tuple(sorted((one for part in parts for one in raw[part]), key=sort_key)),
                tuple(sorted({part.key(name_key) for part in parts} - {key})),
                tuple(other for other in keys if other != key),
                homes[cell] is None,
            )
        )
    return tuple(sorted(drafts, key=lambda draft: draft.key))


def _homes(name_key: str, profiles: Mapping[Cell, Sequence[Profile]]) -> dict[Cell, Cell | None]:
    """Return the cell that the profiles of each cell go to, which may be their own; None where it is undecided."""
    homes: dict[Cell, Cell | None] = {}
    support: defaultdict[Cell, int] = defaultdict(int)
    for known in ORDER:
        level = {cell: _home(name_key, cell, profiles, support) for cell in profiles if cell.known == known}
        for cell, home in level.items():
            homes[cell] = home
            if home is not None:
                support[home] += len(profiles[cell])
    return homes


def _home(
    name_key: str, cell: Cell, profiles: Mapping[Cell, Sequence[Profile]], support: Mapping[Cell, int]
) -> Cell | None:
    """Return where a cell belongs among those that tell more, of which `support` says how many profiles are theirs."""
    fitting = [other for other in support if other.fits(cell)]
    if not fitting:
        return cell
    if not cell.person and not cell.country and is_office(name_key, profiles[cell][0].name):
        return None  # every country has a foreign ministry
    if len(fitting) == 1:
        return fitting[0]
    likely = max(fitting, key=lambda other: support[other])
    rest = sum(support[other] for other in fitting) - support[likely]
    return likely if support[likely] >= _SURE * rest else None
