import pytest
from sqlalchemy import func, select, update

from reportedly.ledger import rereading
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.rereading import Stale, read_again, reread, stale_count
from reportedly.ledger.tables import schema
from reportedly.ledger.verify import verify
from reportedly.reader import Failure
from tests.ledgers import FERRY, STRAIT, add_text


@pytest.fixture
def aged(ledger: Ledger) -> Ledger:
    """Return a ledger that an older edition has read, and which found one statement less."""
    add_text(ledger, STRAIT, url="https://courier.example/strait")
    add_text(ledger, FERRY)
    with ledger.writes() as connection:
        connection.execute(update(schema.reading).values(reader="0.0.9+old"))
    return ledger


def ids(ledger: Ledger) -> dict[str, list[str]]:
    with ledger.reads() as connection:
        return {
            name: sorted(connection.execute(select(schema.metadata.tables[name].c[f"{name}_id"])).scalars())
            for name in ("article", "statement", "entity")
        }


def test_every_article_is_read_anew_and_keeps_its_ids(aged: Ledger) -> None:
    before = ids(aged)
    outcomes = list(reread(aged))
    assert not any(isinstance(outcome, Failure) for outcome in outcomes)
    assert sorted(outcome.article_id for outcome in outcomes) == before["article"]
    assert not any(outcome.difference.is_substantial for outcome in outcomes)
    assert ids(aged) == before
    assert all(found.problems == () for found in verify(aged))


def test_older_readings_stay_as_history(aged: Ledger) -> None:
    list(reread(aged))
    with aged.reads() as connection:
        readers = connection.execute(select(schema.reading.c.reader, func.count()).group_by("reader")).all()
    assert sorted(number for _, number in readers) == [2, 2]


def test_what_this_edition_has_read_is_not_read_again(aged: Ledger) -> None:
    assert stale_count(aged) == 2
    list(reread(aged))
    assert stale_count(aged) == 0
    assert list(reread(aged)) == []


def test_a_page_that_gives_another_text_is_read_as_it_was_kept(aged: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    (stale, _) = sorted(rereading._stale(aged), key=lambda one: one.name)
    assert stale.item is not None
    assert read_again(Stale(stale.name, None, None, stale.kept)).article.text == stale.kept.reading.article.text
    monkeypatch.setattr(rereading, "page_of_item", lambda item: 1 / 0)
    assert read_again(Stale(stale.name, None, None, stale.kept)) == stale.kept.reading


def test_an_edition_may_come_back(aged: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    list(reread(aged))
    monkeypatch.setattr(rereading, "edition", lambda: "0.0.9+old")
    assert stale_count(aged) == 2
    assert not any(isinstance(outcome, Failure) for outcome in reread(aged))
    assert stale_count(aged) == 0
    assert all(found.problems == () for found in verify(aged))
    with aged.reads() as connection:
        assert connection.execute(select(func.count()).select_from(schema.reading)).scalar_one() == 4
