"""Word pieces of a text with the features that the attribution model reads, cut into overlapping windows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.model import Span
from reportedly.reading.quotations import Quotation, quotations

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]

# how many values each feature takes: letter case, quotation, paragraph start
FEATURE_SIZES = (4, 3, 2)
# tokens in a window, the two marks at its ends left out, and how many each shares with the next
WINDOW = 254
OVERLAP = 40
# how far from a cue its source and content are looked for: 99.8% of the attributions of PolNeAR's train part that
# have a cue lie wholly within
REACH = 128

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word pieces: ids [n], offsets [n, 2] into the text, features [n, 3] (FEATURE_SIZES), paragraph numbers [n]."""

    ids: Ints
    offsets: Ints
    features: Ints
    paragraphs: Ints

    def __len__(self) -> int:
        return len(self.ids)


def tokenize(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> Tokens:
    """Return the word pieces of the given paragraphs of the text, in order; offsets refer to the whole text.

    Paragraphs are read as if nothing stood between them, so that a caption between two of them does not break a
    quotation. Case is a feature because the encoder's own vocabulary is lower-case.
    """
    readable = _SURROGATE.sub("\ufffd", text)
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    numbers: list[int] = []
    for number, paragraph in enumerate(paragraphs):
        encoding = tokenizer.encode(paragraph.of(readable), add_special_tokens=False)
        ids += encoding.ids
        offsets += [(paragraph.start + start, paragraph.start + end) for start, end in encoding.offsets]
        numbers += [number] * len(encoding.ids)
    return Tokens(
        np.array(ids, np.int64),
        np.array(offsets, np.int64).reshape(-1, 2),
        _features(text, offsets, numbers, quotations(text, paragraphs)),
        np.array(numbers, np.int64),
    )


def _features(
    text: str, offsets: Sequence[tuple[int, int]], numbers: Sequence[int], marks: Sequence[Quotation]
) -> Ints:
    starts = [quotation.span.start for quotation in marks]
    features = np.zeros((len(offsets), len(FEATURE_SIZES)), np.int64)
    before = -1
    for row, ((start, end), number) in enumerate(zip(offsets, numbers, strict=True)):
        at = bisect_right(starts, start) - 1
        inside = at >= 0 and start < marks[at].span.end
        features[row] = (
            _case(text[start:end]),
            (2 if marks[at].single else 1) if inside else 0,
            number != before,
        )
        before = number
    return features


@lru_cache(maxsize=65536)
def _case(piece: str) -> int:
    """Return 0 for lower case and marks, 1 for a capital first, 2 for capitals only (two or more), 3 with a digit."""
    if any(character.isdigit() for character in piece):
        return 3
    if len(piece) > 1 and piece.isupper():
        return 2
    return 1 if piece[:1].isupper() else 0


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens [start, end) read together, of which [first, last) are nowhere more central than here."""

    start: int
    end: int
    first: int
    last: int


def windows(count: int, size: int = WINDOW, overlap: int = OVERLAP) -> Iterator[Window]:
    """Yield windows of at most `size` tokens over `count` tokens; their [first, last) parts tile [0, count)."""
    if count == 0:
        return
    step = size - overlap
    starts = list(range(0, max(count - overlap, 1), step))
    for number, start in enumerate(starts):
        end = min(start + size, count)
        first = start if number == 0 else start + overlap // 2
        last = end if number == len(starts) - 1 else starts[number + 1] + overlap // 2
        yield Window(start, end, first, last)


def around(cue: int, paragraphs: Ints, quoted: NDArray[np.bool_]) -> Ints:
    """Return the rows within REACH of a cue that can be its source or content: its paragraph's, and quoted ones.

    (In PolNeAR's train part 99.6% of the content pieces and 99.9% of the sources that have a cue stand there.)
    """
    start = max(cue - REACH, 0)
    near = slice(start, cue + REACH + 1)
    rows: Ints = start + np.flatnonzero((paragraphs[near] == paragraphs[cue]) | quoted[near])
    return rows


def standing_of(cue: int, rows: Ints, paragraphs: Ints) -> Ints:
    """Return [n, 2] of rows around a cue: how far behind it, from 0 at REACH before, and 1 if in another paragraph."""
    return np.stack([rows - cue + REACH, paragraphs[rows] != paragraphs[cue]], axis=1).astype(np.int64)
