"""The evidence for an attribution: the numbers that its score, how likely it is right, is made of."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

# the mean log odds of all parts and of the cue; 1 where no source is found and where the lexicon knows the cue; the log
# odds of the overlap that content and source can be expected to have with the true ones; how much of the content is
# quoted, and the logarithm of its length in tokens
EVIDENCE = ("all", "cue", "nameless", "known", "content", "source", "quoted", "length")
# log odds need a bound: nothing is as sure as one in a thousand
_LEAST = 1e-3

Chances = NDArray[np.float32]
Chosen = NDArray[np.bool_]


def log_odds(chance: float) -> float:
    """Return the log odds of a chance, kept off certainty."""
    return math.log(max(chance, _LEAST) / max(1 - chance, _LEAST))


def expected_overlap(chances: Chances, chosen: Chosen) -> float:
    """Return the overlap (Dice) that the tokens chosen can be expected to have with the true ones, 0 to 1.

    Where none is chosen, it is the chance that there is none.
    """
    if not chosen.any():
        return max(0.0, 1 - float(chances.sum()))
    return float(2 * chances[chosen].sum() / (chosen.sum() + chances.sum()))
