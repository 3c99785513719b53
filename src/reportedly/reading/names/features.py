"""What word lists know of the words of a text, for the model that finds names."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from reportedly.reading.countries import named_country, people_of
from reportedly.reading.given_names import Sex, given_names
from reportedly.reading.tokens import Ints, Tokens

# a word is a given name of women, of men or none, times a country's name, a people's or none
KNOWN = 9
_SEXES = (None, Sex.WOMAN, Sex.MAN)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")


def known_words(text: str, tokens: Tokens) -> Ints:
    """Return [n] what the word of each token is known as, 0 to KNOWN - 1; 0 is nothing."""
    found = np.zeros(len(tokens), np.int64)
    known = [(*match.span(), number) for match in _WORD.finditer(text) if (number := _known(match.group()))]
    if not known:
        return found
    starts, ends, numbers = np.array(known, np.int64).T
    at = np.searchsorted(starts, tokens.offsets[:, 0], side="right") - 1
    inside = (at >= 0) & (tokens.offsets[:, 0] < ends[np.maximum(at, 0)])
    found[inside] = numbers[at[inside]]
    return found


@lru_cache(maxsize=65536)
def _known(word: str) -> int:
    if not word[:1].isupper():
        return 0
    bare = word.rstrip(".")
    given = _SEXES.index(given_names().get(bare.lower()))
    country = 1 if named_country(bare) or named_country(word) else 2 if people_of(bare) else 0
    return given + 3 * country
