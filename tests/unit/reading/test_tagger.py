from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import DataError
from reportedly.reading.evidence import EVIDENCE
from reportedly.reading.tagger import load_tagger, load_tagger_from
from reportedly.reading.tokens import tokenize
from reportedly.text import lines

SHIPPED = Path(str(files("reportedly"))) / "models" / "attribution"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "attribution"))


def test_the_model_knows_a_plain_statement() -> None:
    text = "The ferry will sail, the Port Authority said on Monday."
    tagger = load_tagger()
    scores = tagger.score(tokenize(text, lines(text), tagger.tokenizer))
    rows, parts = scores.parts(0)
    assert scores.tags.shape == (len(rows), 7)
    assert parts.shape == (len(rows), 5)
    assert np.allclose(np.exp(parts).sum(axis=1), 1, atol=1e-4)


def test_a_higher_raw_score_is_likelier_right_and_none_is_certain() -> None:
    tagger = load_tagger()
    nothing = dict.fromkeys(EVIDENCE, 0.0)
    scores = [tagger.grade([*(nothing | {"all": odds, "content": odds}).values()]) for odds in (-7, -1, 0, 2, 7)]
    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[-1] < 1


def test_a_damaged_model_is_refused(copied: Path) -> None:
    with (copied / "tokenizer.json").open("ab") as file:
        file.write(b" ")
    with pytest.raises(DataError, match=r"tokenizer\.json: differs from its manifest"):
        load_tagger_from(copied)


def test_a_model_of_another_version_is_refused(copied: Path) -> None:
    manifest = json.loads((copied / "manifest.json").read_text(encoding="utf-8"))
    manifest["tags"] = ["O"]
    (copied / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(DataError, match="another version"):
        load_tagger_from(copied)


def test_a_missing_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="not there"):
        load_tagger_from(tmp_path)
