"""What speaks for each place that the names of a story may mean: a table of numbers for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reportedly.reading.places.candidates import Candidate, candidates_of, country_named, lies_in
from reportedly.reading.places.gazetteer import Entry, PlaceKind, Strength
from reportedly.reading.places.mentions import Near

Array = NDArray[np.float64]

# the columns of the table; the weights in data/en/place_weights.toml have these names
FEATURES = (
    "population",
    "most_people",
    "country",
    "capital",
    "division",
    "district",
    "region",
    "other_name",
    "sound",
    "better_named",
    "several_words",
    "kind_said",
    "kind_unsaid",
    "within",
    "not_within",
    "near",
    "not_near",
    "same_country",
    "country_share",
    "country_named",
    "same_division",
    "division_share",
    "same_district",
    "in_named_division",
    "in_named_district",
    "holds_named",
    "close",
    "nearby",
    "people",
    "domain",
)
_AREAS = (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION)
_EARTH = 6371.0
# kilometres over which "close" and "nearby" fall to a third
_CLOSE, _NEARBY = 40.0, 250.0
# people from which on a place's being named tells half as much of which places are near
_LARGE = 300_000
# what a distance given in the text may be off: it is measured along a road and rounded
_SLACK, _MARGIN = 0.5, 12.0


@dataclass(slots=True)
class Group:
    """The mentions of a story that mean one place: its candidates and what the text says of it."""

    name: str
    candidates: tuple[Candidate, ...]
    kinds: set[PlaceKind] = field(default_factory=set)
    within: set[str] = field(default_factory=set)
    near: list[Near] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """All candidates of all groups of a story, one a row; `group` tells whose each is."""

    groups: Sequence[Group]
    entries: Sequence[Entry]
    group: NDArray[np.intp]
    fixed: Array
    country: NDArray[np.intp]
    division: NDArray[np.intp]
    district: NDArray[np.intp]
    number: NDArray[np.intp]

    @cached_property
    def kind(self) -> NDArray[np.intp]:
        """Return the kind of each candidate."""
        return np.array([entry.kind for entry in self.entries], np.intp)

    @cached_property
    def telling(self) -> Array:
        """Return how much each candidate's being named tells of what else is named: news names capitals everywhere."""
        people = np.array([entry.population for entry in self.entries], float)
        return np.where(self.kind == PlaceKind.CAPITAL, 0.3, 1.0) / (1.0 + np.sqrt(people / _LARGE))

    @cached_property
    def distances(self) -> Array:
        """Return the kilometres between the candidates; an area is far from everything."""
        away = distances(self.entries, self.entries)
        area = np.array([entry.kind in _AREAS for entry in self.entries], bool)
        away[area] = away[:, area] = 1e6
        return away

    @cached_property
    def kernels(self) -> tuple[Array, Array]:
        """Return how close and how nearby the candidates of different groups are to each other, 0 to 1."""
        apart = self.group[:, None] != self.group[None, :]
        return tuple(np.exp(-self.distances / km) * apart for km in (_CLOSE, _NEARBY))


def distances(some: Sequence[Entry], others: Sequence[Entry]) -> Array:
    """Return the kilometres between places on a sphere, one row for each of `some`."""
    chords = np.clip(_units(some) @ _units(others).T, -1.0, 1.0)
    return np.asarray(np.arccos(chords) * _EARTH)


def _units(entries: Sequence[Entry]) -> Array:
    lat, lon = np.radians([entry.lat for entry in entries]), np.radians([entry.lon for entry in entries])
    return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=1)


def table_of(groups: Sequence[Group], peoples: Sequence[str], domain: str | None) -> Table:
    """Return the table of a story's groups; of `peoples` named and the country `domain` of its address."""
    entries = [item.entry for group in groups for item in group.candidates]
    group = np.array([number for number, item in enumerate(groups) for _ in item.candidates], np.intp)
    fixed = np.zeros((len(entries), len(FEATURES)))
    row = 0
    for item in groups:
        foremost = next((place for place in item.candidates if _may_be_foremost(place)), None)
        for candidate in item.candidates:
            _describe(fixed[row], item, candidate)
            _say(fixed[row], "most_people", float(candidate is foremost))
            _say(fixed[row], "people", float(candidate.entry.country in peoples))
            _say(fixed[row], "domain", float(candidate.entry.country == domain and domain is not None))
            row += 1
        _place_near(fixed[row - len(item.candidates) : row], item)
    codes = {code: number for number, code in enumerate(sorted({entry.country or "" for entry in entries}))}
    return Table(
        groups,
        entries,
        group,
        fixed,
        np.array([codes[entry.country or ""] for entry in entries], np.intp),
        np.array([_division(entry) for entry in entries], np.intp),
        np.array([entry.district for entry in entries], np.intp),
        np.array([entry.number for entry in entries], np.intp),
    )


