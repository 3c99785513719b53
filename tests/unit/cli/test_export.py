"""reportedly export and reportedly import."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reportedly.cli.main import app
from reportedly.ledger.database import VARIABLE
from reportedly.ledger.ledger import Ledger
from tests.ledgers import STRAIT, Clock, add_text

Run = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which has a ledger of one article in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    with Ledger.open("reportedly.ledger", now=Clock()) as ledger:
        add_text(ledger, STRAIT)
    return tmp_path


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz", "a.xlsx", "a.parquet", "a.jsonl", "a.ftm.json"])
def test_the_ending_says_the_format(here: Path, name: str) -> None:
    result = run("export", name)
    assert (result.exit_code, result.output) == (0, "")
    assert (here / name).stat().st_size


def test_a_format_can_be_named(here: Path) -> None:
    assert run("export", "rows", "--format", "csv").exit_code == 0
    assert (here / "rows").read_bytes().startswith(b"\xef\xbb\xbfstatement_id,")
    assert run("export", "notes", "--format", "brat").exit_code == 0
    assert len(list((here / "notes").iterdir())) == 2


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet", "ledger", "readings", "jsonld", "ftm", "prov"])
def test_a_dash_is_standard_output(here: Path, name: str) -> None:
    result = run("export", "-", "--format", name)
    run("export", "out", "--format", name)
    assert result.exit_code == 0
    assert result.stdout_bytes == (here / "out").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.json",), "its ending says no format"),
        (("-",), "its ending says no format"),
        (("a.csv", "--format", "cvs"), "there are csv, xlsx"),
        (("-", "--format", "brat"), "brat is a folder of files"),
        (("reportedly.ledger", "--format", "csv"), "is the ledger itself"),
    ],
)
def test_misuse_is_told(here: Path, arguments: tuple[str, ...], said: str) -> None:
    before = (here / "reportedly.ledger").read_bytes()
    result = run("export", *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert (here / "reportedly.ledger").read_bytes() == before


def test_a_query_chooses_statements(here: Path) -> None:
    run("export", "all.csv")
    assert run("export", "some.csv", "--query", "stance:denies").exit_code == 0
    everything, some = ((here / name).read_text(encoding="utf-8-sig").splitlines() for name in ("all.csv", "some.csv"))
    assert some == [line for line in everything if line.startswith("statement_id") or ",denies," in line]
    assert len(some) == 2
    result = run("export", "none.csv", "--query", "stance:shouts")
    assert result.exit_code == 1
    assert not (here / "none.csv").exists()


def test_there_must_be_a_ledger(here: Path) -> None:
    result = run("export", "a.csv", "--ledger", "other.ledger")
    assert result.exit_code == 1
    assert not (here / "other.ledger").exists()
    assert not (here / "a.csv").exists()


def test_a_ledger_goes_to_another(here: Path) -> None:
    run("export", "a.jsonl.gz")
    result = run("import", "a.jsonl.gz", "--ledger", "other.ledger")
    assert (result.exit_code, result.stdout.split()) == (0, ["1", "article", "added"])
    result = run("import", "a.jsonl.gz", "--ledger", "other.ledger")
    assert result.stdout.split() == ["1", "article", "there", "already"]
    run("export", "b.jsonl", "--ledger", "other.ledger")
    run("export", "a.jsonl")
    assert (here / "a.jsonl").read_bytes() == (here / "b.jsonl").read_bytes()


def test_standard_input_can_be_imported(here: Path) -> None:
    lines = run("export", "-", "--format", "readings").stdout_bytes
    result = run("import", "-", "--ledger", "other.ledger", stdin=lines)
    assert (result.exit_code, result.stdout.split()) == (0, ["1", "article", "added"])


def test_what_is_not_taken_in_is_told(here: Path) -> None:
    (here / "bad.jsonl").write_text("\n{}\n")
    result = run("import", "bad.jsonl", "gone.jsonl", "--ledger", "other.ledger")
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["bad.jsonl:2", "gone.jsonl"]
