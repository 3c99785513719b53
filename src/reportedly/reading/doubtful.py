"""Doubtful attributions: those that the model is too unsure of to show."""

from __future__ import annotations

import re

from reportedly.lexicon import load
from reportedly.model import Stance
from reportedly.reading.accused import is_agent
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft
from reportedly.reading.stances import stance_at, stance_left

# the score below which an attribution is left out: of 0.2, 0.25, 0.3 and 0.35, the best by attr_soft F on PolNeAR dev
_LEAST = 0.3
# and for cues that say more than "say": an accusation or a denial shown with a low score does less harm than one
# that is left out
_LEAST_TELLING = 0.12
_TELLING = frozenset({
    Stance.ACCUSES, Stance.ADMITS, Stance.ALLEGES, Stance.CLAIMS, Stance.CONFIRMS, Stance.DENIES, Stance.THREATENS,
    Stance.WARNS,
})  # fmt: skip
_DATE = re.compile(
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?|\d{4}s?)"
)
_NOBODY = frozenset({"you", "no one", "nobody", "no-one", "none", "anyone", "anybody"})
_COUNTED = re.compile(r"\d[\d.,]*\s+(?P<noun>[^\W\d_]+)")
_SHARES = frozenset({"percent", "per", "million", "thousand", "in", "out", "of"})
_WORD = re.compile(r"\w+")


def drop_doubtful(draft: Draft) -> Draft:
    """Return the draft without the attributions whose score is too low, or whose cue says nothing there."""
    kept = (item for item in draft.attributions if item.score >= _least(draft.text, item))
    return draft.having([item for item in kept if not _says_nothing(draft.text, item)])


def _least(text: str, item: Attribution) -> float:
    return _LEAST_TELLING if item.score < _LEAST and stance_at(text, item.cue) in _TELLING else _LEAST


def _says_nothing(text: str, item: Attribution) -> bool:
    return (
        _is_empty(text, item)
        or _is_idiom(text, item)
        or _is_anybody(text, item)
        or _is_counted(text, item)
        or _is_dated(text, item)
    )


def _is_dated(text: str, item: Attribution) -> bool:
    """Tell whether the source is a date: "June 20, 1990: …" is nobody's statement."""
    return any(_DATE.fullmatch(span.of(text).strip(" ,.:")) for span in item.source)


def _is_counted(text: str, item: Attribution) -> bool:
    """Tell whether the source counts what cannot speak: "was passed by 87 votes"; percents are of people."""
    words = " ".join(span.of(text) for span in item.source)
    counted = _COUNTED.match(words)
    return counted is not None and counted["noun"] not in _SHARES and not is_agent(words)


def _is_anybody(text: str, item: Attribution) -> bool:
    """Tell whether the source is the reader, anybody or nobody: "you want to leave", "no one has told" say nothing."""
    return " ".join(span.of(text).lower() for span in item.source) in _NOBODY


def _is_idiom(text: str, item: Attribution) -> bool:
    """Tell whether a cue of a telling stance has lost it: "were denied | entry", "admits | one cart at a time".

    Other stances are not asked, since many uses that the lexicon sets apart there are statements all the same.
    """
    return stance_left(text, item.cue) in _TELLING


def _is_empty(text: str, item: Attribution) -> bool:
    words = [word for span in item.cue for word in _WORD.findall(span.of(text).lower())]
    return bool(words) and set(words) <= set(load("function_words")["words"])
