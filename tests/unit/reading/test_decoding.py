from __future__ import annotations

import numpy as np

from reportedly.reading.decoding import attribute, best_tags, pieces
from reportedly.reading.labels import TAGS
from reportedly.reading.tagger import Pointers, TagScores
from reportedly.reading.tokens import Tokens, Window, windows


def scores(tags: list[str], cues: dict[int, int] | None = None, sure: float = 0.9) -> TagScores:
    """Return scores that speak for the tags, and in which token i points at token cues[i]."""
    count = len(tags)
    likely = np.full((count, len(TAGS)), (1 - sure) / (len(TAGS) - 1), np.float32)
    for row, tag in enumerate(tags):
        likely[row, TAGS.index(tag)] = sure
    keys = np.eye(count, dtype=np.float32) * 8
    queries = np.zeros((count, count), np.float32)
    for token, cue in (cues or {}).items():
        queries[token, cue] = 1
    pointers = [
        Pointers(window, queries[window.start : window.end], keys[window.start : window.end])
        for window in windows(count)
    ]
    return TagScores(np.log(likely), tuple(pointers))


def tokens(count: int) -> Tokens:
    offsets = np.array([[2 * row, 2 * row + 1] for row in range(count)])
    return Tokens(np.arange(count), offsets, np.zeros((count, 3), np.int64), np.zeros(count, np.int64))


def test_an_inside_tag_never_follows_another_role() -> None:
    found = best_tags(scores(["O", "I-content", "I-content", "O"]))
    named = [TAGS[tag] for tag in found]
    before = dict(zip(named[1:], named, strict=False))
    assert before["I-content"] in {"B-content", "I-content"}
    assert "B-content" in named


def test_two_begins_are_two_pieces() -> None:
    given = scores(["B-source", "I-source", "B-cue", "B-content", "B-content"])
    found = [(piece.role, piece.start, piece.end) for piece in pieces(best_tags(given), given)]
    assert found == [("source", 0, 2), ("cue", 2, 3), ("content", 3, 4), ("content", 4, 5)]


def test_spans_go_to_the_cue_they_point_at_not_the_nearest() -> None:
    tags = ["B-source", "B-cue", "B-content", "B-cue", "B-content"]
    given = scores(tags, {0: 3, 2: 1, 4: 3})
    first, second = attribute("x" * 1200, tokens(5), given, "test")
    assert (first.source, first.cue[0].start) == ((), 2)
    assert (second.source[0].start, second.cue[0].start) == (0, 6)


def test_a_cue_without_content_is_no_attribution() -> None:
    assert attribute("x" * 1200, tokens(2), scores(["B-source", "B-cue"], {0: 1}), "test") == []


def test_a_content_in_two_pieces_stays_one_attribution() -> None:
    given = scores(["B-content", "B-cue", "B-source", "B-content"], {0: 1, 2: 1, 3: 1})
    [item] = attribute("x" * 1200, tokens(4), given, "test")
    assert [span.start for span in item.content] == [0, 6]
    assert 0 < item.score <= 1


def test_nothing_scored_nothing_found() -> None:
    assert best_tags(TagScores(np.zeros((0, 7), np.float32), ())) == []


def test_a_content_goes_to_no_cue_outside_its_window() -> None:
    tags = ["O"] * 600
    tags[0], tags[590], tags[595] = "B-cue", "B-cue", "B-content"
    [item] = attribute("x" * 1200, tokens(600), scores(tags, {595: 0}), "test")
    assert item.cue[0].start == 2 * 590


def test_pointers_of_a_window_know_nothing_beyond_it() -> None:
    pointers = Pointers(Window(10, 12, 10, 12), np.ones((2, 3), np.float32), np.ones((2, 3), np.float32))
    assert pointers.score(range(10, 11), range(11, 12)) == 3.0
    assert pointers.score(range(10, 11), range(12, 13)) is None
