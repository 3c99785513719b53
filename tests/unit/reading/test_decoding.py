from __future__ import annotations

import numpy as np

from reportedly.reading.decoding import attribute, pieces
from reportedly.reading.labels import PARTS, TAGS
from reportedly.reading.tagger import Floats, Joints, TagScores
from reportedly.reading.tokens import Tokens, windows

Parts = dict[int, dict[int, str]]


def likely(labels: list[str], names: tuple[str, ...], sure: float = 0.9) -> Floats:
    """Return log probabilities [n, names] that speak for the labels."""
    scores = np.full((len(labels), len(names)), (1 - sure) / (len(names) - 1), np.float32)
    for row, label in enumerate(labels):
        scores[row, names.index(label)] = sure
    return np.log(scores)


def scores(tags: list[str], parts: Parts, sure: float = 0.9) -> TagScores:
    """Return scores that speak for the tags, and for what parts[cue][token] says that a token is to a cue."""
    count = len(tags)
    to_cues = np.zeros((count, len(PARTS), count), np.float32)
    for cue, tokens_of_cue in parts.items():
        labels = [tokens_of_cue.get(row, "O") for row in range(count)]
        to_cues[:, :, cue] = likely(labels, PARTS, sure)
    cues = np.repeat(np.eye(count, dtype=np.float32)[:, None, :], len(PARTS), axis=1)
    joints = [
        Joints(window, to_cues[window.start : window.end], cues[window.start : window.end]) for window in windows(count)
    ]
    return TagScores(likely(tags, TAGS, sure), tuple(joints))


def tokens(count: int, paragraphs: list[int] | None = None, quoted: tuple[int, ...] = ()) -> Tokens:
    offsets = np.array([[2 * row, 2 * row + 1] for row in range(count)])
    features = np.zeros((count, 3), np.int64)
    features[list(quoted), 1] = 1
    return Tokens(np.arange(count), offsets, features, np.array(paragraphs or [0] * count))


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
    first, second = attribute(tokens(5), given, "test")
    assert first.source == second.source
    assert (first.cue[0].start, second.cue[0].start) == (2, 6)


def test_a_cue_without_content_is_no_attribution() -> None:
    assert attribute(tokens(2), scores(["B-source", "B-cue"], {1: {0: "B-source"}}), "test") == []


def test_a_content_in_two_pieces_stays_one_attribution() -> None:
    given = scores(["O", "B-cue", "O", "O"], {1: {0: "B-content", 2: "B-source", 3: "B-content"}})
    [item] = attribute(tokens(4), given, "test")
    assert [span.start for span in item.content] == [0, 6]
    assert 0 < item.score <= 1


def test_what_stands_in_another_paragraph_is_content_only_where_quoted() -> None:
    given = scores(["B-cue", "O", "O"], {0: {1: "B-content", 2: "B-content"}})
    [item] = attribute(tokens(3, paragraphs=[0, 1, 2], quoted=(2,)), given, "test")
    assert [span.start for span in item.content] == [4]


def test_a_source_stands_in_the_cues_own_paragraph() -> None:
    given = scores(["B-cue", "B-content", "O"], {0: {1: "B-content", 2: "B-source"}})
    [item] = attribute(tokens(3, paragraphs=[0, 0, 1], quoted=(2,)), given, "test")
    assert item.source == ()


def test_of_two_cues_with_one_content_the_likelier_stays() -> None:
    given = scores(["B-cue", "B-cue", "O"], {0: {2: "B-content"}, 1: {2: "B-content"}})
    given.tags[1] = likely(["B-cue"], TAGS, sure=0.5)
    assert [item.cue[0].start for item in attribute(tokens(3), given, "test")] == [0]


def test_a_cue_inside_a_content_keeps_its_own() -> None:
    parts = {0: {1: "B-content", 2: "I-content", 3: "I-content"}, 2: {1: "B-source", 3: "B-content"}}
    outer, inner = attribute(tokens(4), scores(["B-cue", "O", "B-cue", "O"], parts), "test")
    assert (outer.cue[0].start, inner.cue[0].start) == (0, 4)


def test_a_content_goes_to_no_cue_outside_its_window() -> None:
    tags = ["O"] * 600
    tags[0] = "B-cue"
    assert attribute(tokens(600), scores(tags, {0: {595: "B-content"}}), "test") == []


def test_a_phrase_within_a_long_content_is_denied_beside_it() -> None:
    long = dict.fromkeys(range(1, 12), "I-content") | {1: "B-content"}
    given = scores(["B-cue", *["O"] * 12, "B-cue"], {0: long, 13: {10: "B-content", 11: "I-content"}})
    assert [item.cue[0].start for item in attribute(tokens(14), given, "test")] == [0, 26]
