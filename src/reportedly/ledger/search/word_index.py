"""The full text index of statements: one interface, one implementation for each database.

Words are split by `reportedly.ledger.words`, not by the database, so that both find the same. On SQLite they stand in
an FTS5 table, on PostgreSQL in a tsvector with a GIN index: content has weight A, the cue B, the source C.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sqlalchemy import Connection, Integer, Select, bindparam, column, select, table, text

from reportedly.ledger.query.tree import And, Field, Node, Not, Or
from reportedly.ledger.query.tree import Words as Phrase
from reportedly.ledger.words import words

# What PostgreSQL can index of one text, kept to on both databases: positions up to 16,383, 255 of one word, words of
# 2 KB, 1 MB of them. https://www.postgresql.org/docs/18/textsearch-limitations.html
MOST_WORDS = 5_000
_MOST_OF_ONE = 255
LONGEST_WORD = 64
_MOST_CHARACTERS = 80_000
# so that no phrase is found across the border of two columns
_GAP = 10
WEIGHTS = {"content": "A", "cue": "B", "source": "C"}
_COLUMNS = {Field.TEXT: ("content", "cue", "source"), Field.CONTENT: ("content",), Field.CUE: ("cue",)}


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one statement that are searched; `statement` is its internal key."""

    statement: int
    content: str
    cue: str
    source: str


def create(connection: Connection) -> None:
    """Make the index of an empty ledger."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("CREATE VIRTUAL TABLE words USING fts5(content, cue, source, tokenize = 'ascii', columnsize = 0)")
        )
        return
    connection.execute(
        text(
            "CREATE TABLE words (statement BIGINT PRIMARY KEY REFERENCES statement (id) ON DELETE CASCADE, "
            "words TSVECTOR NOT NULL)"
        )
    )
    connection.execute(text("CREATE INDEX ix_words_words ON words USING gin (words)"))


def put(connection: Connection, rows: Iterable[Words]) -> None:
    """Add statements to the index."""
    if connection.dialect.name == "sqlite":
        command = "INSERT INTO words (rowid, content, cue, source) VALUES (:id, :content, :cue, :source)"
        values = [{"id": row.statement, **{name: " ".join(found) for name, found in _columns(row)}} for row in rows]
    else:
        command = "INSERT INTO words (statement, words) VALUES (:id, CAST(:words AS tsvector))"
        values = [{"id": row.statement, "words": _vector(row)} for row in rows]
    if values:
        connection.execute(text(command), values)


def remove(connection: Connection, statements: Sequence[int]) -> None:
    """Take statements, by their internal keys, out of the index."""
    column = "rowid" if connection.dialect.name == "sqlite" else "statement"
    if statements:
        connection.execute(text(f"DELETE FROM words WHERE {column} = :id"), [{"id": one} for one in statements])


def is_of_words(node: Node) -> bool:
    """Tell whether the index alone can answer a condition: words, joined, and none that is only denied."""
    if isinstance(node, Phrase):
        return node.field in _COLUMNS
    if isinstance(node, And):
        asserted = [part for part in node.parts if not isinstance(part, Not)]
        denied = [part.part for part in node.parts if isinstance(part, Not)]
        return bool(asserted) and all(map(is_of_words, (*asserted, *denied)))
    return isinstance(node, Or) and all(map(is_of_words, node.parts))


def matching(node: Node, dialect: str) -> Select[int]:
    """Return what selects the internal keys of the statements for which a condition of words holds."""
    if dialect == "sqlite":
        asked = text("words MATCH :asked").bindparams(bindparam("asked", _fts5(node), unique=True))
        return select(column("rowid", Integer)).select_from(table("words")).where(asked)
    asked = text("words.words @@ CAST(:asked AS tsquery)").bindparams(bindparam("asked", _tsquery(node), unique=True))
    return select(column("statement", Integer)).select_from(table("words")).where(asked)


def _fts5(node: Node) -> str:
    """Return a condition as FTS5 writes it (https://sqlite.org/fts5.html#full_text_query_syntax)."""
    if isinstance(node, Phrase):
        phrase = " ".join(word[:LONGEST_WORD] for word in node.words)
        columns = _COLUMNS[node.field]
        only = f"{columns[0]} : " if len(columns) == 1 else ""
        return f'{only}"{phrase}"{" *" if node.prefix else ""}'
    return _joined(node, _fts5, ("AND", "OR", "NOT"))


def _tsquery(node: Node) -> str:
    """Return a condition as PostgreSQL writes it (https://www.postgresql.org/docs/18/datatype-textsearch.html)."""
    if isinstance(node, Phrase):
        columns = _COLUMNS[node.field]
        weights = WEIGHTS[columns[0]] if len(columns) == 1 else ""
        last = len(node.words) - 1
        lexemes = (
            f"'{word[:LONGEST_WORD]}':{'*' if node.prefix and place == last else ''}{weights}"
            for place, word in enumerate(node.words)
        )
        return f"({' <-> '.join(lexeme.removesuffix(':') for lexeme in lexemes)})"
    return _joined(node, _tsquery, ("&", "|", "& !"))


def _joined(node: Node, written: Callable[[Node], str], signs: tuple[str, str, str]) -> str:
    both, either, without = signs
    if isinstance(node, Or):
        return f"({f' {either} '.join(map(written, node.parts))})"
    assert isinstance(node, And)  # `is_of_words` lets nothing else pass
    asserted = [written(part) for part in node.parts if not isinstance(part, Not)]
    denied = [written(part.part) for part in node.parts if isinstance(part, Not)]
    told = f"({f' {both} '.join(asserted)})"
    for one in denied:
        told = f"({told} {without} {one})"
    return told


def _columns(row: Words) -> Iterable[tuple[str, list[str]]]:
    """Yield the columns with the words that are indexed: of a text that goes beyond the limits, its beginning."""
    seen: Counter[str] = Counter()
    characters = 0

    def fits(word: str) -> bool:
        nonlocal characters
        seen[word] += 1
        characters += len(word)
        return seen[word] <= _MOST_OF_ONE and characters <= _MOST_CHARACTERS

    for name, said in (("content", row.content), ("cue", row.cue), ("source", row.source)):
        cut = (word[:LONGEST_WORD] for word in words(said)[:MOST_WORDS])
        yield name, list(takewhile(fits, cut))


def _vector(row: Words) -> str:
    """Return the words as PostgreSQL writes a tsvector: 'harbour':3A; they are letters and digits only."""
    pieces: list[str] = []
    position = 1
    for name, found in _columns(row):
        for word in found:
            pieces.append(f"'{word}':{position}{WEIGHTS[name]}")
            position += 1
        position += _GAP
    return " ".join(pieces)
