"""A ledger that is made revision by revision has the tables that the schema tells of, and no others."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.tables.schema import metadata
from reportedly.ledger.tables.upgrading import VERSION_TABLE


def test_the_revisions_make_what_the_schema_says(ledger: Ledger) -> None:
    def is_ours(name: str, kind: str) -> bool:
        # the index of words is made by the database's own commands
        return not (kind == "table" and name.partition("_")[0] == "words")

    with ledger.reads() as connection:
        options = {
            "version_table": VERSION_TABLE,
            "compare_type": True,
            "include_object": lambda item, name, kind, *_: is_ours(name, kind),
        }
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
