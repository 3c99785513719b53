"""Words of a text and the small patterns over them that the lexicon is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+?(?=n[’']t\b)|n[’']t\b|\w+(?:[-’'‑]\w+)*|[^\w\s]")
_NUMBER = re.compile(
    r"\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?"
)
_ADVERB = re.compile(
    r"\w+ly|also|again|always|even|ever|far|first|just|long|now|often|once|quite|since|so|soon|still|then|very|yet"
)
_SPELLED = {"n't": "not", "cannot": "not", "ca": "can", "wo": "will", "sha": "shall"}
_GAP = 6  # words that the object may take in "took the council's deputy leader firmly to task"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark in lower case, contractions resolved, with its half-open run of characters in the text."""

    text: str
    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words and marks of a text; the negation in a contraction is a word of its own.

    >>> [word.text for word in words_of("They didn’t, it said")]
    ['they', 'did', 'not', ',', 'it', 'said']
    """
    return tuple(Word(_spelled(match.group()), match.start(), match.end()) for match in _WORD.finditer(text))


def match_end(pattern: Sequence[str], words: Sequence[Word], at: int) -> int | None:
    """Return the index after the words that fit the pattern from index `at`, or None; the nearest end is taken.

    A pattern's element is a word, alternatives ("its|her"), "#" for a number, "*" for any one word or "..." for up to
    six words of one clause. An adverb may stand between two elements.
    """
    if not pattern:
        return at
    first, rest = pattern[0], pattern[1:]
    if first == "...":
        return _match_after_gap(rest, words, at)
    if at >= len(words):
        return None
    if _fits(first, words[at].text):
        end = match_end(rest, words, at + 1)
        if end is not None or not rest:
            return end
        if at + 1 < len(words) and _ADVERB.fullmatch(words[at + 1].text):
            return match_end(rest, words, at + 2)
    return None


def stands_in(words: Sequence[Word], run: tuple[int, int], pattern: str) -> bool:
    """Tell whether a pattern fits around the words [start, end) of a run, for which "~" stands in it."""
    start, end = run
    before, _, after = pattern.partition("~")
    left = before.split()
    fits_left = len(left) <= start and match_end(left, words, start - len(left)) == start
    return fits_left and match_end(after.split(), words, end) is not None


def _match_after_gap(rest: Sequence[str], words: Sequence[Word], at: int) -> int | None:
    for skipped in range(_GAP + 1):
        end = match_end(rest, words, at + skipped)
        if end is not None:
            return end
        if at + skipped >= len(words) or words[at + skipped].text in {".", ";", ":", "!", "?"}:
            return None
    return None


def _fits(element: str, word: str) -> bool:
    if element == "#":
        return _NUMBER.fullmatch(word) is not None
    return element == "*" or word in element.split("|")


def _spelled(word: str) -> str:
    plain = word.lower().replace("’", "'").replace("‑", "-")
    return _SPELLED.get(plain, plain)
