"""Windows of word pieces with gold tags and pointers, as arrays ready for batches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.model import Span
from reportedly.reading.labels import OUTSIDE, TAGS
from reportedly.reading.tokens import Tokens, tokenize, windows
from reportedly.text import lines
from training.corpus import Attribution, Document

IGNORED = -100
_TAG = {name: number for number, name in enumerate(TAGS)}


@dataclass(frozen=True)
class Sample:
    """One window: ids [n], features [n, f], tags [n], and for each token the window's index of its cue or IGNORED."""

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    tags: NDArray[np.int64]
    cues: NDArray[np.int64]


def samples(documents: list[Document], tokenizer: Tokenizer) -> list[Sample]:
    """Return the training windows of all documents, in order."""
    return [sample for document in documents for sample in _of(document, tokenizer)]


def _of(document: Document, tokenizer: Tokenizer) -> list[Sample]:
    tokens = tokenize(document.text, lines(document.text), tokenizer)
    tags, cues = gold(tokens, document.attributions)
    found = []
    for window in windows(len(tokens)):
        part = slice(window.start, window.end)
        inside = (cues[part] >= window.start) & (cues[part] < window.end)
        local = np.where(inside, cues[part] - window.start, IGNORED)
        found.append(Sample(tokens.ids[part], tokens.features[part], tags[part], local))
    return found


def gold(tokens: Tokens, attributions: tuple[Attribution, ...]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return each token's tag and the index of its attribution's first cue token (IGNORED where it has none).

    Where roles of two attributions meet on a token, a cue wins over a source and a source over a content.
    """
    tags = np.full(len(tokens), OUTSIDE, np.int64)
    cues = np.full(len(tokens), IGNORED, np.int64)
    for role in ("content", "source", "cue"):
        for attribution in attributions:
            first = _first_cue(tokens, attribution)
            for span in getattr(attribution, role):
                rows = _rows(tokens, span)
                tags[rows] = _TAG[f"I-{role}"]
                tags[rows[:1]] = _TAG[f"B-{role}"]
                cues[rows] = IGNORED if role == "cue" or first is None else first
    return tags, cues


def _rows(tokens: Tokens, span: Span) -> NDArray[np.int64]:
    starts, ends = tokens.offsets[:, 0], tokens.offsets[:, 1]
    return np.flatnonzero((starts < span.end) & (ends > span.start))


def _first_cue(tokens: Tokens, attribution: Attribution) -> int | None:
    rows = [row for span in attribution.cue for row in _rows(tokens, span)]
    return int(min(rows)) if rows else None
