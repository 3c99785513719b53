"""Acronyms and the names that they stand for, where an article calls one body by both."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.ledger.sources.bodies import body_key, bracketed_acronym, initials_of
from reportedly.ledger.sources.grouping import EntityDraft
from reportedly.ledger.sources.keys import name_key
from reportedly.model import Source, SourceKind

# letters of an acronym
_SHORTEST, _LONGEST = 2, 8


def pairings(source: Source, text: str) -> tuple[tuple[str, str], ...]:
    """Return the names that a source of an article with this text is compared under: each acronym with the full one.

    An acronym counts that stands in brackets at the end of the name, or that is one of the source's mentions and either
    stands in brackets in the text or is made of the name's initials.
    """
    full = name_key(source)
    if full is None or source.kind is SourceKind.PERSON or is_acronym(source.name):
        return ()
    mentioned = {mention.of(text) for mention in source.mentions}
    forms = {form for form in mentioned if is_acronym(form) and (f"({form})" in text or _spells(source.name, form))}
    bracketed = bracketed_acronym(source.name)
    keys = {body_key(form, source.kind, source.country) for form in forms | ({bracketed} if bracketed else set())}
    return tuple((key, full) for key in sorted(key for key in keys if key is not None and key != full))


def _spells(name: str, acronym: str) -> bool:
    return initials_of(name) == acronym.replace(".", "").lower()


def is_acronym(name: str) -> bool:
    """Tell whether a name is an acronym.

    >>> is_acronym("VHB"), is_acronym("V.H.B."), is_acronym("Veyra"), is_acronym("HARBOUR BOARD")
    (True, True, False, False)
    """
    letters = name.replace(".", "")
    return letters.isupper() and letters.isalpha() and _SHORTEST <= len(letters) <= _LONGEST


def paired(short: Sequence[EntityDraft], full: Sequence[Sequence[EntityDraft]]) -> dict[str, str]:
    """Return the automatic merges of an acronym's entities, those of one name, into those of the names paired with it.

    `full` are the entities of each name that any article pairs the acronym with. An acronym of two names stays apart,
    and so does one that fits none or several of the entities of its name.
    """
    if len(full) != 1:
        return {}
    found = {}
    for draft in short:
        fitting = [other for other in full[0] if not other.undecided and other.cell.fits(draft.cell)]
        if len(fitting) == 1:
            found[draft.id] = fitting[0].id
    return found
