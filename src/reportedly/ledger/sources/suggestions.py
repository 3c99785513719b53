"""Pairs of entities that may be one, offered to a person for review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from reportedly.ledger.sources.grouping import EntityDraft
from reportedly.ledger.sources.lookups import Lookup, lookup_keys, words_of
from reportedly.ledger.sources.pairings import is_acronym
from reportedly.ledger.sources.people import is_initial, name_words
from reportedly.ledger.sources.portraits import Portrait, portrait

# so many pairs at most are offered for what shares one key, the likeliest: "Smith" is nobody's in particular
_MOST = 10
# a surname that more entities than these have speaks the less for any of them
_MANY = 4


class Likeness(StrEnum):
    """Why two entities are offered as one."""

    UNDECIDED = "same name, undecided"
    ROLES = "same name, different roles"
    COUNTRIES = "same name, different countries"
    MIDDLE_INITIALS = "same name, different initials"
    KINDS = "same name, different kinds"
    ORDER = "name order"
    SPELLING = "spelling"
    MIDDLE = "middle name"
    SUFFIX = "name suffix"
    COUNTRY_NAMED = "with and without its country"
    INITIALS = "initials"
    SURNAME = "surname only"


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
    """Return the pairs to review among entities, the likeliest first; those of one entity with others are found alike.

    `entities` may be all of a ledger or those that share a key of `lookup_keys` with one; `settled` are pairs
    of ids, the lesser first, that are merged or that a person has said are two.
    """
    blocks: defaultdict[tuple[Lookup, str], list[EntityDraft]] = defaultdict(list)
    for draft in entities:
        for key in lookup_keys(draft):
            blocks[key].append(draft)
    best: dict[tuple[str, str], _Offer] = {}
    for (lookup, _), block in blocks.items():
        for offer in _offers(lookup, sorted(block, key=lambda draft: draft.key)):
            pair = (offer.suggestion.first, offer.suggestion.second)
            if pair not in settled and (pair not in best or offer.rank < best[pair].rank):
                best[pair] = offer
    return tuple(offer.suggestion for offer in sorted(best.values(), key=lambda offer: offer.rank))


def _offers(lookup: Lookup, block: Sequence[EntityDraft]) -> list[_Offer]:
    """Return what is offered among the entities that share a key, the likeliest of it."""
    if len(block) < 2:
        return []
    crowd = int(lookup is Lookup.SURNAME and len(block) > _MANY)
    pairs = list(_PAIRS[lookup](block))
    offers = sorted((_offer(*pair, crowd) for pair in pairs), key=lambda offer: offer.rank)
    return offers[:_MOST]


def _offer(one: EntityDraft, other: EntityDraft, likeness: Likeness, crowd: int) -> _Offer:
    evidence, weight = _shared(portrait(one.profiles), portrait(other.profiles))
    first, second = sorted((one.id, other.id))
    words = (f"“{portrait(one.profiles).name}” and “{portrait(other.profiles).name}”", *evidence)
    suggestion = Suggestion(first, second, likeness, words)
    return _Offer(suggestion, _WEIGHTS[likeness] + weight - crowd, min(one.articles, other.articles))


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


Pairs = Iterator[tuple[EntityDraft, EntityDraft, Likeness]]


def _of_one_name(block: Sequence[EntityDraft]) -> Pairs:
    for one, other in combinations(block, 2):
        yield one, other, _difference(one, other)


def _difference(one: EntityDraft, other: EntityDraft) -> Likeness:
    if one.cell.person != other.cell.person:
        return Likeness.KINDS
    if one.cell.fits(other.cell):
        return Likeness.UNDECIDED
    if one.cell.country and other.cell.country and one.cell.country != other.cell.country:
        return Likeness.COUNTRIES
    different = one.cell.world and other.cell.world and one.cell.world != other.cell.world
    return Likeness.ROLES if different else Likeness.MIDDLE_INITIALS


def _where(
    likeness: Likeness, splits: Callable[[EntityDraft], bool] | None = None
) -> Callable[[Sequence[EntityDraft]], Pairs]:
    """Return what pairs the entities of a block that have different names and fit: one that it `splits` with others."""

    def pairs(block: Sequence[EntityDraft]) -> Pairs:
        for one, other in combinations(block, 2):
            if one.name_key == other.name_key or not one.cell.fits(other.cell):
                continue
            if splits is None or splits(one) != splits(other):
                yield one, other, likeness

    return pairs


def _is_bare(draft: EntityDraft) -> bool:
    return len(words_of(draft)) == 1


def _is_short(draft: EntityDraft) -> bool:
    """Tell whether a name is shortened to initials: "J. Senn", "VHB"."""
    if not draft.cell.person:
        return any(is_acronym(profile.name) for profile in draft.profiles)
    return any(is_initial(name_words(profile.name)[0]) for profile in draft.profiles)


def _of_same_ends(block: Sequence[EntityDraft]) -> Pairs:
    """Pair names with and without a middle name, a body's country, or "Jr.", which may tell a son from his father."""
    for one, other, likeness in _where(Likeness.MIDDLE)(block):
        if one.cell.person:
            yield one, other, Likeness.SUFFIX if words_of(one) == words_of(other) else likeness
        else:
            yield one, other, Likeness.COUNTRY_NAMED


def _one_letter(block: Sequence[EntityDraft]) -> Pairs:
    for one, other, likeness in _where(Likeness.SPELLING)(block):
        if abs(len(one.name_key) - len(other.name_key)) <= 1:
            yield one, other, likeness


_PAIRS: dict[Lookup, Callable[[Sequence[EntityDraft]], Pairs]] = {
    Lookup.NAME: _of_one_name,
    Lookup.SURNAME: _where(Likeness.SURNAME, _is_bare),
    Lookup.INITIALS: _where(Likeness.INITIALS, _is_short),
    Lookup.ENDS: _of_same_ends,
    Lookup.ORDER: _where(Likeness.ORDER),
    Lookup.SPELLING: _one_letter,
}
