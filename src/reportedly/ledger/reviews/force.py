"""Which reviews hold: those that nobody took back, in the order in which they count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reportedly.ledger.reviews.review import Review, Verb


def in_force(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Return the reviews that hold, earliest first; an undo may itself be undone, and an undo itself is none of them.

    It depends on the set of reviews alone. An undo whose review is not among them does nothing.
    """
    log = {review.id: review for review in reviews}
    undone = undone_by(log.values())
    holding = [(review.order, review) for one, review in log.items() if one not in undone and review.verb != Verb.UNDO]
    return tuple(review for _, review in sorted(holding, key=lambda pair: pair[0]))


def undone_by(reviews: Iterable[Review]) -> dict[str, str]:
    """Return, for each review that is undone, undos among them, the id of the latest undo that holds."""
    log = {review.id: review for review in reviews}
    undos: defaultdict[str, list[str]] = defaultdict(list)
    for one, review in log.items():
        undone = log.get(review.undoes or "")
        if undone is not None and (undone.about, undone.target) == (review.about, review.target):
            undos[undone.id].append(one)
    found: dict[str, str] = {}
    # an undo is judged after those that undo it: what is undone names no later review, so that there is no circle
    for one in sorted(log, key=_depths(log).__getitem__, reverse=True):
        holding = [undo for undo in undos[one] if undo not in found]
        if holding:
            found[one] = max(holding, key=lambda undo: log[undo].order)
    return found


def _depths(log: dict[str, Review]) -> dict[str, int]:
    """Return how many undos lie between each review and the first one that it takes back or restores."""
    depths: dict[str, int] = {}
    for one in log:
        path = []
        at: str | None = one
        while at in log and at not in depths:
            path.append(at)
            at = log[at].undoes
        depth = depths.get(at or "", -1)
        for step in reversed(path):
            depth += 1
            depths[step] = depth
    return depths
