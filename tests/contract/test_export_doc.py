"""docs/export.md says what exports hold, and all of it."""

import re

from reportedly.ledger.export import dump, followthemoney, jsonld
from reportedly.ledger.export.columns import COLUMNS
from reportedly.ledger.export.formats import FORMATS
from tests.contract.documents import document
from tests.unit.ledger.export.test_linked import FTM


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table under a header row."""
    table = re.search(rf"^\| {re.escape(heading)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", document("docs/export.md"), re.M)
    assert table
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[1].splitlines()]


def words(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_formats() -> None:
    told = {words(row[0])[0]: words(row[1]) for row in rows("format")}
    assert told == {name: [form.ending] if form.ending else [] for name, form in FORMATS.items()}


def test_columns() -> None:
    assert {words(row[0])[0]: row[1] for row in rows("column")} == {name: kind.value for name, kind in COLUMNS.items()}
    assert [words(row[0])[0] for row in rows("column")] == list(COLUMNS)


def test_lines_of_a_ledger() -> None:
    told = {words(row[0])[0]: tuple(words(row[1])) for row in rows("in a line")}
    assert told == {
        "article": (*dump.ARTICLE, "publisher", "document", "bytes", "captures", "readings"),
        "captures[]": dump.CAPTURE,
        "readings[]": ("reader", "read_at", "reading"),
        "failure": (*dump.FAILURE, "bytes"),
        "feed": dump.FEED,
        "review": dump.REVIEW,
    }


def test_the_stances_of_claims() -> None:
    (row,) = (row for row in rows("in the ledger") if row[0].startswith("statement that asserts"))
    assert set(words(row[1].partition("stances")[2])) == {stance.value for stance in jsonld.ASSERTING}


def test_schemata_of_follow_the_money() -> None:
    text = document("docs/export.md").partition("## FollowTheMoney")[2].partition("## PROV")[0]
    assert set(re.findall(r"`([A-Z]\w+)`", text)) == set(FTM)
    assert set(followthemoney.SCHEMATA.values()) <= set(FTM)
