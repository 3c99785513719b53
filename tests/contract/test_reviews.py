"""docs/reviews.md says what `reportedly review` does, and all of it."""

import doctest
import re

import pytest
from typer.testing import CliRunner

from reportedly.cli.main import app
from reportedly.ledger.reviews.review import About, Review, Verb
from tests.contract.documents import document, examples

TEXT = document("docs/reviews.md")


def help_of(*arguments):
    return CliRunner().invoke(app, ["review", *arguments, "--help"], env={"COLUMNS": "200"}).stdout


def options_in(text):
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", text)) - {"-h", "--help"}


COMMANDS = re.findall(r"^  (\w+)", help_of().partition("Commands:")[2], re.M)


def test_every_command_has_a_row_and_no_other():
    table = TEXT.partition("| command | of |")[2].partition("\n\n")[0]
    found = [name for row in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", table, re.M) for name in re.findall(r"\w+", row)]
    assert set(found) == set(COMMANDS)


@pytest.mark.parametrize("command", ["review", *COMMANDS])
def test_every_option_is_documented_and_no_other(command):
    table = TEXT.partition("| command | options |")[2].partition("\n\n")[0]
    rows = [row for row in table.splitlines()[1:] if f"`{command}`" in row.split("|")[1]]
    shown = help_of() if command == "review" else help_of(command)
    assert len(rows) == 1
    assert options_in(rows[0].split("|")[2]) == options_in(shown.partition("Options:")[2])


def test_every_field_and_verb_is_documented_and_no_other():
    fields = re.findall(r"^\| `(\w+)` \| (?:string|object)", TEXT, re.M)
    review = Review("2026-05-14T09:30:00Z", "Ana", Verb.RIGHT, About.STATEMENT, "0" * 16, "1" * 16)
    assert fields == list(review.to_dict())
    verbs = TEXT.partition("| verb | value |")[2].partition("\n\n")[0]
    named = {word for row in verbs.splitlines()[2:] for word in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == {verb.value for verb in Verb}
    assert all(f"`{about.value}`" in TEXT for about in About)


def test_the_example_runs():
    test = doctest.DocTestParser().get_doctest(examples("docs/reviews.md"), {}, "docs/reviews.md", None, 0)
    runner = doctest.DocTestRunner()
    assert runner.run(test).failed == 0
