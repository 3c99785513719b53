"""Readings as `reportedly read --jsonl` prints them, one a line."""

from __future__ import annotations

from typing import BinaryIO

from sqlalchemy import Connection

from reportedly.ledger.export.selection import Selection, readings


def write(connection: Connection, selection: Selection, file: BinaryIO) -> None:
    """Write the reading of each chosen article, whole, with what people have corrected."""
    for chosen in readings(connection, selection):
        file.write(chosen.reading.to_json().encode() + b"\n")
