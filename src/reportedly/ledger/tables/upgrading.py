"""Which revision a ledger is of, and bringing it to the newest."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect

# the names of the revisions in migrations/versions, oldest first; a test holds them against the files
REVISIONS = ("0001",)
HEAD = REVISIONS[-1]
VERSION_TABLE = "reportedly_version"


def revision_of(connection: Connection) -> str | None:
    """Return the revision of the ledger in a database, None where there is none."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.exec_driver_sql(f"SELECT version_num FROM {VERSION_TABLE}").scalar()
    return found


def upgrade(connection: Connection) -> None:
    """Bring the ledger to the newest revision, or make it, within the transaction that the connection is in."""
    # opening a ledger of the newest revision, as nearly always, does without these
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
