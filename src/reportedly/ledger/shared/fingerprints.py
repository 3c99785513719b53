"""Fingerprints of an article: a few numbers by which articles that share a passage are found without comparing texts.

Winnowing: S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", 2003.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from reportedly.ledger.shared.own import OwnText

# A fingerprint stands for GRAM words, and of WINDOW such runs in a row at least one is kept: any 21 words in a row
# leave one, and 500 words leave 75. In 924 articles of PolNeAR and 219 of BASIL all 105 pairs that share 20 words in a
# row are found, and all but 5 of the 138 that share 15; of the pairs found, 26 share less. With GRAM 8 and WINDOW 14,
# which promise as much, 95 share less; with 12 and 12, 20 of the 138 are missed.
GRAM = 10
WINDOW = 12


def fingerprints(own: OwnText) -> tuple[int, ...]:
    """Return the fingerprints of an article's own text: signed 64-bit numbers, in order, each once.

    The same on every machine. Two articles that share `GRAM + WINDOW - 1` words in a row share a fingerprint; two that
    share less than `GRAM` share none.
    """
    return tuple(sorted({kept for words in own.words_by_flow() for kept in _winnow(_grams(words))}))


def _grams(words: Sequence[str]) -> list[int]:
    """Return a number for each run of `GRAM` words."""
    return [
        int.from_bytes(blake2b(" ".join(words[at : at + GRAM]).encode(), digest_size=8).digest(), "big", signed=True)
        for at in range(len(words) - GRAM + 1)
    ]


def _winnow(grams: Sequence[int]) -> Iterator[int]:
    """Yield the least number of every window, the whole being one where it is shorter."""
    rising: deque[tuple[int, int]] = deque()  # what may yet be the least of a window, with its place
    for at, gram in enumerate(grams):
        while rising and rising[-1][1] >= gram:
            rising.pop()
        rising.append((at, gram))
        if rising[0][0] <= at - WINDOW:
            rising.popleft()
        if at >= WINDOW - 1 or at == len(grams) - 1:
            yield rising[0][1]
