from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.reading.attribution import Attribution
from reportedly.reading.decoding import attribute
from reportedly.reading.evidence import EVIDENCE
from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.models import Floats
from reportedly.reading.pieces import pieces
from reportedly.reading.tokens import Ints, Tokens, windows

Parts = dict[int, dict[int, str]]


def likely(labels: list[str], names: tuple[str, ...], sure: float = 0.9) -> Floats:
    """Return log probabilities [n, names] that speak for the labels."""
    scores = np.full((len(labels), len(names)), (1 - sure) / (len(names) - 1), np.float32)
    for row, label in enumerate(labels):
        scores[row, names.index(label)] = sure
    return np.log(scores)


@dataclass
class Given:
    """Scores that speak for the tags, and for what by_cue[cue][token] says that a token is to a cue, in its window."""

    tags: Floats
    by_cue: Parts

    def parts(self, cue: int) -> tuple[Ints, Floats]:
        window = next(window for window in windows(len(self.tags)) if cue < window.last)
        labels = [self.by_cue.get(cue, {}).get(row, "O") for row in range(window.start, window.end)]
        return np.arange(window.start, window.end), likely(labels, PARTS)


def scores(tags: list[str], parts: Parts, sure: float = 0.9) -> Given:
    return Given(likely(tags, TAGS, sure), parts)


def tokens(count: int, paragraphs: list[int] | None = None, quoted: tuple[int, ...] = ()) -> Tokens:
    offsets = np.array([[2 * row, 2 * row + 1] for row in range(count)])
    features = np.zeros((count, 3), np.int64)
    features[list(quoted), 1] = 1
    return Tokens(np.arange(count), offsets, features, np.array(paragraphs or [0] * count))


def grade(evidence: Sequence[float]) -> float:
    """Return the chance that all parts have together, as the evidence has it."""
    return 1 / (1 + math.exp(-evidence[EVIDENCE.index("all")]))


def attributed(given_tokens: Tokens, given_scores: Given) -> list[Attribution]:
    text = "x " * len(given_tokens)
    return attribute(text, given_tokens, given_scores, grade, "test")


def test_an_inside_label_never_follows_another_role() -> None:
    [found] = pieces(likely(["O", "I-content", "I-content", "O"], TAGS), TAGS)
    assert found.role == "content"
    assert found.end == 3


def test_two_begins_are_two_pieces() -> None:
    given = likely(["B-source", "I-source", "B-cue", "B-content", "B-content"], TAGS)
    found = [(piece.role, piece.start, piece.end) for piece in pieces(given, TAGS)]
    assert found == [("source", 0, 2), ("cue", 2, 3), ("content", 3, 4), ("content", 4, 5)]


def test_nothing_scored_nothing_found() -> None:
    assert pieces(np.zeros((0, 7), np.float32), TAGS) == []


def test_two_cues_may_share_a_source() -> None:
    tags = ["B-source", "B-cue", "B-content", "B-cue", "B-content"]
    given = scores(tags, {1: {0: "B-source", 2: "B-content"}, 3: {0: "B-source", 4: "B-content"}})
    first, second = attributed(tokens(5), given)
    assert first.source == second.source
    assert (first.cue[0].start, second.cue[0].start) == (2, 6)


def test_a_cue_without_content_is_no_attribution() -> None:
    assert attributed(tokens(2), scores(["B-source", "B-cue"], {1: {0: "B-source"}})) == []


def test_a_content_in_two_pieces_stays_one_attribution() -> None:
    given = scores(["O", "B-cue", "O", "O"], {1: {0: "B-content", 2: "B-source", 3: "B-content"}})
    [item] = attributed(tokens(4), given)
    assert [span.start for span in item.content] == [0, 6]
    assert 0 < item.score <= 1


def test_a_source_stands_in_the_cues_own_paragraph() -> None:
    given = scores(["B-cue", "B-content", "O"], {0: {1: "B-content", 2: "B-source"}})
    [item] = attributed(tokens(3, paragraphs=[0, 0, 1], quoted=(2,)), given)
    assert item.source == ()


def test_of_two_cues_with_one_content_the_likelier_stays() -> None:
    given = scores(["B-cue", "B-cue", "O"], {0: {2: "B-content"}, 1: {2: "B-content"}})
    given.tags[1] = likely(["B-cue"], TAGS, sure=0.5)
    assert [item.cue[0].start for item in attributed(tokens(3), given)] == [0]


def test_a_cue_inside_a_content_keeps_its_own() -> None:
    parts = {0: {1: "B-content", 2: "I-content", 3: "I-content"}, 2: {1: "B-source", 3: "B-content"}}
    outer, inner = attributed(tokens(4), scores(["B-cue", "O", "B-cue", "O"], parts))
    assert (outer.cue[0].start, inner.cue[0].start) == (0, 4)


def test_a_content_goes_to_no_cue_outside_its_window() -> None:
    tags = ["O"] * 600
    tags[0] = "B-cue"
    assert attributed(tokens(600), scores(tags, {0: {595: "B-content"}})) == []


def test_a_phrase_within_a_long_content_is_denied_beside_it() -> None:
    long = dict.fromkeys(range(1, 12), "I-content") | {1: "B-content"}
    given = scores(["B-cue", *["O"] * 12, "B-cue"], {0: long, 13: {10: "B-content", 11: "I-content"}})
    assert [item.cue[0].start for item in attributed(tokens(14), given)] == [0, 26]
