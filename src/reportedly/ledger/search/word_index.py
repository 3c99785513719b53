"""The full text index of statements: one interface, one implementation for each database.

Words are split by `reportedly.ledger.words`, not by the database, so that both find the same. On SQLite they stand in
an FTS5 table, on PostgreSQL in a tsvector with a GIN index: content has weight A, the cue B, the source C.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from reportedly.ledger.words import words

# no statement needs more to be found, and PostgreSQL counts places in a text up to 16,383 only
_MOST_WORDS = 5_000
# so that no phrase is found across the border of two columns
_GAP = 10


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
        values = [
            {
                "id": row.statement,
                "content": _joined(row.content),
                "cue": _joined(row.cue),
                "source": _joined(row.source),
            }
            for row in rows
        ]
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


def _joined(said: str) -> str:
    return " ".join(words(said)[:_MOST_WORDS])


def _vector(row: Words) -> str:
    """Return the words as PostgreSQL writes a tsvector: 'harbour':3A; they are letters and digits only."""
    pieces: list[str] = []
    position = 1
    for weight, said in (("A", row.content), ("B", row.cue), ("C", row.source)):
        for word in words(said)[:_MOST_WORDS]:
            pieces.append(f"'{word}':{position}{weight}")
            position += 1
        position += _GAP
    return " ".join(pieces)
