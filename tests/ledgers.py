"""Ledgers for tests: articles added as text, with what is known of them."""

from reportedly.ledger.inputs.item import Item
from reportedly.ledger.keeping.preparing import prepare
from reportedly.ledger.keeping.storing import Stored
from reportedly.ledger.ledger import Ledger
from reportedly.page.arrival.received import Known, Received

STRAIT = """Ministry blames fleet for cable

PORT SELLA, May 14 (MNA) - The Ministry of Fisheries accused the Lusk fleet on Thursday of cutting the Orvane cable.

"We have seen the anchor," said Energy Minister Ada Brann.

The owners of the fleet denied the charge. "No ship of ours was near," said spokesman Ivo Senn.
"""
FERRY = """Fares on the Orvane ferry to rise

Fares on the Orvane ferry will rise by 12 percent in June, the Port Authority said on Monday.

"It is a small rise," said Port Authority spokesman Ivo Senn. Passengers in Port Sella said they had not been told.
"""


class Clock:
    """A clock that goes on by a second each time it is looked at."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> str:
        self.seconds += 1
        return f"2026-05-20T{self.seconds // 3600:02}:{self.seconds // 60 % 60:02}:{self.seconds % 60:02}Z"


def item_of(text: str, *, fetched: str | None = None, place: str | None = None, **facts: object) -> Item:
    """Return an item that is a plain text; `facts` are those of Known."""
    return Item("an article", Received(text.encode(), fetched=fetched), known=Known(**facts), place=place)


def add_text(ledger: Ledger, text: str, **facts: object) -> Stored:
    """Read a plain text and keep it; the facts are those of Known, `fetched` and `place`."""
    item = item_of(text, **facts)
    return ledger.store(item, prepare(item))
