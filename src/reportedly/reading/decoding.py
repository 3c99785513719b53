"""Decoding: from the tagger's scores to attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.labels import OUTSIDE, PARTS, TAGS
from reportedly.reading.tagger import Floats, TagScores
from reportedly.reading.tokens import Tokens

_NEVER = -1e9
# of two attributions whose contents have this Dice overlap or more, and neither of which reports the other, only the
# likelier stays; chosen on PolNeAR dev (0.2, 0.3 and 0.5 gave an attr_soft F of 0.703, 0.702 and 0.701)
_SAME_CONTENT = 0.2
# a content of so few tokens within a much longer one is a phrase of its own: "…, a charge the ministry denies"
_SHORT = 4
_SOURCES = [number for number, part in enumerate(PARTS) if part.endswith("source")]


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
    openers = {number: labels.index(f"B{label[1:]}") for number, label in enumerate(labels) if label[0] == "I"}
    rows = scores.tolist()
    if not rows:
        return []
    best = [_NEVER if number in openers else score for number, score in enumerate(rows[0])]
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


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue with its source and content, as pieces; `score` is the mean probability of all, `rows` the content's."""

    cue: Piece
    sources: tuple[Piece, ...]
    contents: tuple[Piece, ...]
    score: float
    rows: frozenset[int]


def attribute(tokens: Tokens, scores: TagScores, why: str) -> list[Attribution]:
    """Return the attributions that the scores speak for, in reading order of their contents.

    The tags say where cues are; for each cue, the parts say what is its source and its content. A cue keeps its
    likeliest source; a cue with no content is no attribution; two cues do not share a content.
    """
    cues = [piece for piece in pieces(scores.tags, TAGS) if piece.role == "cue"]
    found = [_found(cue, _parts_of(cue, tokens, scores)) for cue in cues]
    kept = _without_rivals([item for item in found if item.contents])
    return sorted((_attribution(item, tokens, why) for item in kept), key=lambda item: item.content)


def _parts_of(cue: Piece, tokens: Tokens, scores: TagScores) -> list[Piece]:
    """Return the source and content pieces of a cue.

    They stand in the cue's paragraph; only quoted content may stand in another. (In PolNeAR's train part 99.6% of the
    content pieces and 99.9% of the sources that have a cue do.)
    """
    joints = scores.joints_at(cue.start)
    start, end = joints.window.start, joints.window.end
    likely = joints.part_scores(cue.start)
    here = tokens.paragraphs[start:end] == tokens.paragraphs[cue.start]
    quoted = tokens.features[start:end, 1] > 0
    nothing = [0.0 if number == OUTSIDE else _NEVER for number in range(len(PARTS))]
    likely[~(here | quoted)] = nothing
    likely[cue.start - start : cue.end - start] = nothing
    likely[np.ix_(~here, _SOURCES)] = _NEVER
    return [Piece(piece.role, piece.start + start, piece.end + start, piece.score) for piece in pieces(likely, PARTS)]


def _found(cue: Piece, parts: Sequence[Piece]) -> _Found:
    sources = sorted((piece for piece in parts if piece.role == "source"), key=lambda piece: -piece.score)[:1]
    contents = tuple(piece for piece in parts if piece.role == "content")
    score = float(np.exp(np.mean([piece.score for piece in (cue, *sources, *contents)])))
    rows = frozenset(row for piece in contents for row in range(piece.start, piece.end))
    return _Found(cue, tuple(sources), contents, score, rows)


def _without_rivals(found: Sequence[_Found]) -> list[_Found]:
    """Return the attributions without those whose content a likelier one has, unless one reports the other."""
    kept: list[_Found] = []
    holders: dict[int, list[_Found]] = {}  # of each token, who has it in the content
    for item in sorted(found, key=lambda item: (-item.score, item.cue.start)):
        others = {id(other): other for row in item.rows for other in holders.get(row, ())}
        if any(_rivals(item, other) for other in others.values()):
            continue
        kept.append(item)
        for row in item.rows:
            holders.setdefault(row, []).append(item)
    return kept


def _rivals(item: _Found, other: _Found) -> bool:
    if item.cue.start in other.rows or other.cue.start in item.rows:
        return False
    shorter, longer = sorted((len(item.rows), len(other.rows)))
    if shorter <= _SHORT and 2 * shorter < longer:
        return False
    return 2 * len(item.rows & other.rows) >= _SAME_CONTENT * (shorter + longer)


def _attribution(found: _Found, tokens: Tokens, why: str) -> Attribution:
    return Attribution(
        source=tuple(_span(piece, tokens) for piece in found.sources),
        cue=(_span(found.cue, tokens),),
        content=tuple(_span(piece, tokens) for piece in found.contents),
        score=round(min(max(found.score, 0.0), 1.0), 4),
        why=why,
    )


def _span(piece: Piece, tokens: Tokens) -> Span:
    return Span(int(tokens.offsets[piece.start, 0]), int(tokens.offsets[piece.end - 1, 1]))
