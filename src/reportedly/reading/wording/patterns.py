"""Looks up the patterns of a word list in a passage by their first words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from reportedly.lexicon.words import Word, match_end, stands_in

_Rule = TypeVar("_Rule")


@dataclass(frozen=True, slots=True)
class Hit(Generic[_Rule]):
    """A pattern found: the words [first, end), and the rule that it is of."""

    first: int
    end: int
    rule: _Rule


class Patterns(Generic[_Rule]):
    """Patterns in the lexicon's language (see lexicon/words.py), each with its rule and what it must not stand in."""

    def __init__(self, entries: Iterable[tuple[str, tuple[str, ...], _Rule]]) -> None:
        self._entries = tuple(entries)
        self._by_first: dict[str, list[tuple[list[str], tuple[str, ...], _Rule]]] = {}
        for pattern, unless, rule in self._entries:
            first, *rest = pattern.split()
            for word in first.split("|"):
                self._by_first.setdefault(word, []).append((rest, unless, rule))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def entries(self) -> Iterator[tuple[str, _Rule]]:
        """Yield every pattern with its rule."""
        for pattern, _, rule in self._entries:
            yield pattern, rule

    def find(self, words: tuple[Word, ...]) -> Iterator[Hit[_Rule]]:
        """Yield the patterns found in words, in order, none overlapping; at one word the longest comes first."""
        past = 0
        for first, word in enumerate(words):
            if first < past or word.text not in self._by_first:
                continue
            hit = self._at(words, first)
            if hit is not None:
                past = hit.end
                yield hit

    def at(self, words: tuple[Word, ...], first: int) -> Hit[_Rule] | None:
        """Return the longest pattern that begins at a word, or None."""
        return self._at(words, first) if words[first].text in self._by_first else None

    def _at(self, words: tuple[Word, ...], first: int) -> Hit[_Rule] | None:
        for rest, unless, rule in self._by_first[words[first].text]:
            end = match_end(rest, words, first + 1)
            if end is not None and not any(stands_in(words, (first, end), pattern) for pattern in unless):
                return Hit(first, end, rule)
        return None
