"""Precision, recall and F1 of comparisons.

char_ROLE    letters and digits that any span of the role covers
span_ROLE    all spans of a role of one attribution, taken together, exactly right
attr_half    content and source both overlap an annotated attribution's by 0.5 or more
attr_soft    the same with 0.8 for the content: the headline figure
attr_strict  content and source both exactly right
speech       recall of attr_soft where the annotated cue holds a common verb of saying, which readers notice most
other        recall of attr_soft elsewhere: beliefs, gestures, plans, nouns
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.brat import ROLES, Attribution
from reportedly.evaluation.matching import Case, Comparison, letters, words

Figures = dict[str, dict[str, float]]
Counts = tuple[int, int, int]  # right, found, annotated

_REACH = {"attr_half": (0.5, 0.5), "attr_soft": (0.8, 0.5), "attr_strict": (1.0, 1.0)}
_WORD = re.compile(r"\w+")
# common verbs of saying, as the corpus scorer lists them
SAYING = frozenset(
    _WORD.findall("""
    according accuse accused acknowledge acknowledged add added adds admit admitted announce announced argue
    argued argues ask asked asks call called claim claimed claims continue continued criticize criticized declare
    declared denied denies deny explain explained insist insisted note noted replied reply report reported respond
    responded said say saying says state stated suggest suggested tell telling tells told tweet tweeted warn
    warned warns write writes wrote
    """)
)


def score(comparisons: Sequence[Comparison]) -> Figures:
    """Return the figures by name, each with P, R and F, or R alone; shares of 1, rounded to four digits."""
    figures = {f"char_{role}": _figure(_characters(one, role) for one in comparisons) for role in ROLES}
    figures |= {f"span_{role}": _figure(_spans(one, role) for one in comparisons) for role in ROLES}
    figures |= {name: _figure(_attributions(one, *_REACH[name]) for one in comparisons) for name in _REACH}
    cases = [case for comparison in comparisons for case in comparison.cases]
    figures["speech"] = {"R": recall([case for case in cases if _is_saying(case)])}
    figures["other"] = {"R": recall([case for case in cases if not _is_saying(case)])}
    return figures


def attributions_found(comparisons: Iterable[Comparison]) -> dict[str, float]:
    """Return P, R and F of attr_soft."""
    return _figure(_attributions(one, *_REACH["attr_soft"]) for one in comparisons)


def recall(cases: Sequence[Case]) -> float:
    """Return the share of annotated attributions that were found, as attr_soft has it; 0 of none."""
    return _share(sum(case.is_right for case in cases), len(cases))


def _characters(comparison: Comparison, role: str) -> Counts:
    found, gold = (frozenset().union(*sets) for sets in _letters(comparison, role))
    return len(found & gold), len(found), len(gold)


def _spans(comparison: Comparison, role: str) -> Counts:
    found, gold = (set(filter(None, sets)) for sets in _letters(comparison, role))
    return len(found & gold), len(found), len(gold)


def _letters(comparison: Comparison, role: str) -> tuple[list[frozenset[int]], list[frozenset[int]]]:
    """Return the letters of a role of every found attribution, and of every annotated one."""
    text = comparison.document.text

    def of(attributions: Iterable[Attribution]) -> list[frozenset[int]]:
        return [letters(text, getattr(attribution, role)) for attribution in attributions]

    return of(comparison.found), of(comparison.document.attributions)


def _attributions(comparison: Comparison, content: float, source: float) -> Counts:
    right = sum(case.reaches(content, source) for case in comparison.cases)
    return right, len(comparison.found), len(comparison.cases)


def _figure(counts: Iterable[Counts]) -> dict[str, float]:
    right, found, gold = map(sum, zip((0, 0, 0), *counts, strict=True))
    precision, share = (right / found if found else 0.0), (right / gold if gold else 0.0)
    mean = 2 * precision * share / (precision + share) if precision + share else 0.0
    return {"P": round(precision, 4), "R": round(share, 4), "F": round(mean, 4)}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _is_saying(case: Case) -> bool:
    return not SAYING.isdisjoint(_WORD.findall(words(case.document.text, case.gold.cue)))
