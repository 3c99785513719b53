"""Finds the lexicon's cues in a text and decides what they do there: the stance, and what the reporter does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TypeVar

from reportedly.lexicon.cues import Cue, cues, inflection, negation
from reportedly.lexicon.words import Word, match_end, stands_in, words_of
from reportedly.model import Reporter, Stance

# What ends the reach of a negation: another clause, or, once it has met a cue, a mark or a contrast
# ("never confirmed it, saying"); else it is spent after a few words ("has never, in all these years, denied").
_CLAUSES = frozenset({"and", "that", "who", "which", "because", "after", "before", "when", "while", "if", "as", "but"})
_RESETS = frozenset({"instead", "although", "though", ",", ";", ":", ".", "—", "–"})
_REACH = 8
# How far before a cue stands what leaves it open: "might, after all, confirm".
_WEAKENED = 5
# What is only asked for, meant or foretold has not been said: "asked the yard to confirm", "tried to show".
_NOT_YET = frozenset({Stance.ASKS, Stance.DEMANDS, Stance.PLANS, Stance.PROMISES, Stance.PREDICTS, Stance.THREATENS})
_AUXILIARIES = frozenset({"has", "have", "had", "also", "again", "be", "is", "are", "was", "were", "been", "being"})
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue of the lexicon in a text: its half-open run of characters, and what negation leaves of it.

    `reporter` is weakened by more than negation: nobody vouches for what "might confirm" or was "asked to confirm".
    """

    cue: Cue
    start: int
    end: int
    stance: Stance
    reporter: Reporter


@lru_cache(maxsize=4096)
def stance_of(cue_text: str) -> Stance:
    """Return the stance that the words of a cue take: the first that is more than saying, or SAYS.

    The longest phrase wins over the words in it; a negated cue says only that something is said.

    >>> stance_of("pointed the finger at").value, stance_of("did not deny").value
    ('accuses', 'says')
    >>> stance_of("have never stopped accusing").value
    'accuses'
    """
    return next((found.stance for found in find_cues(cue_text) if found.stance is not Stance.SAYS), Stance.SAYS)


@lru_cache(maxsize=4096)
def reporter_of(cue_text: str) -> Reporter:
    """Return what the reporter who writes these words does with the content: the first cue decides that is not neutral.

    >>> reporter_of("pointed out").value, reporter_of("falsely claimed").value, reporter_of("said").value
    ('commits', 'distances', 'neutral')
    >>> reporter_of("did not confirm").value, reporter_of("might confirm").value
    ('neutral', 'neutral')
    """
    told = (found.reporter for found in find_cues(cue_text))
    return next((reporter for reporter in told if reporter is not Reporter.NEUTRAL), Reporter.NEUTRAL)


@lru_cache(maxsize=8192)
def find_cues(text: str) -> tuple[FoundCue, ...]:
    """Return the cues of the lexicon that stand in a text, in reading order, none overlapping."""
    words = words_of(text)
    found: list[FoundCue] = []
    reach = _Reach()
    at = 0
    while at < len(words):
        cue, end = _cue_at(words, at)
        length, turns = _negation_at(words, at)
        if length and length >= end - at:
            reach = reach.after_negation(at + length, turns=turns)
            at += length
        elif cue is not None:
            negated = reach.covers(at)
            left_open = _is_left_open(words, at) or (bool(found) and _is_not_yet(found[-1], words, at))
            found.append(
                FoundCue(
                    cue,
                    words[at].start,
                    words[end - 1].end,
                    stance=Stance.SAYS if negated and not cue.keeps else cue.stance,
                    reporter=_left_of(cue.reporter, negated=negated, left_open=left_open),
                ),
            )
            reach, at = replace(reach, met=True, end=end + _REACH), end
        else:
            reach, at = reach.past(words[at].text), at + 1
    return tuple(found)


def is_negation(text: str) -> bool:
    """Tell whether words are nothing but a negation, auxiliaries and adverbs apart.

    >>> is_negation("has repeatedly refused to"), is_negation("refused to say")
    (True, False)
    """
    words = words_of(text)
    for at in range(len(words)):
        length, turns = _negation_at(words, at)
        if turns and at + length == len(words):
            return all(word.text in _AUXILIARIES or word.text.endswith("ly") for word in words[:at])
    return False


@dataclass(frozen=True, slots=True)
class _Reach:
    """How far a negation reaches: whether one is in force, up to which word, and whether it has met a cue."""

    negated: bool = False
    end: int = 0
    met: bool = False

    def covers(self, at: int) -> bool:
        return self.negated and at < self.end

    def after_negation(self, at: int, *, turns: bool) -> _Reach:
        """Return the reach after a negation that ends before a word: a second one before any cue undoes the first."""
        before = self.negated and not self.met and at <= self.end
        return _Reach(negated=before != turns, end=at + _REACH)

    def past(self, word: str) -> _Reach:
        """Return the reach after a word that is neither cue nor negation."""
        return _Reach() if word in _CLAUSES or (self.met and word in _RESETS) else self


def _cue_at(words: Sequence[Word], at: int) -> tuple[Cue | None, int]:
    """Return the cue with the longest spelling that begins at a word, and the index after it."""
    for spelling, cue in _spellings().get(words[at].text, ()):
        end = match_end(spelling, words, at)
        if end is not None and not any(stands_in(words, (at, end), pattern) for pattern in cue.unless):
            return cue, end
    return None, at


def _negation_at(words: Sequence[Word], at: int) -> tuple[int, bool]:
    """Return how many words from `at` negate or seem to, and whether they do; (0, False) for none."""
    candidates = _negations().get(words[at].text, ())
    for pattern, turns in candidates:
        end = match_end(pattern, words, at)
        if end is not None:
            return end - at, turns
    return 0, False


def _left_of(reporter: Reporter, *, negated: bool, left_open: bool) -> Reporter:
    """Return what is left of the reporter's part; a distance is kept from what is left open, too."""
    if negated or (left_open and reporter is Reporter.COMMITS):
        return Reporter.NEUTRAL
    return reporter


def _is_left_open(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word of the same clause, shortly before the cue, leaves open whether the thing is said."""
    for word in reversed(words[max(0, at - _WEAKENED) : at]):
        if word.text in negation().weakens:
            return True
        if word.text in _CLAUSES or word.text in _RESETS - {","}:
            return False
    return False


def _is_not_yet(before: FoundCue, words: Sequence[Word], at: int) -> bool:
    """Tell whether the cue at a word is what the one before it asks for, means or foretells."""
    last, near = words[at - 1], words[max(0, at - _REACH)].start <= before.end
    return before.stance in _NOT_YET and (last.end == before.end or (last.text == "to" and near))


@cache
def _spellings() -> Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    pairs = ((spelling, cue) for cue in cues() for spelling in cue.spellings(inflection()))
    return _by_first_word(pairs)


@cache
def _negations() -> Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    pairs = [(pattern, True) for pattern in negation().turns] + [(pattern, False) for pattern in negation().leaves]
    return _by_first_word(pairs)


def _by_first_word(
    pairs: Iterable[tuple[tuple[str, ...], _T]],
) -> Mapping[str, tuple[tuple[tuple[str, ...], _T], ...]]:
    """Return pattern and value by the pattern's first word, the longest pattern first."""
    index: dict[str, list[tuple[tuple[str, ...], _T]]] = {}
    for pattern, value in sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])):
        index.setdefault(pattern[0], []).append((pattern, value))
    return {first: tuple(values) for first, values in index.items()}
