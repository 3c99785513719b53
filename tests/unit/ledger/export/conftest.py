"""A ledger with something of everything that is kept."""

from pathlib import Path

import pytest
from sqlalchemy import insert, select

from reportedly.ledger.export.formats import FORMATS, export
from reportedly.ledger.export.selection import EVERYTHING, Selection
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.keeping import failures, storing
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.reviews.applying import apply
from reportedly.ledger.reviews.composing import Reviewer
from reportedly.ledger.tables import schema
from reportedly.page.arrival.received import Known, Received
from reportedly.reader import Failure
from tests.ledgers import FERRY, STRAIT, Clock, add_text

URL = "https://courier.example/strait"
NASTY = """Port speaks of \x07bells and _x0041_ bells

The Port Authority said on Monday: "=HYPERLINK(""http://evil.example"") <r>is</r> what \U0001f6a2 we \u202esaw; =1+1."
"""
BODY = STRAIT.partition("\n\n")[2]
ABROAD = """
The Orvane Ferry Company (OFC) said on Tuesday that a vessel from Lisbon in Portugal would come. The Lusk clan, a gang
of smugglers, rejected the plan. "We warn the OFC," said clan leader Ivo Lusk, a warlord.
"""
# shares a passage with STRAIT
LONG = FERRY + BODY + ABROAD


def fill(ledger: Ledger, order: tuple[int, ...] = (0, 1, 2, 3)) -> None:
    """Keep four articles, two of them versions of one page, a failure, a feed, an older reading and reviews."""
    articles = (
        lambda: add_text(ledger, STRAIT, publisher="The Sella Courier", published="2026-05-14", url=URL),
        lambda: add_text(ledger, STRAIT.replace("near", "there"), publisher="The Sella Courier", url=URL),
        lambda: add_text(ledger, LONG, fetched="2026-05-12T08:00:00Z", place="/pages/ferry.txt"),
        lambda: add_text(ledger, NASTY, published="2026-05-19"),
    )
    for one in order:
        articles[one]()
    add_text(ledger, STRAIT, url=URL)  # other facts: a capture only
    bad = Item("bad.html", Received(b"\x1f\x8b\x08 no gzip", url="https://courier.example/bad"), known=Known())
    with ledger.writes() as connection:
        failures.put_failure(
            connection, bad, Failure("bad.html", None, "damaged"), storing.Moment("2026-05-20T07:00:00Z", "1")
        )
        failures.put_failure(
            connection, None, Failure("gone.txt", 3, "no such file"), storing.Moment("2026-05-20T07:00:01Z", "1")
        )
        connection.execute(insert(schema.feed).values(url="https://courier.example/rss", etag='"1"', failures=2))
        charge = select(schema.statement.c.statement_id).where(schema.statement.c.content == "the charge")
        about = connection.execute(charge.order_by("statement_id").limit(1)).scalar()
        apply(connection, [Reviewer(connection, "Orla Veyra", "2026-05-21T08:00:00Z").right(about)])
        query = select(schema.reading).join(schema.article, schema.article.c.id == schema.reading.c.article)
        read = connection.execute(query.order_by(schema.article.c.article_id)).first()
        connection.execute(
            insert(schema.reading).values(
                article=read.article, reader="0.0.9+0", read_at="2026-05-01T00:00:00Z", payload=read.payload
            )
        )


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    fill(ledger)
    return ledger


@pytest.fixture(scope="session")
def one(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Return such a ledger in a file, for tests that only read."""
    with Ledger.open(tmp_path_factory.mktemp("one") / "one.ledger", now=Clock()) as ledger:
        fill(ledger)
    return ledger


def exported(ledger: Ledger, name: str, folder: Path, selection: Selection = EVERYTHING) -> Path:
    """Return the path of what a format gives."""
    target = folder / f"{name}{FORMATS[name].ending}"
    with ledger.reads() as connection:
        export(connection, FORMATS[name], target, selection)
    return target
