from pathlib import Path

import pytest

from reportedly.ledger.export import contract
from reportedly.ledger.export.formats import FORMATS, export, format_of
from reportedly.ledger.ledger import Ledger
from tests.ledgers import STRAIT, Clock, add_text


@pytest.fixture
def small(tmp_path: Path) -> Ledger:
    with Ledger.open(tmp_path / "a.ledger", now=Clock()) as ledger:
        add_text(ledger, STRAIT)
    return ledger


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.csv", "csv"),
        ("A.CSV.GZ", "csv"),
        ("a.jsonl", "ledger"),
        ("a.jsonl.gz", "ledger"),
        ("a.readings.jsonl", "readings"),
        ("a.ftm.json", "ftm"),
        ("a.prov.json", "prov"),
        ("a.jsonld", "jsonld"),
        ("a.json", None),
        ("csv", None),
        ("folder/", None),
    ],
)
def test_an_ending_means_a_format(name: str, expected: str | None) -> None:
    found = format_of(name)
    assert (found and found.name) == expected


def test_a_file_is_replaced_only_when_the_new_one_is_whole(
    small: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.readings.jsonl"
    target.write_text("before")

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with small.reads() as connection:
        with monkeypatch.context() as patch, pytest.raises(OSError, match="No space"):
            patch.setattr(contract, "write", broken)
            export(connection, FORMATS["readings"], target)
        assert target.read_text() == "before"
        export(connection, FORMATS["readings"], target)
    assert target.read_text().startswith('{"schema"')
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
    assert target.stat().st_mode & 0o444 == 0o444


def test_a_folder_with_something_in_it_is_left_alone(small: Ledger, tmp_path: Path) -> None:
    (tmp_path / "brat").mkdir()
    with small.reads() as connection:
        export(connection, FORMATS["brat"], tmp_path / "brat")
        before = sorted((tmp_path / "brat").iterdir())
        assert len(before) == 2
        with pytest.raises(FileExistsError, match="another folder"):
            export(connection, FORMATS["brat"], tmp_path / "brat")
    assert sorted((tmp_path / "brat").iterdir()) == before
