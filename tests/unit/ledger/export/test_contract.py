import json
from pathlib import Path

from reportedly.ledger.importing import Imported, import_file
from reportedly.ledger.incoming import ELSEWHERE, Change
from reportedly.ledger.keeping.kept import all_kept
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.verify import Verified, verify
from reportedly.model import Article, Reading
from reportedly.reader import Failure, read, read_inputs
from tests.ledgers import FERRY, STRAIT, Clock, add_text
from tests.unit.ledger.export.conftest import exported


def test_a_line_is_what_read_prints(ledger: Ledger, tmp_path: Path) -> None:
    add_text(ledger, STRAIT, publisher="The Sella Courier", published="2026-05-14", basis="option")
    line = exported(ledger, "readings", tmp_path).read_text(encoding="utf-8")
    assert line == read(STRAIT, publisher="The Sella Courier", published="2026-05-14").to_json() + "\n"


def test_readings_made_elsewhere_are_kept_and_verified(ledger: Ledger, tmp_path: Path) -> None:
    one, two = read(STRAIT, file="strait.txt", publisher="The Courier", published="2026-05-14"), read(FERRY)
    path = tmp_path / "made.jsonl"
    path.write_text(f"{one.to_json()}\n\n{two.to_json()}\n", encoding="utf-8")
    assert [result.change for result in import_file(ledger, path) if isinstance(result, Imported)] == [Change.ADDED] * 2
    with ledger.reads() as connection:
        found = list(all_kept(connection))
    assert {kept.article_id: kept.reading for kept in found} == {one.article.id: one, two.article.id: two}
    assert {kept.reader for kept in found} == {ELSEWHERE}
    assert [result.change for result in import_file(ledger, path) if isinstance(result, Imported)] == [Change.NONE] * 2
    checked = list(verify(ledger))
    assert len(checked) == 2
    assert all(isinstance(each, Verified) and not each.problems for each in checked)


def test_a_line_can_be_read_again(tmp_path: Path) -> None:
    reading = read(STRAIT, file="strait.txt", publisher="The Courier", published="2026-05-14T09:30+02:00")
    path = tmp_path / "made.jsonl"
    path.write_text(reading.to_json() + "\n", encoding="utf-8")
    (again,) = read_inputs([str(path)])
    assert not isinstance(again, Failure)
    assert (again.article.id, again.article.text, again.article.file) == (reading.article.id, STRAIT, "strait.txt")
    assert again.article.publisher == "The Courier"
    assert again.statements == reading.statements


def test_what_does_not_hold_together_is_told(ledger: Ledger, tmp_path: Path) -> None:
    def line(**changes: object) -> str:
        fields = read(STRAIT).to_dict()
        for name, value in changes.items():
            fields[name] = value(fields[name]) if callable(value) else value
        return json.dumps(fields)

    path = tmp_path / "made.jsonl"
    lines = [
        line(article=lambda article: {**article, "text": article["text"] + " More."}),
        line(statements=lambda found: [{**found[0], "content": [[0, 3]]}]),
        line(statements=lambda found: [found[0], found[0]]),
        line(sources=3),
        Reading(Article("half \ud800 a character"), (), ()).to_json(),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    results = list(import_file(ledger, path))
    assert [result.line for result in results if isinstance(result, Failure)] == [1, 2, 3, 4, 5]


def test_a_nul_made_elsewhere_goes_into_a_file_and_not_into_postgresql(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    # this program itself puts another character in its place
    path.write_text(Reading(Article(STRAIT + "\x00\x07"), (), ()).to_json() + "\n", encoding="utf-8")
    (result,) = import_file(ledger, path)
    if "postgresql" in ledger.name:
        assert isinstance(result, Failure)
        assert "NUL" in result.reason
        return
    assert isinstance(result, Imported)
    for name in ("csv", "xlsx", "parquet", "ledger", "readings", "jsonld", "annotations", "brat", "ftm", "prov"):
        exported(ledger, name, tmp_path)
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        (result,) = import_file(other, tmp_path / "ledger.jsonl")
        assert isinstance(result, Imported)
