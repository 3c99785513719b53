"""Windows of word pieces with gold tags and parts, as arrays ready for batches."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.brat import Attribution, Document
from reportedly.model import Span
from reportedly.reading.labels import OUTSIDE, PARTS, TAGS
from reportedly.reading.tokens import OVERLAP, WINDOW, Tokens, tokenize
from reportedly.text import lines

_TAG = {name: number for number, name in enumerate(TAGS)}
_PART = {name: number for number, name in enumerate(PARTS)}


@dataclass(frozen=True)
class Labelled:
    """One document as tokens, with tags [n] and, for each attribution with a cue, its first cue token and parts [n]."""

    tokens: Tokens
    tags: NDArray[np.int64]
    parts: tuple[tuple[int, NDArray[np.int64]], ...]


@dataclass(frozen=True)
class Sample:
    """One window: ids [n], features [n, f], tags [n], cues [c] (indices into the window) and parts [c, n]."""

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    tags: NDArray[np.int64]
    cues: NDArray[np.int64]
    parts: NDArray[np.int64]


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
            found.append((first, parts))
    return Labelled(tokens, tags, tuple(found))


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
    """Return the windows of a document, begun at a random place so that every epoch cuts it elsewhere."""
    count = len(document.tokens)
    step = WINDOW - OVERLAP
    shift = rng.randrange(step) if count > WINDOW else 0
    starts = sorted({0, *range(shift, max(count - OVERLAP, 1), step)})
    return [_window(document, start, min(start + WINDOW, count)) for start in starts]


def _window(document: Labelled, start: int, end: int) -> Sample:
    inside = [(cue - start, parts[start:end]) for cue, parts in document.parts if start <= cue < end]
    return Sample(
        document.tokens.ids[start:end],
        document.tokens.features[start:end],
        document.tags[start:end],
        np.array([cue for cue, _ in inside], np.int64),
        np.array([parts for _, parts in inside], np.int64).reshape(len(inside), end - start),
    )
