"""Finds the words that a person means in the text of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.errors import BadReview
from reportedly.model import Span

# words are looked for so many characters before and behind those that they replace: some three paragraphs
_NEAR = 1_500
_OFFSETS = re.compile(r"\s*\d+:\d+(?:\s*,\s*\d+:\d+)*\s*")
_PIECES = re.compile(r"\s*(?:…|\.\.\.)\s*")
# keyboards have one of each
_ALIKE = {mark: marks for marks in ('"“”„‟«»', "'‘’‚‛", "-‐‑–—") for mark in marks}
_SHOWN = 60


def spans_of(text: str, said: str, near: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Return the spans that a person means, in order: offsets as "120:131,140:155", or words of the text.

    Words must stand once near the spans `near`, or in the whole text without these; of several places the one that
    shares characters with those spans is meant. White space, quotation marks and dashes match others of their kind.
    "…" parts the pieces of what is broken. No words are no span. Raises BadReview.
    """
    if not said.strip():
        return ()
    if _OFFSETS.fullmatch(said):
        return checked(text, [_offsets(pair) for pair in said.split(",")])
    around = _around(text, near)
    whole = _matches(text, said, around)
    pieces = [said] if whole else [piece for piece in _PIECES.split(said) if piece]
    return checked(text, [_place(text, piece, around, near) for piece in pieces])


def checked(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans in order. Raises BadReview where one is empty or beyond the text, or two overlap."""
    ordered = tuple(sorted(spans))
    for span in ordered:
        if span.end > len(text) or not span.of(text).strip():
            raise BadReview(f"{span.start}:{span.end} holds no words of the text, which has {len(text):,} characters")
    for one, other in pairwise(ordered):
        if one.overlaps(other):
            raise BadReview(f"{one.start}:{one.end} and {other.start}:{other.end} overlap")
    return ordered


def _offsets(pair: str) -> Span:
    start, end = (int(number[-9:]) for number in pair.split(":"))
    if start >= end:
        raise BadReview(f"{pair.strip()} is no run of characters: the start comes before the end")
    return Span(start, end)


def _around(text: str, near: Sequence[Span]) -> Span:
    if not near:
        return Span(0, len(text))
    start, end = min(span.start for span in near), max(span.end for span in near)
    return Span(max(0, start - _NEAR), min(len(text), end + _NEAR))


def _place(text: str, piece: str, around: Span, near: Sequence[Span]) -> Span:
    found = _matches(text, piece, around)
    if len(found) > 1:
        touching = [span for span in found if any(span.overlaps(one) for one in near)]
        found = touching if len(touching) == 1 else found
    if not found:
        where = "near the statement" if near else "in the text"
        raise BadReview(f"{_shown(piece)} does not stand {where}: give the words exactly, or offsets as 120:131")
    if len(found) > 1:
        places = ", ".join(f"{span.start}:{span.end}" for span in found[:5])
        raise BadReview(f"{_shown(piece)} stands there {len(found)} times: give more words, or one of {places}")
    return found[0]


def _matches(text: str, piece: str, around: Span) -> list[Span]:
    words = ("".join(map(_like, word)) for word in piece.split())
    pattern = re.compile(r"\s+".join(words))
    return [Span(*match.span()) for match in pattern.finditer(text, around.start, around.end)]


def _like(letter: str) -> str:
    return f"[{re.escape(_ALIKE[letter])}]" if letter in _ALIKE else re.escape(letter)


def _shown(piece: str) -> str:
    return f"“{piece if len(piece) <= _SHOWN else piece[:_SHOWN] + '…'}”"
