"""reportedly reads the news and tells who says so: every attributed statement, with the characters it came from.

>>> import reportedly
>>> reportedly.SCHEMA
'reportedly/1'

Importing the package loads no model and no heavy library; the first call of `read` does.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reportedly.errors import ReportedlyError
from reportedly.model import (
    SCHEMA,
    Article,
    Page,
    Precision,
    Reading,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    When,
    WhenBasis,
    Zone,
    ZoneKind,
)
from reportedly.reader import Failure, Options, read, read_file, read_inputs, read_url

if TYPE_CHECKING:
    from reportedly.ledger.ledger import Ledger

__version__ = "0.1.0"

__all__ = [
    "SCHEMA",
    "Article",
    "Failure",
    "Options",
    "Page",
    "Precision",
    "Reading",
    "ReportedlyError",
    "Span",
    "Stance",
    "Statement",
    "StatementKind",
    "Story",
    "When",
    "WhenBasis",
    "Zone",
    "ZoneKind",
    "open_ledger",
    "read",
    "read_file",
    "read_inputs",
    "read_url",
]


def open_ledger(where: str | os.PathLike[str] | None = None, *, create: bool = True) -> Ledger:
    """Return the ledger at a path or a postgresql:// URL, open for use.

    One that is new is made where `create` says so. Without `where`, it is at $REPORTEDLY_LEDGER, else in the file
    reportedly.ledger of the current folder. Close it, or use it as a context manager. Raises errors.LedgerError.
    """
    from reportedly.ledger.ledger import Ledger  # noqa: PLC0415 - heavy

    return Ledger.open(where, create=create)
