"""Attributions inside contents: "Brann said the centre had received information that …" is two statements."""

from __future__ import annotations

import re

from reportedly.lexicon import find_cues
from reportedly.model import Span, Stance
from reportedly.reading.attribution import Attribution, Attributor
from reportedly.reading.draft import Draft
from reportedly.reading.found import Found
from reportedly.reading.stances import stance_at

# contents within contents are followed so deep
_DEPTH = 3
# a clause with somebody, a word of saying and something said has no fewer words
_FEWEST_WORDS = 5
# below this an attribution within a content is left out: it is a reading of a reading, and most contents hold none
_LEAST = 0.3
# what somebody is said to think, see or want is more often no statement
_LEAST_BELIEVED = 0.5
# what somebody is said to mean to do or to like, nobody says
_UNSAID = frozenset({Stance.PLANS, Stance.AGREES, Stance.PRAISES})
# words between a source and its cue; with more, the verb of "they plan to come back and blame it" is somebody else's
_APART = 4
_WORD = re.compile(r"\w+")
_THAT = re.compile(r"that\s+")
# whoever speaks in the first person inside a quotation is its speaker, whose statement it is already
_FIRST_PERSON = frozenset({"i", "we", "you", "i'm", "we're", "i’m", "we’re"})


def read_within(draft: Draft, attributor: Attributor) -> Draft:
    """Return the draft with the attributions inside its contents.

    The corpus that the model learnt from marks only the outermost, so each content in which a word of saying stands is
    read once more as a text of its own.
    """
    found = Found(draft.attributions)
    level = list(draft.attributions)
    for _ in range(_DEPTH):
        pieces = [(piece, item) for item in level for piece in item.content]
        level = [
            inner
            for piece, item in pieces
            if _is_worth_reading(draft.text, piece, found)
            for inner in attributor.attributions(draft.text, [_without_that(draft.text, piece)])
            if _stays(draft.text, inner, item)
        ]
        for inner in level:
            found.add(inner)
    return draft.having(found.items())


def _without_that(text: str, piece: Span) -> Span:
    that = _THAT.match(text, piece.start, piece.end)
    return Span(that.end(), piece.end) if that else piece


def _is_worth_reading(text: str, piece: Span, found: Found) -> bool:
    """Tell whether a piece of content has a word of saying, none of which is the cue of an attribution yet."""
    words = piece.of(text)
    if len(_WORD.findall(words)) < _FEWEST_WORDS or all(cue.stance in _UNSAID for cue in find_cues(words)):
        return False
    return not any(piece.covers(cue) for _, item in found.near(piece) for cue in item.cue)


def _stays(text: str, inner: Attribution, outer: Attribution) -> bool:
    if inner.score < _LEAST or not inner.source or not find_cues(" ".join(span.of(text) for span in inner.cue)):
        return False
    stance = stance_at(text, inner.cue)
    if stance in _UNSAID or (stance is Stance.BELIEVES and inner.score < _LEAST_BELIEVED):
        return False
    between = text[inner.source[-1].end : inner.cue[0].start]  # empty where the source stands behind the cue
    if len(between.split()) > _APART:
        return False
    return " ".join(span.of(text).lower() for span in inner.source) not in _FIRST_PERSON and inner.cue != outer.cue
