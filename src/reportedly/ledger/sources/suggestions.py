"""Pairs of entities that may be one, offered to a person for review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.ledger.sources.grouping import EntityDraft
from reportedly.ledger.sources.likeness import PAIRS, Likeness
from reportedly.ledger.sources.lookups import Lookup, lookup_keys
from reportedly.ledger.sources.portraits import Portrait, portrait

# so many pairs at most are offered for what shares one key, the likeliest: "Smith" is nobody's in particular
_MOST = 10
# a surname that more entities than these have speaks the less for any of them
_MANY = 4


# how much each kind of likeness speaks for two being one, in steps of which one is the worth of a shared country
_WEIGHTS = {
    Likeness.UNDECIDED: 3,
    Likeness.ORDER: 3,
    Likeness.SPELLING: 3,
    Likeness.MIDDLE: 3,
    Likeness.INITIALS: 2,
    Likeness.ROLES: 2,
    Likeness.KINDS: 2,
    Likeness.COUNTRY_NAMED: 2,
    Likeness.SUFFIX: 1,
    Likeness.SURNAME: 1,
    Likeness.COUNTRIES: 1,
    Likeness.MIDDLE_INITIALS: 0,
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entities that may be one: their ids, the lesser first, why, and the words that speak for it."""

    first: str
    second: str
    likeness: Likeness
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Offer:
    """A suggestion with what it is ranked by."""

    suggestion: Suggestion
    weight: int
    articles: int

    @property
    def rank(self) -> tuple[int, int, str, str]:
        return (-self.weight, -self.articles, self.suggestion.first, self.suggestion.second)


def suggestions(
    entities: Iterable[EntityDraft], settled: frozenset[tuple[str, str]] = frozenset()
) -> tuple[Suggestion, ...]:
    """Return the pairs to review among entities, the likeliest first.

    `entities` may be all of a ledger or those that share a key of `lookup_keys` with one; `settled` are pairs of ids,
    the lesser first, that are merged or that a person has said are two.
    """
    blocks: defaultdict[tuple[Lookup, str], list[EntityDraft]] = defaultdict(list)
    for draft in entities:
        for key in lookup_keys(draft):
            blocks[key].append(draft)
    desk = _Desk()
    best: dict[tuple[str, str], _Offer] = {}
    for (lookup, _), block in blocks.items():
        for offer in desk.offers(lookup, block) if len(block) > 1 else ():
            pair = (offer.suggestion.first, offer.suggestion.second)
            if pair not in settled and (pair not in best or offer.rank < best[pair].rank):
                best[pair] = offer
    return tuple(offer.suggestion for offer in sorted(best.values(), key=lambda offer: offer.rank))


class _Desk:
    """Where pairs are weighed; what is told of an entity is put together once."""

    def __init__(self) -> None:
        self._portraits: dict[str, Portrait] = {}

    def offers(self, lookup: Lookup, block: Sequence[EntityDraft]) -> list[_Offer]:
        """Return what is offered among the entities that share a key, the likeliest of it."""
        crowd = int(lookup is Lookup.SURNAME and len(block) > _MANY)
        pairs = PAIRS[lookup](sorted(block, key=lambda draft: draft.key))
        return sorted((self._offer(*pair, crowd) for pair in pairs), key=lambda offer: offer.rank)[:_MOST]

    def _offer(self, one: EntityDraft, other: EntityDraft, likeness: Likeness, crowd: int) -> _Offer:
        first, second = self._portrait(one), self._portrait(other)
        evidence, weight = _shared(first, second)
        ids = sorted((one.id, other.id))
        suggestion = Suggestion(ids[0], ids[1], likeness, (f"“{first.name}” and “{second.name}”", *evidence))
        return _Offer(suggestion, _WEIGHTS[likeness] + weight - crowd, min(one.articles, other.articles))

    def _portrait(self, draft: EntityDraft) -> Portrait:
        if draft.key not in self._portraits:
            self._portraits[draft.key] = portrait(draft.profiles)
        return self._portraits[draft.key]


def _shared(one: Portrait, other: Portrait) -> tuple[list[str], int]:
    """Return what two portraits have in common, or tell differently, in words, and what that weighs."""
    evidence, weight = [], 0
    for what, worth, mine, theirs in (
        ("role", 2, one.roles, other.roles),
        ("affiliation", 2, one.affiliations, other.affiliations),
        ("country", 1, one.countries, other.countries),
    ):
        lowered = {told.words.lower() for told in theirs}
        both = next((told.words for told in mine if told.words.lower() in lowered), None)
        if both:
            evidence.append(f"same {what}: {both}")
            weight += worth
        elif mine and theirs:
            evidence.append(f"{what}: {mine[0].words}, {theirs[0].words}")
    return evidence, weight
