"""Finding statements in a ledger, on SQLite and PostgreSQL alike."""
