"""The language of queries, one for the command line, for programs and for pages: text in, a tree of conditions out."""

from reportedly.ledger.query.parsing import parse
from reportedly.ledger.query.tree import Field, Query

__all__ = ["Field", "Query", "parse"]
