"""A ledger of one article about a cable, and a person who reviews it."""

from collections.abc import Callable
from functools import cache

import pytest

from reportedly.ledger.inputs.item import Item
from reportedly.ledger.keeping.kept import kept
from reportedly.ledger.keeping.preparing import Prepared, prepare
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.reviews.applying import apply
from reportedly.ledger.reviews.composing import Reviewer
from reportedly.ledger.reviews.review import Review
from reportedly.ledger.reviews.standing import standing
from reportedly.model import Reading, Statement
from tests.ledgers import STRAIT, item_of

ANCHOR = """The anchor was old, Energy Minister Ada Brann said on Friday.

"We will raise it," she said. The Port Authority declined to comment.
"""


class Desk:
    """A ledger with articles in it, at which somebody corrects them."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def add(self, text: str = STRAIT) -> str:
        item, prepared = read(text)
        return self.ledger.store(item, prepared).article_id

    def review(self, make: Callable[[Reviewer], Review], who: str = "Ana", why: str | None = None) -> Review:
        with self.ledger.writes() as connection:
            review = make(Reviewer(connection, who, self.ledger.now(), why))
            apply(connection, [review])
        return review

    def reading(self, article_id: str) -> Reading:
        with self.ledger.reads() as connection:
            return standing(connection, kept(connection, article_id).reading).reading

    def machine(self, article_id: str) -> Reading:
        with self.ledger.reads() as connection:
            return kept(connection, article_id).reading

    def statement(self, article_id: str, words: str) -> Statement:
        """Return the statement, as it holds, whose content has such words."""
        reading = self.reading(article_id)
        text = reading.article.text
        return next(one for one in reading.statements if any(words in span.of(text) for span in one.content))


@cache
def read(text: str) -> tuple[Item, Prepared]:
    """Return an article as it comes in, read once for all tests."""
    item = item_of(text, published="2026-05-14", publisher="The Sella Courier")
    return item, prepare(item)


@pytest.fixture
def desk(ledger: Ledger) -> Desk:
    return Desk(ledger)


@pytest.fixture
def strait(desk: Desk) -> str:
    """Return the id of the article, which is in the ledger."""
    return desk.add(STRAIT)