def _division(entry: Entry) -> int:
    return entry.number if entry.kind is PlaceKind.DIVISION else entry.division


def _say(row: Array, feature: str, value: float) -> None:
    row[FEATURES.index(feature)] = value


def _renown(entry: Entry) -> float:
    """Return the people of a place, of a capital at least a twentieth of its country's: news names it that often."""
    country = country_named(entry.country) if entry.kind is PlaceKind.CAPITAL and entry.country else None
    return max(entry.population, country.population / 20 if country else 0.0)


def _may_be_foremost(candidate: Candidate) -> bool:
    return candidate.strength is Strength.NAME and candidate.entry.kind is not PlaceKind.DISTRICT


def _describe(row: Array, group: Group, candidate: Candidate) -> None:
    entry = candidate.entry
    _say(row, "population", float(np.log10(_renown(entry) + 100)) - 2)
    kind = "region" if entry.kind in {PlaceKind.REGION, PlaceKind.CONTINENT} else entry.kind.name.lower()
    if kind in FEATURES:
        _say(row, kind, 1.0)
    other = candidate.strength is Strength.OTHER and entry.kind is not PlaceKind.DISTRICT  # "Logan" is Logan County's
    _say(row, "other_name", float(other))
    _say(row, "sound", float(candidate.strength is Strength.SOUND))
    named = any(item.strength is Strength.NAME for item in group.candidates)
    _say(row, "better_named", float(other and named))
    _say(row, "several_words", float(" " in group.name))
    if group.kinds:
        said = PlaceKind.PLACE if entry.kind is PlaceKind.CAPITAL else entry.kind
        fits = said in group.kinds or (entry.kind is PlaceKind.DISTRICT and PlaceKind.DIVISION in group.kinds)
        _say(row, "kind_said" if fits else "kind_unsaid", 1.0)
    if group.within:
        _say(row, "within" if any(lies_in(entry, name) for name in group.within) else "not_within", 1.0)


def _place_near(rows: Array, group: Group) -> None:
    """Say of a group's candidates whether they lie as far from another place as the text says."""
    for near in group.near:
        others = [item.entry for item in candidates_of(near.name) if item.entry.kind not in _AREAS][:10]
        if not others or not len(rows):
            continue
        away = distances([item.entry for item in group.candidates], others)
        limit = near.km * (1 + _SLACK) + _MARGIN
        fits = ((away <= limit) & (away > 1)).any(axis=1)
        rows[:, FEATURES.index("near")] = fits
        rows[:, FEATURES.index("not_near")] = ~fits


def with_context(table: Table, chances: Array) -> Array:
    """Return the table with what the other names of the story say, each candidate of theirs by its chance so far."""
    features = table.fixed.copy()

    def say(feature: str, mass: Array) -> None:
        features[:, FEATURES.index(feature)] = np.log1p(np.maximum(mass, 0.0))

    country = table.kind == PlaceKind.COUNTRY
    towns = np.where(country, 0.0, chances)
    same = _others(table, table.country, towns)
    say("same_country", same)
    elsewhere = towns.sum() - np.bincount(table.group, towns, len(table.groups))[table.group] + 1.0
    features[:, FEATURES.index("country_share")] = same / elsewhere
    say("country_named", _others(table, table.country, chances - towns))
    same = _others(table, table.division, chances)
    say("same_division", same)
    features[:, FEATURES.index("division_share")] = same / elsewhere
    say("same_district", _others(table, table.district, chances))
    named: dict[int, float] = {}
    for number, chance in zip(table.number.tolist(), chances.tolist(), strict=True):
        named[number] = named.get(number, 0.0) + chance
    say("in_named_division", np.array([named.get(entry.division, 0.0) for entry in table.entries]))
    say("in_named_district", np.array([named.get(entry.district, 0.0) for entry in table.entries]))
    held: dict[int, float] = {}
    for entry, chance in zip(table.entries, chances.tolist(), strict=True):
        held[entry.district] = held.get(entry.district, 0.0) + chance
    say("holds_named", np.array([held.get(entry.number, 0.0) for entry in table.entries]))
    close, nearby = table.kernels
    say("close", close @ (chances * table.telling))
    say("nearby", nearby @ (chances * table.telling))
    return features


def _others(table: Table, value: NDArray[np.intp], chances: Array) -> Array:
    """Return for each candidate the chance of candidates of other names that have the same value; none for -1."""
    values, place = np.unique(value, return_inverse=True)
    mass = np.zeros((len(table.groups), len(values)))
    np.add.at(mass, (table.group, place), chances)
    others = mass.sum(axis=0)[place] - mass[table.group, place]
    return np.where(value < 0, 0.0, others)
