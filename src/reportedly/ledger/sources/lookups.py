"""The keys under which the entities that one may be the same as are found, without comparing all with all."""

from __future__ import annotations

from enum import StrEnum

from reportedly.ledger.sources.bodies import initials_of, without_country
from reportedly.ledger.sources.folding import word_set
from reportedly.ledger.sources.grouping import EntityDraft
from reportedly.ledger.sources.pairings import is_acronym

# a letter more or less makes another name of a shorter one
_LONG = 10


class Lookup(StrEnum):
    """What two entities share that are found by one key."""

    NAME = "name"
    SURNAME = "surname"
    INITIALS = "initials"
    ENDS = "ends"
    ORDER = "order"
    SPELLING = "spelling"


LookupKey = tuple[Lookup, str]


def lookup_keys(draft: EntityDraft) -> frozenset[LookupKey]:
    """Return the keys that an entity is found by: some six, and for a long name one for each of its letters more.

    Two whose names differ by one letter share a key that leaves a letter out (Garbe's symmetric deletes).
    """
    name = draft.name_key
    keys = {(Lookup.NAME, name)} | (_of_person(draft) if draft.cell.person else _of_body(draft))
    if len(name) >= _LONG and not any(letter.isdigit() for letter in name):
        keys |= {(Lookup.SPELLING, name)}
        keys |= {(Lookup.SPELLING, name[:at] + name[at + 1 :]) for at in range(len(name)) if name[at] != " "}
    return frozenset(keys)


def words_of(draft: EntityDraft) -> list[str]:
    """Return the words of the name that a person is compared under, without "jr" and the like."""
    words = draft.name_key.split()
    return words[:-1] if len(words) > 1 and words[-1] in word_set("generations") else words


def _of_person(draft: EntityDraft) -> set[LookupKey]:
    words = words_of(draft)
    keys = {(Lookup.SURNAME, words[-1])}
    if len(words) > 1:
        keys |= {
            (Lookup.INITIALS, f"{words[0][0]} {words[-1]}"),
            (Lookup.ENDS, f"{words[0]} {words[-1]}"),
            (Lookup.ORDER, " ".join(sorted(draft.name_key.split()))),
        }
    return keys


def _of_body(draft: EntityDraft) -> set[LookupKey]:
    names = [profile.name for profile in draft.profiles]
    if any(is_acronym(name) for name in names):
        return {(Lookup.INITIALS, draft.name_key)}
    initials = {initials for name in names if (initials := initials_of(name))}
    rests = {without_country(name, draft.cell.country or None) for name in names}
    return {(Lookup.INITIALS, word) for word in initials} | {(Lookup.ENDS, rest) for rest in rests if " " in rest}
