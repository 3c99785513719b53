"""`reportedly review` as a person and as a script use it."""

import json

import pytest
from typer.testing import CliRunner

from reportedly.cli.main import app
from reportedly.errors import BadReview, UnknownId
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.reviews.waiting import queue
from tests.ledgers import STRAIT, Clock, add_text
from tests.unit.ledger.reviews.conftest import ANCHOR, read


@pytest.fixture
def place(tmp_path):
    """Return where a ledger of one article is."""
    path = tmp_path / "test.ledger"
    with Ledger.open(path, now=Clock()) as ledger:
        ledger.store(*read(STRAIT))
    return path


@pytest.fixture
def run(place, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_LEDGER", str(place))
    monkeypatch.setenv("REPORTEDLY_REVIEWER", "Ana")

    def run(*arguments, said=None):
        return CliRunner().invoke(app, ["review", *map(str, arguments)], input=said)

    return run


def waiting(place):
    with Ledger.open(place) as ledger, ledger.reads() as connection:
        return queue(connection, 99)


def history(run, target):
    return [json.loads(line) for line in run("history", target, "--json").stdout.splitlines()]


def test_the_least_certain_come_first(run, place):
    scores = [row.statement.score for row in waiting(place)]
    assert scores == sorted(scores)
    shown = run("--limit", 2).stdout
    first = waiting(place)[0]
    assert shown.startswith(f"{first.statement.id}  score {first.statement.score:.2f}  The Sella Courier, 2026-05-14")
    assert first.context.of(STRAIT) in shown
    assert shown.count("  score ") == 2
    rows = [json.loads(line) for line in run("--json").stdout.splitlines()]
    assert [row["statement"]["id"] for row in rows] == [row.statement.id for row in waiting(place)]


def test_many_are_called_right_at_once(run, place):
    ids = [row.statement.id for row in waiting(place)]
    result = run("right", ids[0][:6], "-", said="\n".join(ids[1:]))
    assert result.stdout.count(": right") == len(ids)
    assert run().stdout == "Nothing waits for review.\n"


def test_what_a_query_finds_is_called_right_once_a_person_says_yes(run, place):
    assert run("--query", "stance:denies").stdout.count("  score ") == 1
    asked = run("right", "--query", "stance:says", said="n\n")
    assert (asked.exit_code, asked.stderr.startswith("Are 2 statements right?")) == (1, True)
    assert len(waiting(place)) == 5
    assert run("right", "--query", "stance:says", said="y\n").stdout.count(": right") == 2
    assert run("wrong", "--query", "stance:accuses", "--yes").stdout.count(": wrong") == 2
    assert [row.statement.stance.value for row in waiting(place)] == ["denies"]


def test_show_has_the_machine_s_answer_beside_what_holds(run, place):
    row = waiting(place)[0]
    one = row.statement.id
    run("fix", one, "--stance", "denies", "--why", "read it")
    told = json.loads(CliRunner().invoke(app, ["show", one, "--json"]).stdout)
    assert (told["statement"]["stance"], told["machine"]["stance"]) == ("denies", "accuses")
    assert [entry["why"] for entry in told["reviews"]] == ["read it"]
    assert "Ana  holds" in CliRunner().invoke(app, ["show", one]).stdout
    run("add", row.kept.article_id, "--cue", "accused", "--content", "of cutting the Orvane cable")
    added = next(entry["target"] for entry in history(run, row.kept.article_id) if entry["verb"] == "add")
    assert json.loads(CliRunner().invoke(app, ["show", added, "--json"]).stdout)["machine"] is None
    assert "of cutting the Orvane cable" in CliRunner().invoke(app, ["show", row.kept.article_id]).stdout


def test_several_fields_are_corrected_at_once_and_taken_back(run, place):
    before = waiting(place)
    one = before[0].statement.id
    options = ("--stance", "denies", "--speaker", "Ada Brann", "--speaker", "Orvane Line=organization")
    more = ("--said", "2026-05-13", "--place", "Sella@1,2", "--why", "read it", "--by", "Ben")
    result = run("fix", one, *options, *more)
    assert "stance denies, not accuses (read it)" in result.stdout
    assert "sources Ada Brann, Orvane Line, not Ministry of Fisheries" in result.stdout
    told = history(run, one)
    assert {(entry["verb"], entry["who"], entry["why"]) for entry in told} == {
        (verb, "Ben", "read it") for verb in ("stance", "sources", "said", "place")
    }
    run("undo", *(entry["id"] for entry in told))
    assert waiting(place) == before
    assert run("history", one).stdout.count("undone by") == 4


def test_all_or_nothing(run, place):
    before = waiting(place)
    result = run("fix", before[0].statement.id, "--stance", "denies", "--content", "what nobody wrote")
    assert isinstance(result.exception, BadReview)
    assert waiting(place) == before


def test_articles_and_sources_are_corrected_by_their_ids(run, place):
    row = waiting(place)[0]
    article = row.kept.article_id
    assert "publisher Orvane Daily, not The Sella Courier" in run("fix", article, "--publisher", "Orvane Daily").stdout
    assert "title unknown" in run("fix", article, "--title", "unknown").stdout
    assert "is set apart" in run("split", f"{article[:8]}/Ada Brann").stdout
    added = run("add", article, "--cue", "accused", "--content", "of cutting the Orvane cable").stdout
    assert "stance accuses" in added
    assert "note (ask them)" in run("note", article, "ask them").stdout
    assert len(history(run, article)) == 5


def test_sources_are_merged_and_told_apart(run, place):
    with Ledger.open(place) as ledger:
        ledger.store(*read(ANCHOR))
        with ledger.reads() as connection:
            rows = connection.exec_driver_sql("SELECT name, entity_id FROM entity").all()
    known = dict(tuple(row) for row in rows)
    one, other = known["Port Authority"], known["Ministry of Fisheries"]
    assert f"is {other} (Ministry of Fisheries)" in run("merge", one, other).stdout
    assert isinstance(run("merge", other, one).exception, BadReview)
    assert "stands for itself" in run("split", one).stdout
    assert f"is not {one} (Port Authority)" in run("distinct", other, one).stdout
    brann = known["Ada Brann"]
    assert "name Ada Brann-Lund, not Ada Brann" in run("fix", brann, "--name", "Ada Brann-Lund").stdout
    assert json.loads(CliRunner().invoke(app, ["show", brann, "--json"]).stdout)["name"] == "Ada Brann-Lund"
    assert "Ada Brann-Lund" in CliRunner().invoke(app, ["find", "source:brann"]).stdout


def test_the_log_goes_to_another_ledger(run, place, tmp_path):
    one = waiting(place)[0].statement.id
    run("wrong", one)
    lines = run("export", "-").stdout
    assert run("export", tmp_path / "log.jsonl").exit_code == 0
    other = tmp_path / "other.ledger"
    with Ledger.open(other) as ledger:
        add_text(ledger, ANCHOR)
    first = run("import", "-", "--ledger", other, said=lines + "{}\n")
    assert (first.exit_code, first.stdout) == (
        1,
        "1 new, 1 of them of what is not here yet; 0 there already; 1 refused\n",
    )
    assert first.stderr.startswith("reportedly: standard input:2: there is no about")
    again = run("import", tmp_path / "log.jsonl", "--ledger", other)
    assert (again.exit_code, again.stdout) == (0, "0 new; 1 there already; 0 refused\n")
    assert run("import", tmp_path / "none.jsonl").exit_code == 1


def test_a_person_answers_one_after_another(run, place):
    ids = [row.statement.id for row in waiting(place)]
    said = ["y", "warn # she said so", "what?", "content nowhere", "", "undo", "n#no", "q"]
    result = run("-i", said="\n".join(said))
    assert "2 of 5" in result.stdout
    assert "STANCE     its stance" in result.stdout
    assert "“nowhere” does not stand near the statement" in result.stderr
    assert result.stdout.endswith(" 1 right, 1 wrong\n")
    assert [entry["verb"] for entry in history(run, ids[1])] == ["undo", "stance"]
    assert [(entry["verb"], entry["why"]) for entry in history(run, ids[3])] == [("wrong", "no")]
    assert [row.statement.id for row in waiting(place)] == [ids[1], ids[2], ids[4]]


def test_the_end_of_the_input_is_the_end(run, place):
    assert run("-i", said="").stdout.endswith("nothing said\n")
    assert len(waiting(place)) == 5


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("right",), "one of the two"),
        (("right", "ID", "--query", "ship"), "one of the two"),
        (("fix", "ID"), "say what is to be corrected"),
        (("fix", "ID", "--published", "2026"), "--published is not for statement"),
        (("-i", "--json"), "leave one out"),
        (("--limit", "3", "right", "ID"), "--limit stands behind right"),
        (("add", "ID"), "Missing option"),
        (("--limit", "0"), "--limit"),
    ],
)
def test_wrong_usage(run, place, arguments, message):
    one = waiting(place)[0].statement.id
    result = run(*(one if argument == "ID" else argument for argument in arguments))
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_what_is_not_there_is_told(run):
    assert isinstance(run("right", "0" * 16).exception, UnknownId)
    assert isinstance(run("history", "0" * 16).exception, UnknownId)
    assert isinstance(run("undo", "0" * 16).exception, BadReview)
