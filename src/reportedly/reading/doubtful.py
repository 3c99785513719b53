"""Doubtful attributions: those that the model is too unsure of to show."""

from __future__ import annotations

import re

from reportedly.lexicon import find_cues, load
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft

# scores below which an attribution is left out: where the lexicon knows a word of the cue, and where it knows none
# (gestures, intentions, nouns); chosen on PolNeAR dev for the best attr_soft F
_LEAST_KNOWN = 0.26
_LEAST_UNKNOWN = 0.38
_WORD = re.compile(r"\w+")


def drop_doubtful(draft: Draft) -> Draft:
    """Return the draft without the attributions whose score is too low for their cue, or whose cue says nothing."""
    kept = (item for item in draft.attributions if item.score >= _least(draft.text, item))
    return draft.having([item for item in kept if not _is_empty(draft.text, item)])


def _is_empty(text: str, item: Attribution) -> bool:
    words = [word for span in item.cue for word in _WORD.findall(span.of(text).lower())]
    return bool(words) and set(words) <= set(load("function_words")["words"])


def _least(text: str, item: Attribution) -> float:
    cue = " ".join(span.of(text) for span in item.cue)
    return _LEAST_KNOWN if find_cues(cue) else _LEAST_UNKNOWN
