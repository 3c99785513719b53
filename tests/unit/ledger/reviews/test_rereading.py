"""What becomes of reviews when the machine changes its mind."""

from dataclasses import replace

import pytest

from reportedly.ledger.keeping.kept import kept
from reportedly.ledger.keeping.payload import pack
from reportedly.ledger.keeping.storing import Moment, put_reading
from reportedly.ledger.reviews.applying import renew_article
from reportedly.ledger.reviews.history import Force, history
from reportedly.ledger.reviews.review import Verb
from reportedly.ledger.reviews.standing import standing
from reportedly.model import Source, statement_id


def reread(desk, article_id, change):
    """Let another edition of the program read the article: `change` makes its reading of the old one."""
    with desk.ledger.writes() as connection:
        found = kept(connection, article_id)
        put_reading(connection, found.key, pack(change(found.reading)), Moment(desk.ledger.now(), desk.ledger.now()))
        renew_article(connection, article_id)


def without(statement):
    return lambda reading: replace(
        reading, statements=tuple(one for one in reading.statements if one.id != statement.id)
    )


def holds(desk, article_id):
    with desk.ledger.reads() as connection:
        return standing(connection, kept(connection, article_id).reading)


def renumbered(reading):
    """Return a reading whose sources come in another order, and so have other ids."""
    ids = {one.id: f"source-{len(reading.sources) - number}" for number, one in enumerate(reading.sources)}

    def to(names):
        return tuple(ids[name] for name in names)

    return replace(
        reading,
        sources=tuple(replace(one, id=ids[one.id]) for one in reversed(reading.sources)),
        statements=tuple(
            replace(one, sources=to(one.sources), against=to(one.against), chain=to(one.chain))
            for one in reading.statements
        ),
        unheard=tuple(replace(one, accused=ids[one.accused]) for one in reading.unheard),
    )


@pytest.mark.parametrize("confirmed", [True, False])
def test_a_statement_that_is_lost_is_kept_if_a_person_confirmed_it(desk, strait, confirmed):
    anchor = desk.statement(strait, "anchor")
    review = desk.review(lambda person: person.word(anchor.id, Verb.STANCE, "confirms"))
    if confirmed:
        desk.review(lambda person: person.right(anchor.id))
    reread(desk, strait, without(anchor))
    after = holds(desk, strait)
    if confirmed:
        expected = replace(anchor, stance="confirms")
        assert [one for one in after.reading.statements if one.id == anchor.id] == [expected]
        assert after.resting == ()
    else:
        assert anchor.id not in {one.id for one in after.reading.statements}
        assert after.resting == (review,)
        with desk.ledger.reads() as connection:
            assert [one.force for one in history(connection, anchor.id)] == [Force.RESTS]


def test_order_and_sources_are_as_before_when_a_kept_statement_is_lost(desk, strait):
    before = holds(desk, strait).reading
    anchor = desk.statement(strait, "anchor")
    desk.review(lambda person: person.right(anchor.id))
    reread(desk, strait, without(anchor))
    assert holds(desk, strait).reading == before


def test_a_lost_statement_that_is_then_called_wrong_rests(desk, strait):
    anchor = desk.statement(strait, "anchor")
    desk.review(lambda person: person.right(anchor.id))
    reread(desk, strait, without(anchor))
    desk.review(lambda person: person.wrong(anchor.id), who="Ben")
    assert len(holds(desk, strait).resting) == 2
    desk.review(lambda person: person.right(anchor.id))
    assert holds(desk, strait).resting == ()


def test_corrected_words_that_the_machine_finds_later_stay_one_statement(desk, strait):
    cable = desk.statement(strait, "cutting")
    desk.review(lambda person: person.spans(cable.id, {"content": "of cutting the Orvane cable"}))
    after = desk.statement(strait, "cutting")

    def improved(reading):
        found = replace(after, id=statement_id(reading.article, (after.source, after.cue, after.content)))
        return replace(
            reading,
            statements=tuple(
                found if one.id == cable.id else replace(one, denies=found.id if one.denies else None)
                for one in reading.statements
            ),
        )

    reread(desk, strait, improved)
    reading = holds(desk, strait).reading
    assert [one.id for one in reading.statements if one.cue == cable.cue] == [cable.id]
    assert desk.statement(strait, "the charge").denies == cable.id


def test_a_statement_added_and_found_later_is_the_same(desk, strait):
    said = {"source": "The Ministry of Fisheries", "cue": "accused", "content": "of cutting the Orvane cable"}
    review = desk.review(lambda person: person.add(strait, said))
    added = next(one for one in holds(desk, strait).reading.statements if one.id == review.target)
    found = replace(added, why="model", score=0.4)
    reread(desk, strait, lambda reading: replace(reading, statements=(*reading.statements, found)))
    after = [one for one in holds(desk, strait).reading.statements if one.id == review.target]
    assert after == [found]


def test_sources_are_known_again_whatever_their_ids(desk, strait):
    charge = desk.statement(strait, "the charge")
    desk.review(lambda person: person.speakers(charge.id, Verb.SOURCES, ["Ivo Senn"]))
    desk.review(lambda person: person.split_source(strait, "source-4"))
    reread(desk, strait, renumbered)
    after = holds(desk, strait)
    names = {one.id: one.name for one in after.reading.sources}
    assert [names[one] for one in desk.statement(strait, "the charge").sources] == ["Ivo Senn"]
    assert {names[one] for one in after.corrections.apart} == {"Ada Brann"}
    assert len(names) == len(desk.machine(strait).sources)


def test_a_source_that_is_lost_rests(desk, strait):
    review = desk.review(lambda person: person.split_source(strait, "source-4"))
    other = Source("source-4", "Nobody Else", ())
    reread(
        desk,
        strait,
        lambda reading: replace(
            reading, sources=tuple(other if one.id == "source-4" else one for one in reading.sources)
        ),
    )
    assert holds(desk, strait).resting == (review,)
