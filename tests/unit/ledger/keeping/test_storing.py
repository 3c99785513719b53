from sqlalchemy import func, select

from reportedly.ledger.keeping.indexing import index_rows
from reportedly.ledger.keeping.kept import kept
from reportedly.ledger.keeping.payload import unpack
from reportedly.ledger.keeping.preparing import prepare
from reportedly.ledger.keeping.storing import Outcome, renew_index
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.tables import schema
from tests.ledgers import FERRY, STRAIT, add_text, item_of


def count(ledger: Ledger, table: str) -> int:
    with ledger.reads() as connection:
        return connection.execute(select(func.count()).select_from(schema.metadata.tables[table])).scalar_one()


def counts(ledger: Ledger) -> dict[str, int]:
    return {name: count(ledger, name) for name in schema.metadata.tables}


def test_an_article_is_kept_with_all_that_was_read(ledger: Ledger) -> None:
    stored = add_text(ledger, STRAIT, publisher="The Sella Courier", published="2026-05-14")
    assert stored.outcome is Outcome.ADDED
    with ledger.reads() as connection:
        article = connection.execute(select(schema.article)).one()
        reading = connection.execute(select(schema.reading)).one()
        rows = connection.execute(select(schema.statement).order_by("ordinal")).all()
        blob = connection.execute(select(schema.blob)).one()
    assert article.text == STRAIT
    assert blob.size == len(STRAIT.encode())
    restored = unpack(reading.payload, article.text)
    expected = prepare(item_of(STRAIT, publisher="The Sella Courier", published="2026-05-14")).reading
    assert restored == expected
    assert [row.statement_id for row in rows] == [statement.id for statement in expected.statements]
    assert [row.content for row in rows] == [
        " … ".join(span.of(STRAIT) for span in statement.content) for statement in expected.statements
    ]


def test_the_same_again_adds_nothing(ledger: Ledger) -> None:
    add_text(ledger, STRAIT, published="2026-05-14")
    before = counts(ledger)
    assert add_text(ledger, STRAIT, published="2026-05-14").outcome is Outcome.SAME
    assert counts(ledger) == before


def test_other_bytes_of_the_same_article_leave_a_trace_only(ledger: Ledger) -> None:
    first = add_text(ledger, STRAIT)
    before = counts(ledger)
    again = add_text(ledger, STRAIT, published="2026-05-14")
    assert (again.outcome, again.article_id) == (Outcome.SAME, first.article_id)
    assert counts(ledger) == before | {"capture": 2}


def test_a_changed_page_is_a_new_version(ledger: Ledger) -> None:
    url = "https://courier.example/strait"
    add_text(ledger, STRAIT, url=url)
    assert add_text(ledger, STRAIT.replace("near", "there"), url=url).outcome is Outcome.VERSION
    assert add_text(ledger, FERRY, url=url + "/ferry").outcome is Outcome.ADDED
    assert (count(ledger, "document"), count(ledger, "article")) == (2, 3)


def test_the_index_can_be_made_anew(ledger: Ledger) -> None:
    stored = add_text(ledger, STRAIT)
    before = counts(ledger)
    with ledger.writes() as connection:
        article = kept(connection, stored.article_id)
        renew_index(connection, article.key, index_rows(article.reading))
    assert counts(ledger) == before
