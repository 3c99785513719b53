"""Which place each name of a story means: the likeliest one, by weights learnt on annotated news."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from reportedly.lexicon import load
from reportedly.reading.places.candidates import candidates_of
from reportedly.reading.places.evidence import FEATURES, Array, Group, Table, table_of, with_context
from reportedly.reading.places.gazetteer import Entry
from reportedly.reading.places.mentions import Mention, same_place

# after three rounds of looking at each other the names' places no longer change
_ROUNDS = 3
# names read together; more are read in runs of so many, since time grows with the square
_TOGETHER = 40


@cache
def weights() -> tuple[Array, float]:
    """Return the weight of each feature and of there being no such place (data/en/place_weights.toml)."""
    data = load("place_weights")
    return np.array([data["weights"][name] for name in FEATURES]), float(data["none"])


def resolve(mentions: Sequence[Mention], peoples: Sequence[str], domain: str | None) -> list[Entry | None]:
    """Return the place that each mention of a story means, or None where no entry is likely to be meant."""
    groups, of = grouped(mentions)
    chosen: list[Entry | None] = []
    for first in range(0, len(groups), _TOGETHER):
        table = table_of(groups[first : first + _TOGETHER], peoples, domain)
        chosen += best(table, chances(table, *weights()))
    return [chosen[number] for number in of]


def grouped(mentions: Sequence[Mention]) -> tuple[list[Group], list[int]]:
    """Return the groups of mentions that mean one place, and the number of each mention's group.

    A story means one place by a name, unless it says of one mention that it lies elsewhere than another.
    """
    groups: list[Group] = []
    of: list[int] = []
    known: dict[tuple[str, str, str, str], int] = {}
    last: dict[tuple[str, str, str], str] = {}
    for mention in reversed(mentions):
        if mention.within:
            last[same_place(mention)] = mention.within  # the first one of all is left
    for mention in mentions:
        same = same_place(mention)
        within = mention.within or last.get(same, "")
        last[same] = within
        number = known.setdefault((*same, within), len(groups))
        if number == len(groups):
            groups.append(Group(mention.name, candidates_of(mention.name, mention.word)))
        group = groups[number]
        if mention.kind is not None:
            group.kinds.add(mention.kind)
        if within:
            group.within.add(within)
        if mention.near is not None:
            group.near.append(mention.near)
        of.append(number)
    return groups, of


def chances(table: Table, weight: Array, none: float) -> Array:
    """Return how likely each candidate is what its name means; what is left to 1 is for there being no such place."""
    features = table.fixed
    found = _shares(table, features @ weight, none)
    for _ in range(_ROUNDS):
        features = with_context(table, found)
        found = _shares(table, features @ weight, none)
    return found


def _shares(table: Table, scores: Array, none: float) -> Array:
    powers = np.exp(np.clip(scores - none, -40.0, 40.0))
    sums = np.bincount(table.group, powers, minlength=len(table.groups)) + 1.0
    return np.asarray(powers / sums[table.group])


def best(table: Table, found: Array) -> list[Entry | None]:
    """Return each group's likeliest entry, or None if it is likelier that its name means none of them."""
    chosen: list[Entry | None] = [None] * len(table.groups)
    reached: dict[int, float] = {}
    total = np.bincount(table.group, found, minlength=len(table.groups))
    for row, group in enumerate(table.group.tolist()):
        if total[group] >= 0.5 and found[row] > reached.get(group, 0.0):
            reached[group] = float(found[row])
            chosen[group] = table.entries[row]
    return chosen
