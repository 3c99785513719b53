"""The keys by which place names are looked up: spellings that mean the same name have the same key."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"})
_MARKS = re.compile(r"['’‘ʻʼʾʿ`´ʹʺ\".]")
_BREAKS = re.compile(r"[^\w&]+|_")
_SHORT = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "mtn": "mountain",
    "ft": "fort",
    "n": "north",
    "twp": "township",
}
# the Arabic article, as it is written before sun letters too
_ARTICLE = re.compile(r"\b(?:al|el|ul|as|ash|es|esh|ar|er|at|et|ad|ed|an|en|az|ez|adh|ath) (?=\w)")
# ways to write the same Arabic sound in Latin letters; the later ones see what the earlier ones made
_SOUNDS = (
    (re.compile("ou|oo|aw|au|ow"), "u"),
    (re.compile("ee|ie|ei|ai|ay|ey|y"), "i"),
    (re.compile("o"), "u"),
    (re.compile("e"), "a"),
    (re.compile("kh|q|c(?!h)"), "k"),
    (re.compile("gh"), "g"),
    (re.compile("dh|z"), "d"),
    (re.compile("tch|ch"), "sh"),
    (re.compile("j|dj"), "g"),
    (re.compile(r"(\w)\1+"), r"\1"),
    (re.compile(r"(?<=\w\w)(?:ah|at|a|i|t)\b"), ""),
)


def place_key(name: str) -> str:
    """Return a name in lower case without accents, apostrophes, full stops and hyphens; "St." is "saint".

    >>> place_key("Jisr al-Shughūr"), place_key("St. John’s")
    ('jisr al shughur', 'saint johns')
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _BREAKS.sub(" ", _MARKS.sub("", name.lower().translate(_LETTERS))).split()
    return " ".join(_SHORT.get(word, word) if len(words) > 1 else word for word in words)


def arabic_key(name: str) -> str:
    """Return a key that is the same however an Arabic name is written in Latin letters.

    >>> arabic_key("Jisr al-Shughour") == arabic_key("Jisr ash Shughūr")
    True
    """
    key = without_article(place_key(name))
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return f"~{key}"


def without_article(key: str) -> str:
    """Return a key without Arabic articles: "al qamishli" is "qamishli"."""
    return _ARTICLE.sub("", key)


def hashed(key: str) -> int:
    """Return 64 bits by which the index keeps a key."""
    return int.from_bytes(blake2b(key.encode("utf-8", "replace"), digest_size=8).digest(), "little")
