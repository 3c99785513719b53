"""Splits text into the words that are searched and compared: the same on every database."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of a text, in order: letters and digits, without marks, in one case.

    >>> words("The Ministère's 3.5-year plan")
    ['the', 'ministere', 's', '3', '5', 'year', 'plan']
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _WORD.findall(bare)
