from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from reportedly.errors import DataError
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
    assert scores.tags.shape[1] == 7
    assert scores.joints_at(0).part_scores(0).shape == (len(scores.tags), 5)


def test_a_higher_raw_score_is_likelier_right_and_none_is_certain() -> None:
    tagger = load_tagger()
    scores = [tagger.calibrated(raw) for raw in (0.0, 0.5, 0.9, 0.99, 1.0)]
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
