from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import DataError
from reportedly.model import Span
from reportedly.reading.names.features import KNOWN, known_words
from reportedly.reading.names.tagger import LABELS, load_name_tagger, load_name_tagger_from
from reportedly.reading.tagger import load_tagger
from reportedly.reading.tokens import tokenize


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(str(files("reportedly") / "models" / "names"), tmp_path / "names")
    return tmp_path / "names"


def test_every_token_has_shares_of_all_labels_that_sum_to_one() -> None:
    text, tagger = "Maria Lusk denied it.", load_tagger()
    tokens = tokenize(text, [Span(0, len(text))], tagger.tokenizer)
    scores = load_name_tagger().score(text, tokens, tagger.score(tokens).states())
    assert scores.shape == (len(tokens), len(LABELS))
    assert np.allclose(np.exp(scores).sum(axis=1), 1, atol=1e-5)


def test_known_words_are_given_names_countries_and_peoples_with_a_capital() -> None:
    text = "Maria met Peter in Iraq; a Syrian peter sat by maria."
    tokens = tokenize(text, [Span(0, len(text))], load_tagger().tokenizer)
    known = known_words(text, tokens)
    by_word = {text[start:end]: int(number) for (start, end), number in zip(tokens.offsets, known, strict=True)}
    assert (by_word["Maria"], by_word["Peter"], by_word["Iraq"], by_word["Syrian"]) == (1, 2, 3, 6)
    assert (by_word["peter"], by_word["met"]) == (0, 0)
    assert known.max() < KNOWN


def test_a_damaged_model_is_refused(folder: Path) -> None:
    (folder / "names.onnx").write_bytes(b"nothing")
    with pytest.raises(DataError, match="differs from its manifest"):
        load_name_tagger_from(folder)


def test_a_model_for_other_labels_is_refused(folder: Path) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps(manifest | {"labels": ["O"]}), encoding="utf-8")
    with pytest.raises(DataError, match="made for another version"):
        load_name_tagger_from(folder)


def test_a_missing_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the name model is not there"):
        load_name_tagger_from(tmp_path)
