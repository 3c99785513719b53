"""Which statement of one version is which of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.ledger.versions.sides import Voiced

# how much of two contents must be the same words (Dice) where the same speaks, and where another does
_SAME_SOURCE = 0.5
_OTHER_SOURCE = 0.8
# a word in the contents of more statements than this brings no two of them together
_COMMON = 50

Pair = tuple[Voiced, Voiced]


def matched(old: Sequence[Voiced], new: Sequence[Voiced]) -> list[Pair]:
    """Return which of the old statements is which of the new ones, each used once, in the order of the new ones.

    The most alike come first: in content, then in source, cue and place. A statement without a counterpart is in no
    pair: one of the same source whose content is half the same words, or one whose content is hardly changed.
    """
    pairs = _identical(old, new)
    used, used_new = ({pair[side].number for pair in pairs} for side in (0, 1))
    rest = [voiced for voiced in old if voiced.number not in used]
    rest_new = [voiced for voiced in new if voiced.number not in used_new]
    for _, one, other in sorted(_alike(rest, rest_new), key=lambda found: found[0]):
        if one.number not in used and other.number not in used_new:
            used.add(one.number)
            used_new.add(other.number)
            pairs.append((one, other))
    return sorted(pairs, key=lambda pair: pair[1].number)


def _identical(old: Iterable[Voiced], new: Iterable[Voiced]) -> list[Pair]:
    """Return the pairs that say the same with the same cue and source, in order where there are several."""
    waiting: defaultdict[object, list[Voiced]] = defaultdict(list)
    for voiced in old:
        waiting[_key(voiced)].append(voiced)
    ahead = {key: iter(found) for key, found in waiting.items()}
    return [(one, other) for other in new if (one := next(ahead.get(_key(other), iter(())), None)) is not None]


def _key(voiced: Voiced) -> object:
    statement = voiced.statement
    manner = statement.stance, statement.reporter, voiced.negations
    return voiced.says, frozenset(voiced.speakers), voiced.source, manner


def _alike(
    old: Sequence[Voiced], new: Sequence[Voiced]
) -> Iterator[tuple[tuple[float, int, int, int], Voiced, Voiced]]:
    """Yield the pairs that may be one statement, with what they are sorted by: the least is the best."""
    for one, other in _sharing(old, new):
        overlap = _dice(one.says, other.says)
        same = one.has_source_of(other)
        if overlap >= (_SAME_SOURCE if same else _OTHER_SOURCE):
            agreed = 0.2 * same + 0.1 * (one.statement.stance is other.statement.stance)
            yield (-overlap - agreed, abs(one.number - other.number), one.number, other.number), one, other


def _sharing(old: Sequence[Voiced], new: Sequence[Voiced]) -> Iterator[Pair]:
    """Yield the pairs whose contents share a word that is not common, or that have no content."""
    holders: defaultdict[str, list[Voiced]] = defaultdict(list)
    for voiced in old:
        for word in {*voiced.says} or {""}:
            holders[word].append(voiced)
    for other in new:
        words = {*other.says} or {""}
        lists = (holders[word] for word in words if word in holders and len(holders[word]) <= _COMMON)
        for one in {voiced.number: voiced for found in lists for voiced in found}.values():
            yield one, other


def _dice(one: Sequence[str], other: Sequence[str]) -> float:
    """Return twice the number of shared words over the number of all, each as often as it stands; 1 without any."""
    shared = (Counter(one) & Counter(other)).total()
    return 2 * shared / (len(one) + len(other)) if one or other else 1.0
