"""Slips of the pen that one version of a text has and another has not."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from reportedly.ledger.words import words_with_spans


def slips(old: str, new: str) -> Mapping[str, str]:
    """Return the words that one of two texts misspells, each with the word of the other that it is a slip for.

    A slip stands in one text only, never with a capital, so that no name is taken for one. The right word is one that
    the encoder's vocabulary knows or that stands in both texts. See `is_slip`.

    >>> slips("The goverment fired Lume.", "The government fined Luma.")
    {'goverment': 'government'}
    """
    found: dict[str, str] = {}
    ours, theirs = _words(old), _words(new)
    for (small, capital), (right, other_capital) in ((ours, theirs), (theirs, ours)):
        unknown = sorted(small - capital - right - other_capital - _vocabulary())
        known: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(right & (small | _vocabulary())) if unknown else ():
            known[word[0], len(word)].append(word)
        for word in unknown:
            near = (each for length in (0, -1, 1) for each in known.get((word[0], len(word) + length), ()))
            meant = next((each for each in near if is_slip(word, each)), None)
            if meant:
                found[word] = meant
    return found


def is_slip(word: str, meant: str) -> bool:
    """Decide whether a word is another with one letter wrong, missing, too many or moved.

    The first letter is never wrong, nor is the last, since another ending is another form. The word must be unknown to
    the encoder's vocabulary of 30,000, so that "fired" is no slip for "fined"; where the one meant is unknown as well,
    no letter is taken for another, so that "trawlermen" is none for "trawlerman".

    >>> is_slip("goverment", "government"), is_slip("fired", "fined"), is_slip("skippers", "skipper")
    (True, False, False)
    """
    if word in _vocabulary() or not (word.isalpha() and meant.isalpha()):
        return False
    wrong, right = _middles(word, meant)
    if word[0] != meant[0] or max(len(wrong), len(right)) > 2:
        return False
    if len(wrong) == 2:
        return wrong == right[::-1]
    is_same_form = word[-1] == meant[-1] and (len(wrong) != len(right) or meant in _vocabulary())
    return is_same_form and len(wrong) + len(right) > 0 and len(right) < 2


def _middles(one: str, other: str) -> tuple[str, str]:
    """Return two words without the beginning and the end that they share."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next((at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start)
    return one[start : len(one) - end], other[start : len(other) - end]


def _words(text: str) -> tuple[set[str], set[str]]:
    """Return the words that stand in a text in small letters, and those with a capital; a word can do both."""
    small: set[str] = set()
    capital: set[str] = set()
    for word, start, _ in words_with_spans(text):
        (small if text[start].islower() else capital).add(word)
    return small, capital


@cache
def _vocabulary() -> frozenset[str]:
    """Return the words that the encoder knows whole, in lower case."""
    file = files("reportedly") / "models" / "attribution" / "tokenizer.json"
    return frozenset(json.loads(file.read_text(encoding="utf-8"))["model"]["vocab"])
