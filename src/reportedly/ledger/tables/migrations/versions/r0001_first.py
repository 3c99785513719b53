"""The first tables: what they were then, whatever the schema is now."""

from __future__ import annotations

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of an empty ledger."""
    connection = op.get_bind()
    written = Path(__file__).with_name("r0001") / f"{connection.dialect.name}.sql"
    for command in written.read_text(encoding="utf-8").split(";\n"):
        if command.strip():
            connection.exec_driver_sql(command)
