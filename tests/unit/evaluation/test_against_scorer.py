"""Every figure is that of the corpus scorer, to the last digit, where the corpus is there."""

import importlib.util
from pathlib import Path

import pytest

import reportedly
from reportedly.brat import read_document
from reportedly.evaluation import compare, found_in, score

SHARED = Path(__file__).resolve().parents[3] / "../shared"
SCORER = SHARED / "scripts/score_attribution.py"
ARTICLES = sorted((SHARED / "data/polnear/dev").glob("*.ann"))[::6]


@pytest.mark.skipif(not (ARTICLES and SCORER.is_file()), reason="needs ../shared/data/polnear/dev and the scorer")
def test_the_figures_are_those_of_the_corpus_scorer():
    spec = importlib.util.spec_from_file_location("score_attribution", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    documents = [read_document(ann) for ann in ARTICLES]
    readings = {document.name: reportedly.read(document.text) for document in documents}
    gold = {name: held for name, held in scorer.read_gold(ARTICLES[0].parent).items() if name in readings}
    outermost = {
        name: [statement for statement in reading.to_dict()["statements"] if statement.get("parent") is None]
        for name, reading in readings.items()
    }
    theirs = scorer.score(gold, outermost)
    ours = score([compare(document, found_in(readings[document.name])) for document in documents])
    assert theirs["attr_soft"]["F"] > 0.5
    assert ours == theirs
    assert list(ours) == list(theirs)
