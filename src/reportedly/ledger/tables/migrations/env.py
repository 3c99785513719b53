"""Runs the revisions on the connection that `upgrading.upgrade` hands over, within its transaction."""

from __future__ import annotations

from alembic import context

from reportedly.ledger.tables.upgrading import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
