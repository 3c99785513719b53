"""Runs of the same words in two texts, none overlapping another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

# a run has at least so many words; shorter ones are turns of phrase, even beside a longer run
SEED = 6


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words [one, one + length) of one text that are the words [other, other + length) of another."""

    one: int
    other: int
    length: int

    @property
    def one_end(self) -> int:
        """Return the number of the word behind the run in the one text."""
        return self.one + self.length

    @property
    def other_end(self) -> int:
        """Return the number of the word behind the run in the other text."""
        return self.other + self.length


def shared_runs(one: Sequence[str], other: Sequence[str]) -> list[Run]:
    """Return the longest runs of at least `SEED` words that two texts share, in no order, as far as each can go.

    They may overlap. Where words are repeated, the first time in one text is paired with the first in the other, the
    second with the second: so that a text of one word over and over costs no more than any other.

    >>> shared_runs("x a b c d e f g y".split(), "a b c d e f g z".split())
    [Run(one=1, other=0, length=7)]
    """
    found: list[Run] = []
    for diagonal, at in sorted(_seeds(one, other)):
        if found and found[-1].other - found[-1].one == diagonal and at < found[-1].one_end:
            continue
        found.append(_extended(one, other, at, diagonal))
    return found


def cut(runs: Iterable[Run], one_cuts: Sequence[int], other_cuts: Sequence[int]) -> Iterator[Run]:
    """Yield the runs parted before the given words of either text; parts of fewer than `SEED` words are left out."""
    at_one, at_other = set(one_cuts), set(other_cuts)
    for run in runs:
        start = 0
        for step in range(1, run.length + 1):
            if step == run.length or run.one + step in at_one or run.other + step in at_other:
                if step - start >= SEED:
                    yield Run(run.one + start, run.other + start, step - start)
                start = step


def apart(runs: Iterable[Run]) -> list[Run]:
    """Return the runs that are left in the order of the one text when the longest takes its words first in both texts.

    What a longer one leaves of a shorter one counts as long as it has `SEED` words. This is greedy string tiling:
    M. J. Wise, "String Similarity via Greedy String Tiling and Running Karp-Rabin Matching", 1993.
    """
    waiting = [(-run.length, run.one, run.other) for run in runs]
    heapify(waiting)
    one_taken: set[int] = set()
    other_taken: set[int] = set()
    kept: list[Run] = []
    while waiting:
        size, one, other = heappop(waiting)
        start, end = 0, -size
        # all that is taken is at least as long as this: it can reach in from the ends, never lie within
        while start < end and (one + start in one_taken or other + start in other_taken):
            start += 1
        while start < end and (one + end - 1 in one_taken or other + end - 1 in other_taken):
            end -= 1
        if end - start == -size:
            kept.append(Run(one, other, -size))
            one_taken.update(range(one, one + end))
            other_taken.update(range(other, other + end))
        elif end - start >= SEED:
            heappush(waiting, (start - end, one + start, other + start))
    return sorted(kept)


def _seeds(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield diagonal (place in the other text less place in the one) and place in the one of words in both."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, words in enumerate(_grams(one)):
        places[words].append(at)
    unpaired = {words: iter(found) for words, found in places.items()}
    for at, words in enumerate(_grams(other)):
        place = next(unpaired.get(words, _NONE), None)
        if place is not None:
            yield at - place, place


_NONE: Iterator[int] = iter(())


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(SEED)), strict=False)


def _extended(one: Sequence[str], other: Sequence[str], at: int, diagonal: int) -> Run:
    """Return the run around the words from `at` of the one text, as far as it goes both ways."""
    start, end = at, at + SEED
    while start > 0 and start + diagonal > 0 and one[start - 1] == other[start - 1 + diagonal]:
        start -= 1
    while end < len(one) and end + diagonal < len(other) and one[end] == other[end + diagonal]:
        end += 1
    return Run(start, start + diagonal, end - start)
