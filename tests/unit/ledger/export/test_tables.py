import csv
import hashlib
import io
import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reportedly.ledger.export import table_xlsx
from reportedly.ledger.export.cells import original, shown
from reportedly.ledger.export.columns import COLUMNS, Row, rows
from reportedly.ledger.export.selection import EVERYTHING, Selection, readings
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.query import parse
from reportedly.ledger.search.finding import matching
from tests.ledgers import STRAIT, Clock, add_text
from tests.unit.ledger.export.conftest import NASTY, URL, exported

CONTROL = re.compile(r"_x([0-9A-F]{4})_")


def all_rows(ledger: Ledger, selection: Selection = EVERYTHING) -> list[Row]:
    with ledger.reads() as connection:
        return [row for chosen in readings(connection, selection) for row in rows(chosen)]


def in_csv(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_row_says_what_it_rests_on(one: Ledger) -> None:
    found = all_rows(one)
    assert all(tuple(row) == tuple(COLUMNS) for row in found)
    published = "2026-05-14"
    (row,) = (row for row in found if "the anchor" in str(row["content"]) and row["published_start"] == published)
    assert (row["speakers"], row["speaker_kinds"], row["speaker_roles"]) == (
        ["Ada Brann"],
        ["person"],
        ["Energy Minister"],
    )
    assert len(row["speaker_ids"][0]) == 16
    assert (row["publisher"], row["url"], row["published_basis"]) == ("The Sella Courier", URL, "metadata")
    assert row["content"] == " … ".join(STRAIT[start:end] for start, end in row["content_spans"])
    assert row["text_sha256"] == hashlib.sha256(STRAIT.encode()).hexdigest()
    assert (row["reviewed"], row["verdict"], row["machine"]) == (False, None, None)
    (row,) = (row for row in found if row["said_words"] == "Monday")
    assert (row["said_start"], row["said_end"], row["said_basis"]) == ("2026-05-18", "2026-05-19", "text")
    (row,) = (row for row in found if row["places"])
    assert (row["places"], row["place_countries"]) == (["Lisbon", "Portugal"], ["PT", "PT"])
    assert {label for row in found for label in row["labels"]} == {"warlord"}
    assert "12" in {value for row in found for value in row["figure_values"]}
    assert any(row["denies"] for row in found)
    for row in found:
        assert bool(row["against"]) == (row["stance"] in ("accuses", "warns"))
        assert len(row["answered"]) == len(row["against_ids"]) == len(row["against"])


def test_csv_holds_every_row(full: Ledger, tmp_path: Path) -> None:
    path = exported(full, "csv", tmp_path)
    found = in_csv(path)
    assert b"\r\n" in path.read_bytes()
    for line, row in zip(found, all_rows(full), strict=True):
        assert tuple(line) == tuple(COLUMNS)
        for name, cell in row.items():
            value = shown(cell)
            if isinstance(value, str):
                assert original(line[name]) == value
            elif isinstance(value, bool):
                assert line[name] == str(value).lower()
            elif value is None:
                assert line[name] == ""
            else:
                assert float(line[name]) == value


def test_only_what_was_chosen_is_written(one: Ledger, tmp_path: Path) -> None:
    ids = frozenset(str(row["statement_id"]) for row in all_rows(one)[1:3])
    assert {line["statement_id"] for line in in_csv(exported(one, "csv", tmp_path, Selection(ids)))} == ids


def test_a_query_chooses_all_that_it_finds(full: Ledger) -> None:
    everything = all_rows(full)
    with full.reads() as connection:
        chosen = Selection(matching(connection, parse("stance:denies OR fares")))
    expected = [row for row in everything if row["stance"] == "denies" or "Fares" in str(row["content"])]
    assert all_rows(full, chosen) == expected
    assert 1 < len(expected) < len(everything)


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet", "readings", "jsonld", "annotations", "brat", "ftm", "prov"])
def test_nothing_is_written_as_well(name: str, one: Ledger, tmp_path: Path) -> None:
    path = exported(one, name, tmp_path, Selection(frozenset()))
    if path.suffix in (".jsonld", ".json") and name != "ftm":
        assert set(json.loads(path.read_text())) & {"@graph", "bundle"}
    assert path.exists()


def in_sheet(path: Path, name: str) -> list[tuple[object, ...]]:
    book = load_workbook(path, read_only=True)
    found = list(book[name].iter_rows(values_only=True))
    book.close()
    return found


def test_xlsx_holds_every_row(one: Ledger, tmp_path: Path) -> None:
    found = in_sheet(exported(one, "xlsx", tmp_path), "Statements")
    assert found[0] == tuple(COLUMNS)
    for line, row in zip(found[1:], all_rows(one), strict=True):
        for cell, told in zip(line, row.values(), strict=True):
            value = shown(told)
            plain = CONTROL.sub(lambda one: chr(int(one[1], 16)), cell) if isinstance(cell, str) else cell
            assert plain == (None if value == "" else value)


def test_xlsx_has_a_fixed_header_with_filters(one: Ledger, tmp_path: Path) -> None:
    book = load_workbook(exported(one, "xlsx", tmp_path))
    sheet = book["Statements"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n", "b", "inlineStr"}


def test_a_full_sheet_goes_on_in_the_next(one: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_xlsx, "MOST_ROWS", 4)
    path = exported(one, "xlsx", tmp_path)
    book = load_workbook(path)
    assert book.sheetnames[:2] == ["Statements", "Statements 2"]
    lines = [line for name in book.sheetnames for line in in_sheet(path, name)[1:]]
    assert [line[0] for line in lines] == [row["statement_id"] for row in all_rows(one)]


def test_a_text_too_long_for_a_cell_stands_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    most = 80
    monkeypatch.setattr(table_xlsx, "MOST_UNITS", most)
    with Ledger.open(tmp_path / "a.ledger", now=Clock()) as ledger:
        add_text(
            ledger,
            'Fog\n\n"The \U0001f6a2\U0001f6a2 sailed on and on ' + "\U0001f6a2" * 40 + ' in fog," Ada Brann said.\n',
        )
        (row,) = all_rows(ledger)
        path = exported(ledger, "xlsx", tmp_path)
    assert len(str(row["content"])) < most < units(row["content"])
    cell = in_sheet(path, "Statements")[1][tuple(COLUMNS).index("content")]
    assert str(cell).endswith("[goes on in the sheet Long texts]")
    assert units(cell) <= most
    parts = [part for part in in_sheet(path, "Long texts")[1:] if part[1] == "content"]
    assert [part[0] for part in parts] == [row["statement_id"]] * len(parts)
    assert "".join(str(part[3]) for part in parts) == row["content"]


def units(text: object) -> int:
    return len(str(text).encode("utf-16-le")) // 2


def test_parquet_holds_every_row(one: Ledger, tmp_path: Path) -> None:
    from arro3.io import read_parquet

    table = read_parquet(exported(one, "parquet", tmp_path)).read_all()
    expected = all_rows(one)
    assert table.column_names == list(COLUMNS)
    for name in COLUMNS:
        assert [cell.as_py() for cell in table.column(name)] == [row[name] for row in expected]


def test_nasty_characters_come_through(ledger: Ledger, tmp_path: Path) -> None:
    add_text(ledger, NASTY)
    (row,) = all_rows(ledger)
    assert "=1+1" in str(row["content"])
    assert "\u202e" in str(row["content"])
    (line,) = in_csv(exported(ledger, "csv", tmp_path))
    assert original(line["content"]) == row["content"]
    assert original(line["title"]) == row["title"]
    cells = dict(zip(*in_sheet(exported(ledger, "xlsx", tmp_path), "Statements"), strict=True))
    assert cells["content"] == row["content"]
