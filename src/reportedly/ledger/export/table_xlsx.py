"""An Excel workbook of statements: one row a statement, nothing run as a formula, nothing cut in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, BinaryIO

from sqlalchemy import Connection
from xlsxwriter import Workbook

from reportedly.ledger.export.cells import shown
from reportedly.ledger.export.columns import COLUMNS, Row, rows
from reportedly.ledger.export.selection import Selection, readings

# https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
MOST_ROWS = 1_048_576
MOST_UNITS = 32_767
_LONG = "Long texts"
_GOES_ON = " … [goes on in the sheet Long texts]"
_LONG_COLUMNS = ("statement_id", "column", "part", "text")
# what XML cannot hold; other controls are written as _x0001_, which Excel reads back
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_WIDTHS = {"content": 60, "title": 40, "speakers": 30, "against": 30, "source": 30}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# the same rows give the same bytes
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write(connection: Connection, selection: Selection, file: BinaryIO) -> None:
    """Write the chosen statements; past the last row of a sheet they go on in the next."""
    book = Workbook(file, _OPTIONS)
    book.set_properties({"created": _MADE})
    sheets = _Sheets(book)
    for chosen in readings(connection, selection):
        for row in rows(chosen):
            sheets.put(row)
    sheets.finish()
    book.close()


class _Sheets:
    """The sheets of statements, and one that holds the texts that are too long for a cell, in parts."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True})
        self.statements = self._open("Statements", tuple(COLUMNS))
        self.long: _Sheet | None = None

    def put(self, row: Row) -> None:
        if self.statements.full:
            self.statements = self._next(self.statements)
        self.statements.put([self._fitting(row, name) for name in row])

    def finish(self) -> None:
        for sheet in (self.statements, self.long):
            if sheet is not None:
                sheet.close()

    def _fitting(self, row: Row, name: str) -> str | float | bool | None:
        value = shown(row[name])
        if not isinstance(value, str):
            return value
        parts = list(_parts(_NO_XML.sub("\ufffd", value)))
        if len(parts) <= 1:
            return value and parts[0]
        for number, part in enumerate(parts, 1):
            self._put_long([str(row["statement_id"]), name, number, part])
        return parts[0] + _GOES_ON

    def _put_long(self, values: list[str | float | bool | None]) -> None:
        if self.long is None:
            self.long = self._open(_LONG, _LONG_COLUMNS)
        elif self.long.full:
            self.long = self._next(self.long)
        self.long.put(values)

    def _next(self, sheet: _Sheet) -> _Sheet:
        sheet.close()
        return self._open(sheet.name, sheet.columns, sheet.number + 1)

    def _open(self, name: str, columns: tuple[str, ...], number: int = 1) -> _Sheet:
        sheet = self.book.add_worksheet(name if number == 1 else f"{name} {number}")
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _WIDTHS.get(column, 18))
            sheet.write_string(0, place, column, self.bold)
        return _Sheet(sheet, name, columns, number)


@dataclass(slots=True)
class _Sheet:
    sheet: Any  # xlsxwriter tells no types of its sheets' methods
    name: str
    columns: tuple[str, ...]
    number: int
    last: int = 0

    @property
    def full(self) -> bool:
        return self.last + 1 >= MOST_ROWS

    def put(self, values: list[str | float | bool | None]) -> None:
        self.last += 1
        for place, value in enumerate(values):
            if isinstance(value, bool):
                self.sheet.write_boolean(self.last, place, value)
            elif isinstance(value, str) and value:
                self.sheet.write_string(self.last, place, _no_markup(value))
            elif value is not None and value != "":
                self.sheet.write_number(self.last, place, value)

    def close(self) -> None:
        self.sheet.autofilter(0, 0, self.last, len(self.columns) - 1)


def _parts(text: str) -> Iterator[str]:
    """Yield a text in parts that fit into a cell, whose length Excel counts in UTF-16 units."""
    most = MOST_UNITS - len(_GOES_ON)
    if len(text) <= MOST_UNITS // 2 or len(text.encode("utf-16-le")) // 2 <= MOST_UNITS:
        yield text
        return
    begin = units = 0
    for place, character in enumerate(text):
        wide = 2 if character > "\uffff" else 1
        if units + wide > most:
            yield text[begin:place]
            begin, units = place, 0
        units += wide
    yield text[begin:]


def _no_markup(text: str) -> str:
    """Return a text that xlsxwriter does not take for formatted text of its own, which it would write as it stands."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
