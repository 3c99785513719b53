import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.ledger import importing
from reportedly.ledger.export.formats import FORMATS, export
from reportedly.ledger.export.selection import Selection
from reportedly.ledger.importing import Imported, import_file
from reportedly.ledger.incoming import Change
from reportedly.ledger.ledger import Ledger
from reportedly.reader import Failure
from tests.ledger_state import dump_state
from tests.ledgers import Clock, add_text
from tests.unit.ledger.export.conftest import LONG, exported, fill


def state(ledger: Ledger) -> dict[str, list[object]]:
    with ledger.reads() as connection:
        return dump_state(connection)


def taken(ledger: Ledger, path: Path) -> list[Imported | Failure]:
    return list(import_file(ledger, path))


def test_a_ledger_comes_back_equal(full: Ledger, tmp_path: Path) -> None:
    path = exported(full, "ledger", tmp_path)
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        results = taken(other, path)
        assert all(isinstance(one, Imported) and one.change is Change.ADDED for one in results)
        assert state(other) == state(full)
        again = tmp_path / "again"
        again.mkdir()
        assert exported(other, "ledger", again).read_bytes() == path.read_bytes()


def test_it_crosses_from_file_to_server_and_back(postgresql: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    (tmp_path / "three").mkdir()
    with Ledger.open(tmp_path / "one.ledger", now=Clock()) as one:
        fill(one)
        first, before = exported(one, "ledger", tmp_path), state(one)
        assert all(before.values()), "there is something of everything"
    with Ledger.open(postgresql("across"), now=Clock()) as two:
        taken(two, first)
        second = exported(two, "ledger", tmp_path / "two")
        assert state(two) == before
    with Ledger.open(tmp_path / "three.ledger", now=Clock()) as three:
        taken(three, second)
        assert state(three) == before
        assert exported(three, "ledger", tmp_path / "three").read_bytes() == first.read_bytes() == second.read_bytes()


def test_the_same_again_adds_nothing(full: Ledger, tmp_path: Path) -> None:
    path, before = exported(full, "ledger", tmp_path), state(full)
    assert {one.change for one in taken(full, path) if isinstance(one, Imported)} == {Change.NONE}
    assert state(full) == before


def test_what_is_missing_is_added(full: Ledger, tmp_path: Path) -> None:
    path = exported(full, "ledger", tmp_path)
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        add_text(other, LONG, published="2026-05-12")
        changes = {one.change for one in taken(other, path) if isinstance(one, Imported) and one.kind == "article"}
        assert changes == {Change.ADDED, Change.MORE}
        assert {one.change for one in taken(other, path) if isinstance(one, Imported)} == {Change.NONE}
        captures = state(other)["capture"]
        assert len(captures) == len(state(full)["capture"]) + 1


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def damaged(line: bytes, how: str) -> bytes:
    if how == "cut":
        return line[: len(line) // 2] + b"\n"
    fields = json.loads(line)
    match how:
        case "text":
            fields["text"] = fields["text"] + "!"
        case "bytes":
            fields["bytes"] = dict.fromkeys(fields["bytes"], "AAAA")
        case "no base64":
            fields["bytes"] = dict.fromkeys(fields["bytes"], "?")
        case "no readings":
            fields["readings"] = []
        case "a reading of something else":
            fields["readings"][0]["reading"]["article"]["url"] = "https://else.example"
        case "no title":
            del fields["title"]
        case "a type nobody knows":
            fields["type"] = "artikel"
        case "wrong types":
            fields["captures"] = 3
        case "a title that is none":
            fields["title"] = {"text": "Fog"}
        case "half a character":
            fields["captures"][0]["name"] = "\ud800"
    return json.dumps(fields).encode() + b"\n"


@pytest.mark.parametrize(
    "how",
    [
        "cut",
        "text",
        "bytes",
        "no base64",
        "no readings",
        "a reading of something else",
        "no title",
        "a type nobody knows",
        "wrong types",
        "a title that is none",
        "half a character",
    ],
)
def test_a_damaged_line_is_told_and_leaves_nothing(how: str, one: Ledger, tmp_path: Path) -> None:
    path = exported(one, "ledger", tmp_path)
    lines = lines_of(path)
    lines[2] = damaged(lines[2], how)
    path.write_bytes(b"".join(lines))
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        failures = [one for one in taken(other, path) if isinstance(one, Failure)]
        assert [one.line for one in failures] == [3, None]
        assert "3 of the 4" in failures[1].reason
        whole = state(one)
        assert len(state(other)["article"]) == 3
        assert len(state(other)["blob"]) == len(whole["blob"]) - 1
        assert len(state(other)["document"]) <= 3


def test_a_file_that_ends_early_is_told(one: Ledger, tmp_path: Path) -> None:
    path = exported(one, "ledger", tmp_path)
    path.write_bytes(b"".join(lines_of(path)[:2]))
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        reasons = [str(one) for one in taken(other, path) if isinstance(one, Failure)]
    assert [reason.split(": ")[1][:10] for reason in reasons] == [
        "1 of the 4",
        "0 of the 2",
        "0 of the 1",
        "0 of the 1",
    ]


def test_a_line_over_the_limit_is_passed_over(one: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = exported(one, "ledger", tmp_path)
    lines = lines_of(path)
    path.write_bytes(b"".join([*lines[:2], lines[2].strip() + b" " * 90_000 + b"\n", *lines[3:]]))
    monkeypatch.setattr(importing, "MOST_BYTES", 40_000)
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        failures = [result for result in taken(other, path) if isinstance(result, Failure)]
        assert [failure.line for failure in failures] == [3, None]
        assert "larger than the limit" in failures[0].reason
        assert len(state(other)["article"]) == 3


def test_a_packed_file_is_the_same(full: Ledger, tmp_path: Path) -> None:
    plain = exported(full, "ledger", tmp_path)
    packed = tmp_path / "out.jsonl.gz"
    with full.reads() as connection:
        export(connection, FORMATS["ledger"], packed)
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()
    assert {one.change for one in taken(full, packed) if isinstance(one, Imported)} == {Change.NONE}
    packed.write_bytes(packed.read_bytes()[:-50])
    assert [one.reason[:15] for one in taken(full, packed) if isinstance(one, Failure)] == ["the packed data"]


def test_the_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    written = []
    for order in ((0, 1, 2, 3), (3, 2, 0, 1)):
        folder = tmp_path / str(order[0])
        folder.mkdir()
        with Ledger.open(folder / "a.ledger", now=lambda: "2026-05-20T07:00:00Z") as ledger:
            fill(ledger, order)
            written.append({name: read(exported(ledger, name, folder)) for name in FORMATS})
    first, second = written
    assert first == second


def read(path: Path) -> dict[str, bytes]:
    files = sorted(one for one in path.rglob("*") if one.is_file()) if path.is_dir() else [path]
    return {one.name: one.read_bytes() for one in files}


def test_a_part_of_a_ledger_is_whole_articles(full: Ledger, tmp_path: Path) -> None:
    with full.reads() as connection:
        before = dump_state(connection)
    one = before["statement"][0]
    path = exported(full, "ledger", tmp_path, Selection(frozenset({one["statement_id"]})))
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        articles = [result.id for result in taken(other, path) if result.kind == "article"]
        assert articles == one["article"]
        after = state(other)
    assert after["failure"] == after["feed"] == []
    assert after["statement"] == [row for row in before["statement"] if row["article"] == one["article"]]


def test_what_comes_meanwhile_is_not_in_it(ledger: Ledger, tmp_path: Path) -> None:
    add_text(ledger, LONG)
    with ledger.reads() as connection:
        before = dump_state(connection)
        add_text(ledger, LONG + "More.")
        export(connection, FORMATS["ledger"], tmp_path / "a.jsonl")
        assert dump_state(connection) == before
    assert len(lines_of(tmp_path / "a.jsonl")) == 2


def test_an_empty_ledger_comes_back_empty(ledger: Ledger, tmp_path: Path) -> None:
    path = exported(ledger, "ledger", tmp_path)
    assert len(lines_of(path)) == 1
    assert taken(ledger, path) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"[]", "not an object"),
        (b"\xff", "not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"type": "ledger", "schema": "reportedly-ledger/9"}', "get a newer one"),
        (b'{"text": "One."}', 'neither a line of reportedly-ledger/1 nor a reading of reportedly/1: "type" is null'),
        (b'{"schema": "reportedly/1", "article": 3}', "not a reading"),
    ],
)
def test_other_lines_are_told(line: bytes, said: str, one: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n" + line + b"\n")
    (failure,) = taken(one, path)
    assert isinstance(failure, Failure)
    assert failure.line == 2
    assert said in failure.reason
