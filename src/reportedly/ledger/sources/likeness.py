"""Which entities of those that share a key are alike, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations, product

from reportedly.ledger.sources.grouping import EntityDraft
from reportedly.ledger.sources.lookups import Lookup, words_of
from reportedly.ledger.sources.pairings import is_acronym
from reportedly.ledger.sources.people import is_initial, name_words


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
        if splits is None:
            found: Iterator[tuple[EntityDraft, EntityDraft]] = combinations(block, 2)
        else:
            sides: dict[bool, list[EntityDraft]] = {True: [], False: []}
            for draft in block:
                sides[splits(draft)].append(draft)
            found = product(sides[True], sides[False])
        for one, other in found:
            if one.name_key != other.name_key and one.cell.fits(other.cell):
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
        if is_one_edit(one.name_key, other.name_key):
            yield one, other, likeness


def is_one_edit(one: str, other: str) -> bool:
    """Tell whether a letter more, less or changed makes one word of the other, or two that change places.

    >>> is_one_edit("castor", "castro"), is_one_edit("quill", "quil"), is_one_edit("abcd", "bcde")
    (True, True, False)
    """
    short, long = sorted((one, other), key=len)
    at = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2][::-1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]


# what pairs the entities that share a key of each kind
PAIRS: dict[Lookup, Callable[[Sequence[EntityDraft]], Pairs]] = {
    Lookup.NAME: _of_one_name,
    Lookup.SURNAME: _where(Likeness.SURNAME, _is_bare),
    Lookup.INITIALS: _where(Likeness.INITIALS, _is_short),
    Lookup.ENDS: _of_same_ends,
    Lookup.ORDER: _where(Likeness.ORDER),
    Lookup.SPELLING: _one_letter,
}
