import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from reportedly.errors import LedgerError, LedgerUnwritable, NewerLedger, NotALedger
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.tables import opening, upgrading
from tests.ledgers import STRAIT, add_text


def test_a_new_ledger_is_made_and_opened_again(where: str) -> None:
    with Ledger.open(where) as ledger:
        add_text(ledger, STRAIT)
    with Ledger.open(where, create=False) as ledger, ledger.reads() as connection:
        assert connection.execute(text("SELECT count(*) FROM article")).scalar() == 1


def test_a_ledger_that_is_not_there_is_made_only_where_that_is_wanted(where: str) -> None:
    with pytest.raises(NotALedger, match="reportedly add"):
        Ledger.open(where, create=False)


def test_a_newer_ledger_is_refused_and_left_as_it_is(where: str) -> None:
    with Ledger.open(where) as ledger, ledger.writes() as connection:
        connection.execute(text(f"UPDATE {upgrading.VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(NewerLedger, match=r"newer version of reportedly \(revision 9999\)"):
        Ledger.open(where)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Not a ledger at all.")
    with pytest.raises(NotALedger, match="not a ledger of reportedly"):
        Ledger.open(other)
    assert other.read_text() == "Not a ledger at all."


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.executescript("PRAGMA application_id = 7; CREATE TABLE notes (id)")
    connection.close()
    with pytest.raises(NotALedger, match="not a ledger of reportedly"):
        Ledger.open(other)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "a folder"),
        ("missing/test.ledger", "there is no folder"),
        ("mysql://host/name", "a ledger is a file or a database at postgresql://"),
        ("postgresql://nobody:secret@localhost:1/none", "localhost:1/none: no database server answers there"),
    ],
)
def test_what_cannot_be_a_ledger_is_told(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(LedgerError, match=says) as told:
        Ledger.open(name if "://" in name else tmp_path / name)
    assert "secret" not in str(told.value)


def test_an_older_ledger_is_upgraded_after_a_copy_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "test.ledger"
    with Ledger.open(path) as ledger:
        add_text(ledger, STRAIT)
    monkeypatch.setattr(opening, "REVISIONS", ("0001", "0002"))
    monkeypatch.setattr(opening, "HEAD", "0002")
    monkeypatch.setattr(
        opening,
        "upgrade",
        lambda connection: connection.execute(text(f"UPDATE {upgrading.VERSION_TABLE} SET version_num = '0002'")),
    )
    Ledger.open(path).close()
    (copy,) = tmp_path.glob("test.ledger.0001.*.backup")
    for file, revision in ((path, "0002"), (copy, "0001")):
        connection = sqlite3.connect(file)
        assert connection.execute(f"SELECT version_num FROM {upgrading.VERSION_TABLE}").fetchone() == (revision,)
        assert connection.execute("SELECT count(*) FROM article").fetchone() == (1,)
        connection.close()


def test_two_programs_may_make_the_same_ledger_at_once(where: str) -> None:
    failed = []

    def make() -> None:
        try:
            Ledger.open(where).close()
        except LedgerError as error:
            failed.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_read_only_ledger_can_be_read_and_says_that_it_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "test.ledger"
    with Ledger.open(path) as ledger:
        add_text(ledger, STRAIT)
    # permissions mean nothing to root, who may run the tests
    monkeypatch.setattr(opening, "_writable", lambda path: False)
    with Ledger.open(path, create=False) as ledger:
        assert not ledger.writable
        with ledger.reads() as connection:
            assert connection.execute(text("SELECT count(*) FROM article")).scalar() == 1
        with pytest.raises(LedgerUnwritable, match="read-only"):
            add_text(ledger, STRAIT + "More.")
    assert [file.name for file in tmp_path.iterdir()] == ["test.ledger"]


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "test.ledger") as ledger:
        add_text(ledger, STRAIT)
        with ledger.reads() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            # the connection goes back to the pool and is used again
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerUnwritable, match="the disk is full"):
            add_text(ledger, "An article. " * 20_000)
        with ledger.reads() as connection:
            assert connection.execute(text("SELECT count(*) FROM article")).scalar() == 1


def test_a_writer_that_holds_on_for_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    path = tmp_path / "test.ledger"
    late = pytest.raises(LedgerUnwritable, match="another program")
    with Ledger.open(path) as one, Ledger.open(path) as other, one.writes(), late:
        add_text(other, STRAIT)


def test_the_named_revisions_are_the_files() -> None:
    folder = Path(upgrading.__file__).with_name("migrations") / "versions"
    found = sorted(file.name[1:5] for file in folder.glob("r*.py"))
    assert tuple(found) == upgrading.REVISIONS
