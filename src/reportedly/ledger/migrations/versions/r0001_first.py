"""The first tables."""

from __future__ import annotations

from alembic import op

from reportedly.ledger.schema import metadata
from reportedly.ledger.search import word_index

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of an empty ledger."""
    connection = op.get_bind()
    metadata.create_all(connection)
    word_index.create(connection)
