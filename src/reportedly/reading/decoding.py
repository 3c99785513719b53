"""Decoding: from the tagger's scores to attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.labels import ROLES, begin, inside
from reportedly.reading.tagger import TagScores
from reportedly.reading.tokens import Tokens

_MARKS = frozenset("“„«\"‘'`")
_BEGINS = {begin(role): role for role in ROLES}
_INSIDES = {inside(role): begin(role) for role in ROLES}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens [start, end) with one role and the mean log probability of its tags."""

    role: str
    start: int
    end: int
    score: float


def best_tags(scores: TagScores) -> list[int]:
    """Return the most likely tag sequence in which every inside tag follows a begin or inside tag of its role."""
    back: list[tuple[int, ...]] = []
    best: list[float] = []
    for row in scores.tags.tolist():
        if not best:
            best = [-1e9 if tag in _INSIDES else score for tag, score in enumerate(row)]
            back.append(tuple(range(len(row))))
            continue
        top = max(range(len(best)), key=best.__getitem__)
        came = [top] * len(row)
        for tag, opener in _INSIDES.items():
            came[tag] = opener if best[opener] > best[tag] else tag
        best = [best[came[tag]] + score for tag, score in enumerate(row)]
        back.append(tuple(came))
    if not best:
        return []
    tag = max(range(len(best)), key=best.__getitem__)
    tags = [tag]
    for came_from in reversed(back[1:]):
        tag = came_from[tag]
        tags.append(tag)
    return tags[::-1]


def pieces(tags: Sequence[int], scores: TagScores) -> list[Piece]:
    """Return the runs of tokens that the tags mark, in order."""
    found: list[Piece] = []
    start = 0
    while start < len(tags):
        role = _BEGINS.get(tags[start])
        if role is None:
            start += 1
            continue
        end = start + 1
        while end < len(tags) and tags[end] == inside(role):
            end += 1
        likely = float(np.mean([scores.tags[row, tags[row]] for row in range(start, end)]))
        found.append(Piece(role, start, end, likely))
        start = end
    return found


@dataclass(slots=True)
class _Group:
    """A cue with the pieces attached to it so far and how surely each is attached."""

    cue: Piece
    sources: list[tuple[float, Piece]] = field(default_factory=list)
    contents: list[tuple[float, Piece]] = field(default_factory=list)


def attribute(text: str, tokens: Tokens, scores: TagScores, why: str) -> list[Attribution]:
    """Return the attributions that the scores speak for, in reading order of their contents.

    Every source and content goes to the cue that its tokens point at most, among the cues of its paragraph; only a
    content that opens with a quotation mark may go to a cue of another paragraph. (In PolNeAR's train part 99.6% of
    the content pieces and 99.9% of the sources that have a cue stand in its paragraph or are such quotations.)
    A cue keeps its likeliest source; a cue with no content is no attribution.
    """
    found = pieces(best_tags(scores), scores)
    groups = [_Group(piece) for piece in found if piece.role == "cue"]
    for piece in found:
        if piece.role != "cue":
            near = [group for group in groups if tokens.paragraphs[group.cue.start] == tokens.paragraphs[piece.start]]
            opening = text[tokens.offsets[piece.start, 0]]
            _attach(piece, near if near or opening not in _MARKS else groups, scores)
    made = [_attribution(group, tokens, why) for group in groups if group.contents]
    return sorted(made, key=lambda attribution: attribution.content)


def _attach(piece: Piece, groups: Sequence[_Group], scores: TagScores) -> None:
    pointers = scores.pointers_at((piece.start + piece.end) // 2)
    rows = range(piece.start, piece.end)
    pointed = [(pointers.score(rows, range(group.cue.start, group.cue.end)), group) for group in groups]
    near = [(score, group) for score, group in pointed if score is not None]
    if not near:
        return
    points = np.array([score for score, _ in near])
    shares = np.exp(points - points.max())
    shares /= shares.sum()
    winner = int(shares.argmax())
    group = near[winner][1]
    (group.sources if piece.role == "source" else group.contents).append((float(shares[winner]), piece))


def _attribution(group: _Group, tokens: Tokens, why: str) -> Attribution:
    # a cue has one source: the likeliest of those that point at it
    sources = (
        [max(group.sources, key=lambda pair: (pair[0] * np.exp(pair[1].score), -pair[1].start))]
        if group.sources
        else []
    )
    parts = [(1.0, group.cue), *sources, *group.contents]
    likely = float(np.exp(np.mean([piece.score for _, piece in parts])) * np.mean([share for share, _ in parts]))
    return Attribution(
        source=tuple(_span(piece, tokens) for _, piece in sources),
        cue=(_span(group.cue, tokens),),
        content=tuple(sorted(_span(piece, tokens) for _, piece in group.contents)),
        score=round(min(max(likely, 0.0), 1.0), 4),
        why=why,
    )


def _span(piece: Piece, tokens: Tokens) -> Span:
    return Span(int(tokens.offsets[piece.start, 0]), int(tokens.offsets[piece.end - 1, 1]))
