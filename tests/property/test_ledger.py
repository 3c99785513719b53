"""Adding twice changes nothing, and neither does the order in which articles arrive, or who adds them."""

import json
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import ReportedlyError
from reportedly.ledger.keeping.preparing import Prepared, prepare
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.verify import verify
from tests.ledger_state import dump_state
from tests.ledgers import FERRY, STRAIT, Clock, item_of

_CLOCK = ("added_at", "read_at")
_ITEMS = [
    item_of(STRAIT, url="https://courier.example/strait", fetched="2026-05-14T10:00:00Z"),
    # another version of the page, a copy of it elsewhere, and the same bytes with something known of them
    item_of(STRAIT.replace("near", "there"), url="https://courier.example/strait", fetched="2026-05-14T12:00:00Z"),
    item_of(f"Reprinted\n\n{STRAIT}", url="https://daily.example/strait"),
    item_of(STRAIT, url="https://courier.example/strait", publisher="The Sella Courier"),
    item_of(FERRY, place="/pages/ferry.txt"),
    item_of(FERRY.replace("12 percent", "14 percent"), place="/pages/ferry.txt"),
    item_of("Goalkeeper Ada Brann said on Monday that she would stay.\n\nThe Orvane Harbour Board (OHB) said no."),
    item_of('The OHB said it would wait.\n\nBrann said: "We shall see."'),
]
# whichever of two captures of one article comes first says what is known of it, such as who published it
_ANOTHER_CAPTURE = 3
_prepared: list[Prepared] = []


def prepared() -> list[Prepared]:
    """Return what is read in the items, each read once."""
    if not _prepared:
        _prepared.extend(map(prepare, _ITEMS))
    return _prepared


def state(ledger: Ledger) -> dict[str, list[str]]:
    """Return all that a ledger holds but the times of the clock, and what tells which of two captures came first."""
    with ledger.reads() as connection:
        found = dump_state(connection)
    # of two captures of one article, the first keeps the bytes: they are equally good
    del found["capture"], found["blob"], found["reading"]
    return {table: sorted(map(_timeless, rows)) for table, rows in found.items()}


def _timeless(row: object) -> str:
    shown = {name: value for name, value in row.items() if name not in _CLOCK} if isinstance(row, dict) else row
    return json.dumps(shown, sort_keys=True)


def filled(path: Path, order: list[int]) -> dict[str, list[str]]:
    with Ledger.open(path, now=Clock()) as ledger:
        for number in order:
            ledger.store(_ITEMS[number], prepared()[number])
        assert not any(found.problems for found in verify(ledger))
        return state(ledger)


@settings(deadline=None, max_examples=25)
@given(st.permutations(range(len(_ITEMS))), st.lists(st.integers(0, len(_ITEMS) - 1), max_size=4))
def test_the_order_of_arrival_changes_nothing(order, again):
    order = [number for number in order if number != _ANOTHER_CAPTURE]
    again = [number for number in again if number != _ANOTHER_CAPTURE]
    with TemporaryDirectory() as folder:
        first = filled(Path(folder) / "one.ledger", sorted(order))
        assert filled(Path(folder) / "two.ledger", [*order, *again]) == first


def test_two_who_write_at_once_lose_nothing(where, tmp_path):
    Ledger.open(where, now=Clock()).close()
    failed = []

    def add(numbers) -> None:
        try:
            with Ledger.open(where, now=Clock()) as ledger:
                for number in numbers:
                    ledger.store(_ITEMS[number], prepared()[number])
        except ReportedlyError as error:
            failed.append(error)

    prepared()
    # both add all, from either end
    numbers = [number for number in range(len(_ITEMS)) if number != _ANOTHER_CAPTURE]
    threads = [threading.Thread(target=add, args=(some,)) for some in (numbers, reversed(numbers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with Ledger.open(where) as ledger:
        assert not any(found.problems for found in verify(ledger))
        assert {table: len(rows) for table, rows in state(ledger).items()} == {
            table: len(rows) for table, rows in filled(tmp_path / "one.ledger", numbers).items()
        }
