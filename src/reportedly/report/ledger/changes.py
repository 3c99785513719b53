"""Tells what changed between two versions of a page, or two readings of it."""

from __future__ import annotations

from collections import Counter

from reportedly.ledger.versions import ChangeKind, Difference

_WORDS = {
    ChangeKind.ADDED: "added",
    ChangeKind.DROPPED: "dropped",
    ChangeKind.REATTRIBUTED: "re-attributed",
    ChangeKind.RESTANCED: "with another stance",
    ChangeKind.REWORDED: "reworded",
    ChangeKind.REREAD: "read otherwise",
}


def summary(difference: Difference) -> str:
    """Return what changed in one phrase, empty where nothing did: "2 statements added, 1 reworded"."""
    counts = Counter(change.kind for change in difference.changes)
    told = [(counts[kind], words) for kind, words in _WORDS.items() if counts[kind]]
    phrases = [f"{number} {words}" for number, words in told]
    if phrases:
        number, words = told[0]
        phrases[0] = f"{number} statement{'' if number == 1 else 's'} {words}"
    return ", ".join(phrases)
