"""Windows of word pieces with what is known of them, as arrays ready for batches.

What is known are shares of labels: a person's labels have all of one, a teacher's are its probabilities.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.brat import Attribution, Document
from reportedly.model import Span
from reportedly.reading.labels import OUTSIDE, PARTS, TAGS
from reportedly.reading.tokens import REACH, WINDOW, Tokens, tokenize
from reportedly.text import lines

# tokens that each window shares with the next; less than when reading, since every epoch cuts elsewhere
OVERLAP = 24
# the share of paragraphs that are windows of their own, too, and the fewest tokens that make one
ALONE = 0.15
SHORTEST = 8

_TAG = {name: number for number, name in enumerate(TAGS)}
_PART = {name: number for number, name in enumerate(PARTS)}
Shares = NDArray[np.float32]


@dataclass(frozen=True)
class Labelled:
    """One document as tokens, with shares of tags [n, 7] and, for each cue's first token, of parts around it.

    Parts are [2 * REACH + 1, 5], of the tokens from REACH before the cue to REACH behind it.
    """

    tokens: Tokens
    tags: Shares
    parts: tuple[tuple[int, Shares], ...]


@dataclass(frozen=True)
class Sample:
    """One window: ids [n], features [n, f], paragraphs [n], tags [n, 7], and its cues' places with their parts."""

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    paragraphs: NDArray[np.int64]
    tags: Shares
    parts: tuple[tuple[int, Shares], ...]


def label(document: Document, tokenizer: Tokenizer) -> Labelled:
    """Return a document's tokens with gold tags and parts.

    Where roles of two attributions meet on a token, its tag is cue before source before content.
    """
    tokens = tokenize(document.text, lines(document.text), tokenizer)
    tags = np.full(len(tokens), OUTSIDE, np.int64)
    for role in ("content", "source", "cue"):
        for attribution in document.attributions:
            _mark(tags, tokens, getattr(attribution, role), role, _TAG)
    found = []
    for attribution in document.attributions:
        first = _first_cue(tokens, attribution)
        if first is not None:
            parts = np.full(len(tokens), OUTSIDE, np.int64)
            for role in ("content", "source"):
                _mark(parts, tokens, getattr(attribution, role), role, _PART)
            found.append((first, around_cue(shares(parts, len(PARTS)), first)))
    return Labelled(tokens, shares(tags, len(TAGS)), tuple(found))


def shares(labels: NDArray[np.int64], count: int) -> Shares:
    """Return labels [n] as shares [n, count], all of it on the label."""
    return np.eye(count, dtype=np.float32)[labels]


def around_cue(parts: Shares, cue: int) -> Shares:
    """Return the shares [2 * REACH + 1, 5] around a cue from those of a whole document [n, 5]; beyond it all is O."""
    found = shares(np.full(2 * REACH + 1, OUTSIDE), len(PARTS))
    start, end = max(cue - REACH, 0), min(cue + REACH + 1, len(parts))
    found[start - cue + REACH : end - cue + REACH] = parts[start:end]
    return found


def mixed(known: Mapping[str, Labelled], learnt: Mapping[str, Labelled], share: float) -> dict[str, Labelled]:
    """Return all documents, those of a person's labels with the teachers' mixed in by a share."""
    found = dict(learnt)
    for name, document in known.items():
        if name in learnt:
            other = learnt[name]
            tags = (1 - share) * document.tags + share * other.tags
            pairs = zip(document.parts, other.parts, strict=True)
            parts = tuple((cue, (1 - share) * ours + share * theirs) for (cue, ours), (_, theirs) in pairs)
            found[name] = Labelled(document.tokens, tags, parts)
        else:
            found[name] = document
    return found


def _mark(tags: NDArray[np.int64], tokens: Tokens, spans: tuple[Span, ...], role: str, numbers: dict[str, int]) -> None:
    for span in spans:
        rows = _rows(tokens, span)
        tags[rows] = numbers[f"I-{role}"]
        tags[rows[:1]] = numbers[f"B-{role}"]


def _rows(tokens: Tokens, span: Span) -> NDArray[np.int64]:
    starts, ends = tokens.offsets[:, 0], tokens.offsets[:, 1]
    return np.flatnonzero((starts < span.end) & (ends > span.start))


def _first_cue(tokens: Tokens, attribution: Attribution) -> int | None:
    rows = [row for span in attribution.cue for row in _rows(tokens, span)]
    return int(min(rows)) if rows else None


def cut(document: Labelled, rng: random.Random) -> list[Sample]:
    """Return the windows of a document, begun at a random place so that every epoch cuts it elsewhere.

    Some of its paragraphs are windows of their own, too, so that the model can do without the rest of an article.
    """
    count = len(document.tokens)
    step = WINDOW - OVERLAP
    shift = rng.randrange(step) if count > WINDOW else 0
    starts = sorted({0, *range(shift, max(count - OVERLAP, 1), step)})
    windows = [_window(document, start, min(start + WINDOW, count)) for start in starts]
    return windows + [_window(document, start, end) for start, end in _paragraphs(document) if rng.random() < ALONE]


def _paragraphs(document: Labelled) -> list[tuple[int, int]]:
    numbers = document.tokens.paragraphs
    edges = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(numbers)]
    return [(start, end) for start, end in pairwise(edges) if SHORTEST <= end - start <= WINDOW]


def _window(document: Labelled, start: int, end: int) -> Sample:
    return Sample(
        document.tokens.ids[start:end],
        document.tokens.features[start:end],
        document.tokens.paragraphs[start:end],
        document.tags[start:end],
        tuple((cue - start, parts) for cue, parts in document.parts if start <= cue < end),
    )
