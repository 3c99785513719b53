"""The commands about a ledger, as a person and a script use them."""

import csv
import io
import json
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

import reportedly
from reportedly.cli.main import app
from reportedly.ledger.adding import Added
from reportedly.ledger.keeping.storing import Outcome
from reportedly.reader import Failure
from tests.ledgers import FERRY, STRAIT, add_text


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return what runs a command on a ledger of two articles, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTEDLY_LEDGER", "own.ledger")
    with reportedly.open_ledger() as ledger:
        add_text(ledger, STRAIT, url="https://courier.example/strait", publisher="Courier", published="2026-05-14")
        add_text(ledger, FERRY, publisher="Orvane Daily")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    return run


def test_a_folder_is_added_and_what_came_of_it_told(run, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "new.txt").write_text(STRAIT + "\nThat is all.\n")
    (tmp_path / "pages" / "empty.txt").write_text("  \n")
    result = run("add", "pages")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].startswith("1 article with ")
    assert result.stdout.splitlines()[0].endswith(" added to own.ledger")
    assert result.stdout.splitlines()[1] == "1 not read: reportedly failures lists them"
    assert "empty.txt: empty; give a file with an article in it" in result.stderr
    listed = json.loads(run("failures", "--json").stdout)
    assert [(Path(one["name"]).name, one["tries"]) for one in listed] == [("empty.txt", 1)]


def test_a_new_version_is_told_with_what_changed(run, monkeypatch):
    monkeypatch.setattr("reportedly.ledger.inputs.expand.items", lambda names, options: iter(names))

    def added(ledger, inputs, crew, limits):
        changed = STRAIT.replace("denied the charge", "confirmed the charge")
        stored = add_text(ledger, changed, url="https://courier.example/strait")
        from reportedly.ledger.history import change_to

        with ledger.reads() as connection:
            change = change_to(connection, stored.article_id)
        yield Added("strait.html", None, stored.outcome, stored.article_id, 4, change)
        yield Added("ferry.html", None, Outcome.SAME, stored.article_id)

    monkeypatch.setattr("reportedly.ledger.adding.add", added)
    result = run("add", "a.html", "b.html")
    assert result.exit_code == 0
    told = result.stdout.splitlines()
    # which of the two is the newer depends on their ids, since neither was fetched at a time that is known
    assert "strait.html: new version: " in told[0] or told[0].startswith("1 article")
    assert told[-2:] == ["1 of them new versions of pages that have changed", "1 there already"]


def test_statements_are_found_as_table_json_and_csv(run):
    table = run("find", "stance:denies").stdout
    assert "denies: the charge" in table
    assert "1 statement" in table
    found = json.loads(run("find", "anchor", "--json", "--facets").stdout)
    assert (found["query"], found["total"], len(found["rows"])) == ("anchor", 1, 1)
    assert found["rows"][0]["speakers"][0]["name"] == "Ada Brann"
    assert found["facets"]["counted"] == 1
    rows = list(csv.DictReader(io.StringIO(run("find", "anchor", "--csv").stdout.removeprefix("\ufeff"))))
    assert [row["content"] for row in rows] == ['\'"We have seen the anchor,"'.removeprefix("'")]


def test_pages_and_orders(run):
    whole = [row["statement_id"] for row in json.loads(run("find", "--json", "--sort", "score").stdout)["rows"]]
    parts = [
        row["statement_id"]
        for page in ("1", "2")
        for row in json.loads(run("find", "--json", "--sort", "score", "--size", "4", "--page", page).stdout)["rows"]
    ]
    assert parts == whole[:8]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("find", "stance:dennies"), 1, "stance"),
        (("find", "x", "--sort", "length"), 1, "unknown order"),
        (("find", "x", "--csv", "--json"), 2, "exclude each other"),
        (("find", "x", "--page", "0"), 2, "--page"),
        (("show", "12"), 1, "no id"),
        (("show", "0123456789"), 1, "no article or statement or source of this ledger has this id"),
        (("failures", "--retry", "--json"), 2, "--retry does not list"),
        (("watch", "https://courier.example/feed", "--every", "soon"), 2, "no length of time"),
        (("verify", "--ledger", "missing.ledger"), 1, "there is no ledger; make one with: reportedly add"),
        (("add", "a.txt", "--published", "soon"), 2, "--published"),
    ],
)
def test_what_is_wrong_is_told(run, arguments, status, says):
    result = run(*arguments)
    assert result.exit_code == status
    # an error of the program is put into words by `main`, which stands above the command
    assert says in result.stderr + str(result.exception)


def test_an_article_a_statement_and_a_source_are_shown(run):
    row = json.loads(run("find", "anchor", "--json").stdout)["rows"][0]
    article = run("show", row["article_id"][:8]).stdout
    assert "In the ledger" in article
    assert f"article {row['article_id']}" in article
    statement = run("show", row["statement_id"][:10]).stdout
    assert "“We have seen the anchor,”" in statement or '"We have seen the anchor,"' in statement
    source = run("show", row["speakers"][0]["id"]).stdout
    assert source.startswith("Ada Brann")
    for one in (row["article_id"], row["statement_id"], row["speakers"][0]["id"]):
        assert json.loads(run("show", one, "--json").stdout)["id"] == one


def test_a_ledger_that_matches_and_one_that_does_not(run):
    assert run("verify").stdout == "2 articles checked: everything matches\n"
    with reportedly.open_ledger() as ledger, ledger.writes() as connection:
        connection.execute(text("UPDATE statement SET content = 'We saw nothing' WHERE content LIKE '%anchor%'"))
    result = run("verify")
    assert result.exit_code == 1
    assert "of the index is not as the reading has it" in result.stdout
    assert result.stdout.endswith("2 articles checked: 1 problem\n")


def test_articles_of_another_edition_are_read_again(run):
    with reportedly.open_ledger() as ledger, ledger.writes() as connection:
        connection.execute(text("UPDATE reading SET reader = '0.0.9'"))
    assert run("reread").stdout == "2 articles read again\n"
    assert run("reread").stdout == "0 articles read again\n"


def test_one_look_at_feeds_keeps_their_states(run, monkeypatch):
    from reportedly.ledger.inputs.watch import FeedState, Watch

    feed = "https://courier.example/feed"

    def round_(watching):
        yield Failure(feed, None, "no connection")
        watching.states.put(FeedState(feed, failures=1))

    monkeypatch.setattr(Watch, "round", round_)
    result = run("watch", feed, "--once")
    assert result.exit_code == 1
    assert f"{feed}: no connection" in result.stderr
    with reportedly.open_ledger() as ledger, ledger.reads() as connection:
        assert connection.execute(text("SELECT url, failures FROM feed")).all() == [(feed, 1)]
