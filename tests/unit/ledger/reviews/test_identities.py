import pytest
from sqlalchemy import select

from reportedly.errors import BadReview
from reportedly.ledger.reviews import log
from reportedly.ledger.reviews.identities import identities, path
from reportedly.ledger.reviews.review import About, Review, Verb
from reportedly.ledger.sources.grouping import entity_id
from reportedly.ledger.tables import schema
from tests.ledgers import FERRY
from tests.unit.ledger.reviews.conftest import ANCHOR


def entities(desk):
    """Return, by name, who stands for each entity."""
    other = schema.entity.alias()
    query = select(schema.entity.c.name, other.c.name).join(other, other.c.id == schema.entity.c.stands)
    with desk.ledger.reads() as connection:
        return dict(connection.execute(query).all())


def ids(desk):
    with desk.ledger.reads() as connection:
        return {row.name: row.entity_id for row in connection.execute(select(schema.entity).order_by("id"))}


def merge(one, into, at):
    return Review(
        f"2026-05-14T00:00:{at:02}Z", "Ana", Verb.MERGE, About.ENTITY, one, value={"into": into, "name": into}
    )


def test_one_stands_for_those_merged_into_it_and_an_undo_parts_them(desk, strait):
    desk.add(FERRY)
    known = ids(desk)
    before = entities(desk)
    first = desk.review(lambda person: person.merge(known["Port Authority"], known["Ministry of Fisheries"]))
    assert entities(desk) == before | {"Port Authority": "Ministry of Fisheries"}
    desk.review(lambda person: person.merge(known["Ministry of Fisheries"], known["Ada Brann"]))
    assert entities(desk)["Port Authority"] == "Ada Brann"
    with pytest.raises(BadReview, match="are one already"):
        desk.review(lambda person: person.merge(known["Ada Brann"], known["Port Authority"]))
    desk.review(lambda person: person.undo(first.id))
    assert entities(desk) == before | {"Ministry of Fisheries": "Ada Brann"}
    desk.review(lambda person: person.split(known["Ministry of Fisheries"]))
    assert entities(desk) == before


def test_a_later_merge_that_closes_a_circle_keeps_all_of_it_one():
    merges = identities([merge("a", "b", 1), merge("b", "c", 2), merge("c", "a", 3)]).merges
    assert {path(one, merges)[-1] for one in "abc"} == {"a"}


def test_an_entity_is_renamed_and_gets_its_name_back(desk, strait):
    known = ids(desk)["Ada Brann"]
    name = desk.review(lambda person: person.entity(known, Verb.NAME, "Ada Brann-Lund"))
    desk.review(lambda person: person.entity(known, Verb.COUNTRY, "MU"))
    desk.review(lambda person: person.entity(known, Verb.ROLE, "minister"))

    def row():
        with desk.ledger.reads() as connection:
            found = connection.execute(select(schema.entity).where(schema.entity.c.entity_id == known)).one()
        return (found.name, found.kind, found.role, found.country)

    assert row() == ("Ada Brann-Lund", "person", "minister", "MU")
    assert name.machine["name"] == "Ada Brann"
    desk.review(lambda person: person.undo(name.id))
    assert row() == ("Ada Brann", "person", "minister", "MU")
    with pytest.raises(BadReview):
        desk.review(lambda person: person.entity(known, Verb.COUNTRY, "Marenta"))


def test_a_source_is_set_apart_in_one_article_only(desk, strait):
    anchor = desk.add(ANCHOR)

    def entity_of_brann():
        query = (
            select(schema.article.c.article_id, schema.entity.c.entity_id)
            .join(schema.statement, schema.statement.c.article == schema.article.c.id)
            .join(schema.party, schema.party.c.statement == schema.statement.c.id)
            .join(schema.profile, schema.profile.c.id == schema.party.c.profile)
            .join(schema.entity, schema.entity.c.id == schema.profile.c.entity)
            .where(schema.entity.c.name == "Ada Brann")
        )
        with desk.ledger.reads() as connection:
            return dict(connection.execute(query).all())

    before = entity_of_brann()
    assert before[strait] == before[anchor]
    review = desk.review(lambda person: person.split_source(anchor, "Ada Brann"))
    assert review.target == f"{anchor}/source-1"
    after = entity_of_brann()
    assert (after[strait], after[anchor] != after[strait]) == (before[strait], True)
    desk.review(lambda person: person.undo(review.id))
    assert entity_of_brann() == before


def test_an_entity_speaks_in_an_article_that_does_not_know_it(desk, strait):
    desk.add(ANCHOR)
    known = ids(desk)["Port Authority"]
    denial = desk.statement(strait, "the charge")
    desk.review(lambda person: person.speakers(denial.id, Verb.SOURCES, [known]))
    query = (
        select(schema.entity.c.entity_id)
        .join(schema.profile, schema.profile.c.entity == schema.entity.c.id)
        .join(schema.party, schema.party.c.profile == schema.profile.c.id)
        .join(schema.statement, schema.statement.c.id == schema.party.c.statement)
        .where(schema.statement.c.statement_id == denial.id, schema.party.c.role == "source")
    )
    with desk.ledger.reads() as connection:
        assert list(connection.execute(query).scalars()) == [known]


PAIR = "The Veyra Harbour Board (VHB) said on Monday that the anchor was old.\n\nThe VHB denied that it was cut.\n"
SHORT = "The VHB said on Friday that the anchor was raised in the night.\n"


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 2, 1)])
def test_a_merge_goes_on_where_an_acronym_is_known_later(desk, order):
    """A person merges the Port Authority into "VHB", which an article pairs with its full name."""
    articles = (ANCHOR, SHORT, PAIR)
    with desk.ledger.writes() as connection:
        port, short = (entity_id(f"{name}|body|||") for name in ("port authority", "vhb"))
        log.put(connection, [merge(port, short, 1)])
    for number in order:
        desk.add(articles[number])
    full = next(name for name in entities(desk) if "Veyra" in name)
    assert entities(desk)["Port Authority"] == full
    assert ids(desk)["Port Authority"] == port
