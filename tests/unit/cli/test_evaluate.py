import json

import pytest
from typer.testing import CliRunner

from reportedly.cli.main import app
from reportedly.errors import BadAnnotation, InputError, NotEnglish
from reportedly.model import Article, Reading, Span, Stance, Statement, StatementKind

TEXT = "Senn said nets tore."
ANNOTATIONS = """T1\tSource 0 4\tSenn
T2\tCue 5 9\tsaid
T3\tContent 10 19\tnets tore
E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3
"""


@pytest.fixture
def gold(tmp_path, monkeypatch):
    """Return a folder of two annotated texts; the reader finds all in a text, and cannot read one with "nein" in it."""

    def read(text, *, file):
        if "nein" in text:
            raise NotEnglish("the text is in German")
        roles = (Span(0, 4),), (Span(5, 9),), (Span(10, 19),)
        statement = Statement("1", "s1", StatementKind.INDIRECT, Stance.SAYS, *roles, 0.9, "model")
        return Reading(Article(text, file=file), (), (statement,))

    monkeypatch.setattr("reportedly.reader.read", read)
    for name in ("courier_1", "daily_1"):
        (tmp_path / f"{name}.txt").write_text(TEXT)
        (tmp_path / f"{name}.ann").write_text(ANNOTATIONS)
    return tmp_path


def evaluate(*arguments):
    return CliRunner().invoke(app, ["eval", *map(str, arguments)])


def test_the_figures_are_printed(gold):
    result = evaluate(gold)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "2 articles, 2 annotated attributions" in result.stdout
    assert "attr_strict    P 1.000  R 1.000  F 1.000" in result.stdout
    assert "attr_soft by publisher" in result.stdout


def test_json_is_one_object(gold):
    figures = json.loads(evaluate(gold, "--json").stdout)
    assert figures["figures"]["attr_soft"] == {"P": 1.0, "R": 1.0, "F": 1.0}
    assert [group["name"] for group in figures["publishers"]] == ["courier", "daily"]


def test_a_text_that_cannot_be_read_counts_as_nothing_found(gold):
    (gold / "daily_1.txt").write_text("nein sagte nets tore.")
    result = evaluate(gold, "--json")
    assert result.exit_code == 1
    assert result.stderr == "reportedly: daily_1.txt: the text is in German\n"
    assert json.loads(result.stdout)["figures"]["attr_soft"] == {"P": 1.0, "R": 0.5, "F": 0.6667}


def test_a_damaged_annotation_is_told(gold):
    (gold / "daily_1.ann").write_text("T1\tSource 0 999\tSenn\n")
    error = evaluate(gold).exception
    assert isinstance(error, BadAnnotation)
    assert "daily_1.ann:1: no characters 0 to 999" in str(error)


def test_a_missing_text_is_told(gold):
    (gold / "daily_1.txt").unlink()
    error = evaluate(gold).exception
    assert isinstance(error, InputError)
    assert str(error) == f"{gold}/daily_1.txt: No such file or directory"


def test_a_folder_without_annotations_is_told(tmp_path):
    error = evaluate(tmp_path).exception
    assert isinstance(error, InputError)
    assert "no .ann files" in str(error)


@pytest.mark.parametrize("name", ["missing", "courier_1.txt"])
def test_what_is_no_folder_is_wrong_usage(gold, name):
    assert evaluate(gold / name).exit_code == 2
