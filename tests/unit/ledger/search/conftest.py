"""A ledger with some statements on each database in turn, made once for all tests that only read."""

from collections.abc import Iterator

import pytest

from reportedly.ledger.ledger import Ledger
from tests.unit.ledger.search.made import ARTICLES, add


@pytest.fixture(scope="package", params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Return a ledger that holds the made articles, for reading."""
    on_file = request.param == "sqlite"
    folder = tmp_path_factory.mktemp("search")
    where = str(folder / "full.ledger") if on_file else request.getfixturevalue("postgresql")("search")
    with Ledger.open(where) as ledger:
        add(ledger, *ARTICLES)
        yield ledger
