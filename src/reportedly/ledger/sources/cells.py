"""What sets namesakes apart: a profile's kind, its world of life, its country and the initials within its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.ledger.sources.bodies import country_of_body
from reportedly.ledger.sources.careers import career_of, rank_of
from reportedly.ledger.sources.folding import folded
from reportedly.ledger.sources.people import middle_initials
from reportedly.ledger.sources.profiles import Profile

# which of world, country and initials a cell knows: cells are tried in this order, so that those that tell most are
# there first; a role tells more than a country, and both more than an initial
ORDER = (
    (True, True, True),
    (True, True, False),
    (True, False, True),
    (True, False, False),
    (False, True, True),
    (False, True, False),
    (False, False, True),
    (False, False, False),
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A place among those of one name: whether it is a person, the world, country and initials, each "" if unknown."""

    person: bool
    world: str = ""
    country: str = ""
    initials: str = ""

    @property
    def known(self) -> tuple[bool, bool, bool]:
        """Return which of the three that may be unknown are known."""
        return (bool(self.world), bool(self.country), bool(self.initials))

    def key(self, name: str) -> str:
        """Return the key of an entity of this name in this cell; it rests on nothing else that the ledger holds."""
        return "|".join((name, "person" if self.person else "body", self.world, self.country, self.initials))

    def fits(self, other: Cell) -> bool:
        """Tell whether two may be one: neither knows anything that goes against what the other knows."""
        return (
            self.person == other.person
            and _fit(self.world, other.world)
            and _fit(self.country, other.country)
            and _fit(self.initials, other.initials)
        )


def cell_of(profile: Profile) -> Cell:
    """Return the cell of a profile by itself."""
    country = country_of(profile) or ""
    if not profile.is_person:
        return Cell(person=False, country=country)
    worlds = career_of(profile.role).worlds
    return Cell(profile.is_person, next(iter(worlds), ""), country, middle_initials(profile.name) or "")


def country_of(profile: Profile) -> str | None:
    """Return the country that a profile tells of whom it is of.

    One that stands beside a role that tells none, such as "children of Cuban immigrants", does not count.
    """
    if not profile.is_person:
        return country_of_body(profile.name, profile.kind, profile.country)
    return profile.country if career_of(profile.role).tells_country else None


class Worlds:
    """Which worlds are one for the bearers of a name: those that one role spans, or two roles in one body.

    That holds for the cells that fit the country and initials of who has the roles, and for no others.
    """

    def __init__(self, profiles: Iterable[Profile]) -> None:
        spans: set[_Span] = set()
        of_body: defaultdict[str, set[_Span]] = defaultdict(set)
        for profile in profiles:
            worlds = career_of(profile.role).worlds if profile.is_person else ()
            span = _Span(_anywhere(cell_of(profile)), frozenset(worlds))
            spans.add(span)
            if worlds and profile.affiliation:
                of_body[folded(profile.affiliation)].add(span)
        for known in of_body.values():
            spans |= {one.with_(other) for one, other in combinations(known, 2) if one.place.fits(other.place)}
        self._spans = [span for span in spans if len(span.worlds) > 1]

    def placed(self, cell: Cell) -> Cell:
        """Return where a cell stands once the worlds that are one are taken for the first of them."""
        reached = {cell.world} - {""}
        near = [span.worlds for span in self._spans if span.place.fits(_anywhere(cell))]
        while more := [worlds for worlds in near if worlds & reached and not worlds <= reached]:
            reached = reached.union(*more)
        return replace(cell, world=min(reached, key=rank_of, default=""))


@dataclass(frozen=True, slots=True)
class _Span:
    """The worlds that are one where a cell, whose own world says nothing, fits."""

    place: Cell
    worlds: frozenset[str]

    def with_(self, other: _Span) -> _Span:
        place = Cell(
            self.place.person,
            "",
            self.place.country or other.place.country,
            self.place.initials or other.place.initials,
        )
        return _Span(place, self.worlds | other.worlds)


def _anywhere(cell: Cell) -> Cell:
    return replace(cell, world="")


def by_cell(profiles: Iterable[Profile]) -> Mapping[Cell, list[Profile]]:
    """Return the profiles of each cell by itself."""
    found: defaultdict[Cell, list[Profile]] = defaultdict(list)
    for profile in profiles:
        found[cell_of(profile)].append(profile)
    return found


def _fit(one: str, other: str) -> bool:
    return not one or not other or one == other
