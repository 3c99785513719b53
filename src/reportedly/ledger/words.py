"""Words as the ledger compares and finds them: runs of letters and digits, alike whatever their case and marks."""

from __future__ import annotations

import re
import unicodedata

_JOINER, _BREAK, _SEVERAL = "\x00", " ", "\x01"
_RUN = re.compile(f"[^{_JOINER}{_BREAK}][^{_BREAK}]*")
# letters for Unicode, apostrophes for a reader: donʼt, Hawaiʻi
_APOSTROPHES = "ʼʻʽʹˈ"
_MARKING = ("Mn", "Mc", "Me", "Cf")


def words(text: str) -> list[str]:
    """Return the words of a text in order, in the form in which they are compared.

    Each is a run of letters and digits, in compatibility form, case folded, without accents and other marks; an
    apostrophe or a hyphen parts two words. A word holds letters and digits only, so that words joined by spaces can be
    split again.

    >>> words("The Émigrés’ ＤＡＴＡ: 3½ m_2, don't")
    ['the', 'emigres', 'data', '3½', 'm', '2', 'don', 't']
    """
    return [word for word, _, _ in words_with_spans(text)]


def words_with_spans(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text, each with where it stands: [start, end) in code points of the text as given.

    >>> words_with_spans("“Ça va!”")
    [('ca', 1, 3), ('va', 4, 6)]
    """
    # as long as the text, so that offsets hold: one character for each, whatever it folds to
    shape = text.translate(_SHAPES)
    found = [(match.group(), match.start(), match.end()) for match in _RUN.finditer(shape)]
    if _JOINER not in shape and _SEVERAL not in shape:
        return found
    return [(_whole(word, text[start:end]), start, end) for word, start, end in found]


def _whole(shape: str, run: str) -> str:
    """Return the word that a run of characters folds to; `shape` has one character for each of them."""
    return "".join(map(_folded, run)) if _SEVERAL in shape else shape.replace(_JOINER, "")


def _folded(character: str) -> str:
    """Return the letters and digits that a character counts as; nothing where it only marks, joins or parts others."""
    folded = character
    for _ in range(2):  # folding can make a form that decomposes again
        folded = unicodedata.normalize("NFKD", folded.casefold())
    letters = [letter for letter in folded if letter not in _APOSTROPHES and unicodedata.category(letter)[0] != "M"]
    if all(map(str.isalnum, letters)):
        return "".join(letters)
    # "½" is a digit for Unicode and decomposes to three characters, one of them none: it stays as it is
    return character if character.isalnum() else ""


class _Shapes(dict[int, str]):
    """What one character of a text becomes, by its code point: itself folded, or a sign for what else it does."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _folded(character)
        if folded:
            shape = folded if len(folded) == 1 else _SEVERAL
        elif unicodedata.category(character) in _MARKING:
            shape = _JOINER  # an accent of its own, a soft hyphen
        else:
            shape = _BREAK
        self[code] = shape
        return shape


_SHAPES = _Shapes()
