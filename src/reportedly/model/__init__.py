"""The words of the program as frozen types: Span, Zone, Story, Article, Source, Statement, Reading.

Offsets are half-open [start, end), in code points of `Article.text`; slicing the text with them gives
the quoted characters.
"""

from reportedly.model.articles import Article, Page
from reportedly.model.findings import Check, CheckKind, Figure, Place, Unheard, Voice, Wording, WordingKind
from reportedly.model.readings import SCHEMA, Reading
from reportedly.model.sources import Source, SourceKind
from reportedly.model.spans import Span, Story, Zone, ZoneKind
from reportedly.model.statements import Reporter, Stance, Statement, StatementKind, statement_id
from reportedly.model.whens import Precision, When, WhenBasis

__all__ = [
    "SCHEMA",
    "Article",
    "Check",
    "CheckKind",
    "Figure",
    "Page",
    "Place",
    "Precision",
    "Reading",
    "Reporter",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Statement",
    "StatementKind",
    "Story",
    "Unheard",
    "Voice",
    "When",
    "WhenBasis",
    "Wording",
    "WordingKind",
    "Zone",
    "ZoneKind",
    "statement_id",
]
