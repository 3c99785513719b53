from itertools import permutations
from pathlib import Path

import pytest

from reportedly.errors import UnknownId
from reportedly.ledger.history import change_to, versions
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.versions import ChangeKind
from tests.ledgers import STRAIT, Clock, add_text

URL = "https://courier.example/strait"
PAGES = (
    (STRAIT, "2026-05-14T10:00:00Z"),
    (STRAIT.replace("denied the charge", "confirmed the charge"), "2026-05-14T12:00:00Z"),
    (STRAIT.replace("denied the charge", "did not answer"), "2026-05-15T09:00:00Z"),
)


def test_versions_are_in_the_order_in_which_they_were_fetched(tmp_path: Path) -> None:
    seen = set()
    for number, pages in enumerate(permutations(PAGES)):
        with Ledger.open(tmp_path / f"{number}.ledger", now=Clock()) as ledger:
            last = [add_text(ledger, text, url=URL, fetched=fetched).article_id for text, fetched in pages][-1]
            with ledger.reads() as connection:
                found = versions(connection, last)
        assert [version.fetched for version in found] == [fetched for _, fetched in PAGES]
        seen.add(tuple(version.article_id for version in found))
    assert len(seen) == 1


def test_what_a_version_changes_is_told_by_statements(ledger: Ledger) -> None:
    first, second, _ = (add_text(ledger, text, url=URL, fetched=fetched).article_id for text, fetched in PAGES)
    with ledger.reads() as connection:
        assert change_to(connection, first) is None
        change = change_to(connection, second)
    assert change is not None
    (changed,) = change.of(ChangeKind.RESTANCED)
    assert changed.before is not None
    assert changed.after is not None
    assert (changed.before.stance.value, changed.after.stance.value) == ("denies", "confirms")


def test_an_unknown_article_is_told(ledger: Ledger) -> None:
    with ledger.reads() as connection, pytest.raises(UnknownId, match="no article has the id 00"):
        versions(connection, "00")
