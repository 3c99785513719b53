"""CSV of statements (RFC 4180): UTF-8 with the mark that spreadsheets know it by, one row a statement."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from sqlalchemy import Connection

from reportedly.ledger.export.cells import harmless, shown
from reportedly.ledger.export.columns import COLUMNS, Cell, rows
from reportedly.ledger.export.selection import Selection, readings

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def write(connection: Connection, selection: Selection, file: BinaryIO) -> None:
    """Write the chosen statements; no cell of them runs as a formula."""
    file.write(_BYTE_ORDER_MARK)
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    for chosen in readings(connection, selection):
        lines.writerows([_written(cell) for cell in row.values()] for row in rows(chosen))
    text.flush()
    text.detach()


def _written(cell: Cell) -> str | float | None:
    value = shown(cell)
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value) if isinstance(value, str) else value
