"""brat standoff: for each article ARTICLE_ID.txt and .ann, as `reportedly read --brat` writes them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from reportedly.brat import write_reading
from reportedly.ledger.export.selection import Selection, readings


def write(connection: Connection, selection: Selection, folder: Path) -> None:
    """Write the chosen statements of each article into a folder that is there."""
    for chosen in readings(connection, selection):
        write_reading(replace(chosen.reading, statements=chosen.statements), folder, chosen.kept.article_id)
