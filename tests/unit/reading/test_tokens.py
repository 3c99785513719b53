from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from reportedly.model import Span
from reportedly.reading.tagger import load_tagger
from reportedly.reading.tokens import REACH, around, standing_of, tokenize, windows
from reportedly.text import lines


@pytest.mark.parametrize("count", [1, 63, 64, 65, 254, 255, 300, 444, 445, 1000])
def test_windows_cover_every_token_once(count: int) -> None:
    found = list(windows(count))
    assert found[0].first == 0
    assert found[-1].last == count
    assert all(before.last == after.first for before, after in pairwise(found))
    assert all(window.start <= window.first < window.last <= window.end <= count for window in found)


def test_no_tokens_no_windows() -> None:
    assert list(windows(0)) == []


def test_offsets_refer_to_the_whole_text_and_runs_follow_each_other() -> None:
    text = "Alpha said so.\nA caption.\nBeta denied it."
    runs = [Span(0, 15), Span(26, len(text))]
    tokens = tokenize(text, runs, load_tagger().tokenizer)
    pieces = [text[start:end] for start, end in tokens.offsets]
    assert "caption" not in pieces
    assert pieces[0] == "Alpha"
    assert "Beta" in pieces


def test_features_tell_case_quotation_and_line_start() -> None:
    text = "MNA said “no 7”\nOK"
    tokens = tokenize(text, lines(text), load_tagger().tokenizer)
    rows = {text[start:end]: row.tolist() for (start, end), row in zip(tokens.offsets, tokens.features, strict=True)}
    assert rows["said"] == [0, 0, 0]
    assert rows["no"] == [0, 1, 0]
    assert rows["7"] == [3, 1, 0]
    assert rows["OK"] == [2, 0, 1]


def test_lone_surrogates_are_read_as_unknown_pieces() -> None:
    text = "a \ud800 b"
    tokens = tokenize(text, lines(text), load_tagger().tokenizer)
    assert np.all(tokens.offsets <= len(text))


def test_what_a_cue_reaches_is_its_paragraph_and_what_is_quoted_near_it() -> None:
    paragraphs = np.array([0, 0, 1, 1, 1, 2, 2])
    quoted = np.array([False, True, False, False, False, False, True])
    assert around(3, paragraphs, quoted).tolist() == [1, 2, 3, 4, 6]


def test_a_cue_reaches_no_farther_than_its_reach() -> None:
    count = 3 * REACH
    rows = around(count - 1, np.zeros(count, np.int64), np.zeros(count, bool))
    assert (rows[0], rows[-1]) == (count - 1 - REACH, count - 1)


def test_how_a_token_stands_to_a_cue_is_its_distance_and_whether_the_paragraph_is_another() -> None:
    rows = np.array([0, 2, 4])
    standing = standing_of(2, rows, np.array([0, 0, 0, 0, 1]))
    assert standing.tolist() == [[REACH - 2, 0], [REACH, 0], [REACH + 2, 1]]
