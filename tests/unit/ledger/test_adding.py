import json
from pathlib import Path

import pytest

from reportedly.ledger.adding import Added, add, retry
from reportedly.ledger.inputs.expand import items
from reportedly.ledger.keeping import failures
from reportedly.ledger.keeping.storing import Outcome
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.verify import verify
from reportedly.ledger.workers.worker import Crew
from reportedly.reader import Failure
from tests.damaged_inputs import damaged_inputs
from tests.ledgers import FERRY, STRAIT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(STRAIT)
    (folder / "b.html").write_bytes(b"<html><body></body></html>")
    records = [{"text": FERRY, "url": "https://daily.example/ferry"}, {"title": "No text"}]
    (folder / "c.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    return folder


def added(ledger: Ledger, *names: Path, workers: int = 1) -> list[str]:
    outcomes = add(ledger, items(map(str, names)), Crew(workers=workers))
    return [outcome.reason if isinstance(outcome, Failure) else outcome.outcome.value for outcome in outcomes]


def kept_failures(ledger: Ledger, *, resolved: bool = False) -> list[failures.Failed]:
    with ledger.reads() as connection:
        return list(failures.failures(connection, resolved=resolved))


def test_a_batch_goes_on_and_its_failures_are_kept(ledger: Ledger, folder: Path) -> None:
    assert added(ledger, folder, workers=2) == [
        "added",
        "no text in it; give a document with an article",
        "added",
        'neither "text" nor "html" has anything in it',
    ]
    assert [(Path(one.failure.name).name, one.failure.line, one.tries) for one in kept_failures(ledger)] == [
        ("b.html", None, 1),
        ("c.jsonl", 2, 1),
    ]
    assert [one.problems for one in verify(ledger)] == [(), ()]


def test_the_same_again_reads_nothing(ledger: Ledger, folder: Path) -> None:
    added(ledger, folder)
    again = added(ledger, folder)
    assert [again[0], again[2]] == ["there already"] * 2
    assert all("as before; to try it again: reportedly failures --retry" in one for one in again[1::2])
    assert [one.tries for one in kept_failures(ledger)] == [1, 1]


def test_what_failed_is_tried_again_on_request(ledger: Ledger, folder: Path) -> None:
    added(ledger, folder)
    assert [isinstance(outcome, Failure) for outcome in retry(ledger)] == [True, True]
    assert [one.tries for one in kept_failures(ledger)] == [2, 2]


def test_what_is_read_later_is_a_failure_no_more(ledger: Ledger, folder: Path) -> None:
    added(ledger, folder)
    (folder / "b.html").write_text(f"<html><body><p>{FERRY}</p></body></html>")
    assert added(ledger, folder / "b.html") == ["added"]
    assert [Path(one.failure.name).name for one in kept_failures(ledger)] == ["c.jsonl"]
    (mended,) = (one for one in kept_failures(ledger, resolved=True) if one.resolved_at)
    assert Path(mended.failure.name).name == "b.html"


def test_a_file_that_has_changed_is_a_new_version(ledger: Ledger, folder: Path) -> None:
    added(ledger, folder)
    (folder / "a.txt").write_text(STRAIT.replace("denied the charge", "admitted it"))
    assert added(ledger, folder / "a.txt") == ["new version"]


def test_each_is_kept_before_it_is_told(ledger: Ledger, folder: Path) -> None:
    outcomes = add(ledger, items([str(folder)]))
    first = next(outcomes)
    outcomes.close()
    assert isinstance(first, Added)
    assert [one.article_id for one in verify(ledger)] == [first.article_id]
    # what was interrupted goes on
    assert added(ledger, folder)[0] == Outcome.SAME.value


def test_every_damaged_input_is_kept_as_a_failure(tmp_path: Path) -> None:
    # of a list, what it leads to fails, under its own name
    inputs = [made for made in damaged_inputs() if not made.name.startswith("lists")]
    for made in inputs:
        (tmp_path / made.name).write_bytes(made.data)
    with Ledger.open(tmp_path / "test.ledger") as ledger:
        outcomes = list(add(ledger, items(str(tmp_path / made.name) for made in inputs)))
        assert all(isinstance(outcome, Failure) for outcome in outcomes)
        failed = {Path(one.failure.name.partition("#")[0]).name for one in kept_failures(ledger)}
        assert failed == {made.name for made in inputs}
        assert len(failed) >= 200
        assert list(verify(ledger)) == []


def test_a_text_with_nul_is_kept_on_both_databases(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "nul.jsonl"
    path.write_text(json.dumps({"text": FERRY + "\0", "title": "Fares\0"}))
    assert added(ledger, path) == ["added"]
