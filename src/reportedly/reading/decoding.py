"""Decoding: from the tagger's scores to attributions."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.lexicon import find_cues
from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.evidence import expected_overlap, log_odds
from reportedly.reading.labels import OUTSIDE, PARTS, TAGS
from reportedly.reading.models import Floats
from reportedly.reading.pieces import NEVER, Piece, pieces
from reportedly.reading.tagger import Scores
from reportedly.reading.tokens import Tokens

# of two attributions whose contents have this Dice overlap or more, and neither of which reports the other, only the
# likelier stays; chosen on PolNeAR dev (0.2, 0.3 and 0.5 gave an attr_soft F of 0.703, 0.702 and 0.701)
_SAME_CONTENT = 0.2
# a content of so few tokens within a much longer one is a phrase of its own: "…, a charge the ministry denies"
_SHORT = 4
_SOURCES = [number for number, part in enumerate(PARTS) if part.endswith("source")]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue with its source and content, as pieces; `rows` are the content's tokens.

    `evidence` speaks for it (EVIDENCE), and `score` says how likely that makes it right.
    """

    cue: Piece
    sources: tuple[Piece, ...]
    contents: tuple[Piece, ...]
    evidence: tuple[float, ...]
    score: float
    rows: frozenset[int]


Grade = Callable[[Sequence[float]], float]


def attribute(text: str, tokens: Tokens, scores: Scores, grade: Grade, why: str) -> list[Attribution]:
    """Return the attributions that the scores speak for, in reading order of their contents.

    The tags say where cues are; for each cue, the parts say what is its source and its content. A cue keeps its
    likeliest source; a cue with no content is no attribution; two cues do not share a content. `grade` turns the
    evidence for each (EVIDENCE) into its score.
    """
    kept = _without_rivals(candidates(text, tokens, scores, grade))
    return sorted((attribution_of(item, tokens, why) for item in kept), key=lambda item: item.content)


def candidates(text: str, tokens: Tokens, scores: Scores, grade: Grade) -> list[Candidate]:
    """Return what the scores speak for, a candidate for each cue that has a content, whether or not others have it."""
    cues = [piece for piece in pieces(scores.tags, TAGS) if piece.role == "cue"]
    found = (_candidate(text, tokens, cue, _around(cue, tokens, scores), grade) for cue in cues)
    return [item for item in found if item.contents]


@dataclass(frozen=True, slots=True)
class _Around:
    """The tokens from `start` on around a cue: log probabilities [n, parts]."""

    start: int
    likely: Floats

    def pieces(self) -> list[Piece]:
        return [
            Piece(piece.role, piece.start + self.start, piece.end + self.start, piece.score)
            for piece in pieces(self.likely, PARTS)
        ]

    def overlap(self, role: str, chosen: Sequence[Piece]) -> float:
        """Return the overlap that the pieces chosen for a role can be expected to have with the true ones."""
        chances = np.exp(self.likely[:, [PARTS.index(f"B-{role}"), PARTS.index(f"I-{role}")]]).sum(axis=1)
        inside = np.zeros(len(chances), bool)
        for piece in chosen:
            inside[piece.start - self.start : piece.end - self.start] = True
        return expected_overlap(chances, inside)


def _around(cue: Piece, tokens: Tokens, scores: Scores) -> _Around:
    """Return what the tokens around a cue are to it; a source stands in the cue's paragraph."""
    rows, likely = scores.parts(cue.start)
    start = int(rows[0])
    nothing = [0.0 if number == OUTSIDE else NEVER for number in range(len(PARTS))]
    table = np.tile(np.array(nothing, np.float32), (int(rows[-1]) + 1 - start, 1))
    table[rows - start] = likely
    table[max(cue.start - start, 0) : cue.end - start] = nothing
    elsewhere = tokens.paragraphs[start : start + len(table)] != tokens.paragraphs[cue.start]
    table[np.ix_(elsewhere, _SOURCES)] = NEVER
    return _Around(start, table)


def _candidate(text: str, tokens: Tokens, cue: Piece, around: _Around, grade: Grade) -> Candidate:
    parts = around.pieces()
    sources = sorted((piece for piece in parts if piece.role == "source"), key=lambda piece: -piece.score)[:1]
    contents = [piece for piece in parts if piece.role == "content"]
    rows = [row for piece in contents for row in range(piece.start, piece.end)]
    evidence = (
        log_odds(float(np.exp(np.mean([piece.score for piece in (cue, *sources, *contents)])))),
        log_odds(float(np.exp(cue.score))),
        float(not sources),
        float(bool(find_cues(_span(cue, tokens).of(text)))),
        log_odds(around.overlap("content", contents)),
        log_odds(around.overlap("source", sources)),
        float((tokens.features[rows, 1] > 0).mean()) if rows else 0.0,
        math.log(max(len(rows), 1)),
    )
    return Candidate(cue, tuple(sources), tuple(contents), evidence, grade(evidence), frozenset(rows))


def _without_rivals(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the attributions without those whose content a likelier one has, unless one reports the other."""
    kept: list[Candidate] = []
    holders: dict[int, list[Candidate]] = {}  # of each token, who has it in the content
    for item in sorted(found, key=lambda item: (-item.score, item.cue.start)):
        others = {id(other): other for row in item.rows for other in holders.get(row, ())}
        if any(_rivals(item, other) for other in others.values()):
            continue
        kept.append(item)
        for row in item.rows:
            holders.setdefault(row, []).append(item)
    return kept


def _rivals(item: Candidate, other: Candidate) -> bool:
    if item.cue.start in other.rows or other.cue.start in item.rows:
        return False
    shorter, longer = sorted((len(item.rows), len(other.rows)))
    if shorter <= _SHORT and 2 * shorter < longer:
        return False
    return 2 * len(item.rows & other.rows) >= _SAME_CONTENT * (shorter + longer)


def attribution_of(found: Candidate, tokens: Tokens, why: str) -> Attribution:
    """Return a candidate as an attribution, by characters."""
    return Attribution(
        source=tuple(_span(piece, tokens) for piece in found.sources),
        cue=(_span(found.cue, tokens),),
        content=tuple(_span(piece, tokens) for piece in found.contents),
        score=found.score,
        why=why,
    )


def _span(piece: Piece, tokens: Tokens) -> Span:
    return Span(int(tokens.offsets[piece.start, 0]), int(tokens.offsets[piece.end - 1, 1]))
