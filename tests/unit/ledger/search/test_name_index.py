from sqlalchemy import select

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.search.name_index import bearers
from reportedly.ledger.tables import schema
from tests.unit.ledger.search.made import Said, add, made


def names(ledger: Ledger, kind: str, words: tuple[str, ...], *, prefix: bool = False) -> set[str]:
    table, column = {"source": ("profile", "name"), "role": ("profile", "role"), "label": ("label", "term")}[kind]
    where = schema.metadata.tables[table]
    with ledger.reads() as connection:
        found = bearers(kind, words, prefix=prefix)
        return set(connection.execute(select(where.c[column]).where(where.c.id.in_(found))).scalars())


def test_names_are_found_by_all_of_their_words(ledger: Ledger) -> None:
    add(
        ledger,
        made(Said("senn", "said", "boats", label="Old-timer"), Said("brann", "said", "more", against=("authority",))),
    )
    assert names(ledger, "source", ("senn",)) == names(ledger, "source", ("senn", "ivo")) == {"Ivo Senn"}
    assert names(ledger, "source", ("senn", "ada")) == set()
    assert names(ledger, "source", ("port", "auth"), prefix=True) == {"Orvane Port Authority"}
    assert names(ledger, "source", ("po", "authority"), prefix=True) == set()
    assert names(ledger, "role", ("minister",)) == {"Energy Minister"}
    assert names(ledger, "label", ("old", "t"), prefix=True) == {"Old-timer"}
    assert names(ledger, "source", ("minister",)) == set()


def test_names_are_kept_once(ledger: Ledger) -> None:
    add(ledger, made(Said("senn", "said", "boats")), made(Said("senn", "said", "nets")))
    with ledger.reads() as connection:
        rows = connection.execute(select(schema.name_word).where(schema.name_word.c.kind == "source")).all()
    assert sorted(row.word for row in rows) == ["ivo", "senn"]
