"""reportedly reads the news and tells who says so: every attributed statement, with the characters it came from.

>>> import reportedly
>>> reportedly.SCHEMA
'reportedly/1'

Importing the package loads no model and no heavy library; the first call of `read` does.
"""

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
    "read",
    "read_file",
    "read_inputs",
    "read_url",
]
