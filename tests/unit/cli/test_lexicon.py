import json

import pytest

from reportedly.lexicon import cues
from reportedly.model import Article, Reading, Span, Stance, Statement, StatementKind
from reportedly.reader import Failure


@pytest.fixture
def _read(monkeypatch):
    def read_inputs(names):
        for name in names:
            roles = ((Span(0, 3),), (Span(4, 11),), (Span(12, 17),))
            statement = Statement("1", "s1", StatementKind.INDIRECT, Stance.SAYS, *roles, 1.0, "test")
            fine = Reading(Article("Ivo cackled it ran.", file=name), (), (statement,))
            yield Failure(name, None, "empty") if name.startswith("bad") else fine

    monkeypatch.setattr("reportedly.reader.read_inputs", read_inputs)


def test_every_cue_is_listed(run):
    result = run("lexicon")
    assert result.exit_code == 0
    assert all(f"  {cue.id}: " in result.stdout for cue in cues())


def test_every_cue_is_listed_as_json(run):
    listed = json.loads(run("lexicon", "--json").stdout)
    assert [entry["id"] for entry in listed] == [cue.id for cue in cues()]
    assert {entry["reporter"] for entry in listed} == {"commits", "distances", "neutral"}


@pytest.mark.usefixtures("_read")
def test_unknown_cues_of_the_inputs_are_listed(run):
    result = run("lexicon", "--unknown", "a.txt", "b.txt")
    assert (result.exit_code, result.stdout) == (0, "    2  cackled\n       Ivo cackled it ran.  (a.txt)\n")


@pytest.mark.usefixtures("_read")
def test_an_input_that_cannot_be_read_is_told_and_left_out(run):
    result = run("lexicon", "--unknown", "--json", "bad.txt", "a.txt")
    assert (result.exit_code, result.stderr) == (1, "reportedly: bad.txt: empty\n")
    assert json.loads(result.stdout) == [
        {"cue": "cackled", "count": 1, "example": "Ivo cackled it ran.", "file": "a.txt"}
    ]


@pytest.mark.parametrize(("arguments", "told"), [(["a.txt"], "add --unknown"), (["--unknown"], "needs articles")])
def test_wrong_usage_is_told(run, arguments, told):
    result = run("lexicon", *arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
