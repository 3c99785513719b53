"""Names as they are compared: without case, marks, punctuation and differences of spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from reportedly.lexicon import load

_APOSTROPHES = re.compile("[’‘ʼ`´′]")
_POSSESSIVE = re.compile(r"'s(?![^\W_])")
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")
# marks, and what only guides the setting of a line, such as a soft hyphen
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
_WORD = re.compile(r"[^\W_]+")


def folded(name: str) -> str:
    """Return a name in lower case, its words apart by one space, without marks, apostrophes and punctuation.

    >>> folded("Zoë O’Malley-Senn"), folded("The U.S. Coast  Guard"), folded("Veyra's Harbour")
    ('zoe omalley senn', 'the us coast guard', 'veyra harbour')
    """
    plain = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", name)).casefold()
    plain = _POSSESSIVE.sub("", plain).replace("'", "")
    plain = _DOTTED.sub(lambda match: match.group().replace(".", ""), plain)
    bare = "".join(mark for mark in unicodedata.normalize("NFD", plain) if unicodedata.category(mark) not in _UNSEEN)
    return " ".join(_WORD.findall(bare.translate(_letters())))


def spelled(words: list[str]) -> list[str]:
    """Return words with one spelling for those that are spelled in two ways: "center" as "centre"."""
    spellings: Mapping[str, str] = load("identities")["spellings"]
    return [spellings.get(word, word) for word in words]


@cache
def word_set(field: str) -> frozenset[str]:
    """Return a list of data/en/identities.toml as a set."""
    return frozenset(load("identities")[field])


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): plain for letter, plain in load("identities")["letters"].items()}
