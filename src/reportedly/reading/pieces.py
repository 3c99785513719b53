"""Pieces: runs of tokens with one label, in the most likely sequence of labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.reading.models import Floats

# the log probability of what cannot be
NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens [start, end) with one role and the mean log probability of its labels."""

    role: str
    start: int
    end: int
    score: float


def pieces(scores: Floats, labels: Sequence[str]) -> list[Piece]:
    """Return the runs of tokens in the most likely sequence of labels, in order.

    `scores` are log probabilities [n, labels]; in the sequence every "I-role" follows a "B-role" or "I-role" (Viterbi
    1967, with all other transitions free).
    """
    return list(_runs([labels[number] for number in _best_path(scores, labels)], scores, labels))


def _best_path(scores: Floats, labels: Sequence[str]) -> list[int]:
    likeliest = scores.argmax(axis=1).tolist() if len(scores) else []
    if _is_allowed(likeliest, labels):  # what is likeliest token by token is so for all of them
        return likeliest
    openers = {number: labels.index(f"B{label[1:]}") for number, label in enumerate(labels) if label[0] == "I"}
    rows = scores.tolist()
    if not rows:
        return []
    best = [NEVER if number in openers else score for number, score in enumerate(rows[0])]
    back: list[list[int]] = []
    for row in rows[1:]:
        came = [best.index(max(best))] * len(row)
        for number, opener in openers.items():
            came[number] = opener if best[opener] > best[number] else number
        best = [best[before] + score for before, score in zip(came, row, strict=True)]
        back.append(came)
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _is_allowed(path: Sequence[int], labels: Sequence[str]) -> bool:
    """Tell whether every "I-role" of a sequence follows a "B-role" or "I-role"."""
    before = ""
    for number in path:
        label = labels[number]
        if label[0] == "I" and before != label[2:]:
            return False
        before = label[2:]
    return True


def _runs(path: Sequence[str], scores: Floats, labels: Sequence[str]) -> Iterator[Piece]:
    start = 0
    while start < len(path):
        end = start + 1
        if path[start][0] == "B":
            role = path[start][2:]
            while end < len(path) and path[end] == f"I-{role}":
                end += 1
            likely = [scores[row, labels.index(path[row])] for row in range(start, end)]
            yield Piece(role, start, end, float(np.mean(likely)))
        start = end
