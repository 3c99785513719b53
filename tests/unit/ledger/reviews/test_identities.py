import pytest
from sqlalchemy import select

from reportedly.errors import BadReview
from reportedly.ledger import schema
from reportedly.ledger.reviews.identities import identities, path
from reportedly.ledger.reviews.review import About, Review, Verb
from tests.ledgers import FERRY, STRAIT


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
    return Review(f"2026-05-14T00:00:{at:02}Z", "Ana", Verb.MERGE, About.ENTITY, one, value={"into": into, "name": into})


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
    ferry = desk.add(FERRY)

    def statements_of_senn():
        query = (
            select(schema.entity.c.entity_id, schema.article.c.article_id)
            .join(schema.profile, schema.profile.c.entity == schema.entity.c.id)
            .join(schema.party, schema.party.c.profile == schema.profile.c.id)
            .join(schema.statement, schema.statement.c.id == schema.party.c.statement)
            .join(schema.article, schema.article.c.id == schema.statement.c.article)
            .where(schema.entity.c.name == "Ivo Senn")
        )
        with desk.ledger.reads() as connection:
            return {article: entity for entity, article in connection.execute(query)}

    before = statements_of_senn()
    assert before[strait] == before[ferry]
    senn = next(one for one in desk.machine(ferry).sources if one.name == "Ivo Senn")
    review = desk.review(lambda person: person.split_source(ferry, senn.id))
    after = statements_of_senn()
    assert (after[strait], after[ferry] != after[strait]) == (before[strait], True)
    desk.review(lambda person: person.undo(review.id))
    assert statements_of_senn() == before


def test_reviews_of_an_entity_count_as_soon_as_it_comes(desk, strait):
    ferry = desk.add(FERRY)
    known = ids(desk)
    senn, ministry = known["Ivo Senn"], known["Ministry of Fisheries"]
    assert ferry
    desk.review(lambda person: person.merge(known["Port Authority"], ministry))
    desk.review(lambda person: person.entity(senn, Verb.NAME, "Ivo Senn the younger"))
    assert entities(desk)["Port Authority"] == "Ministry of Fisheries"
    assert STRAIT
