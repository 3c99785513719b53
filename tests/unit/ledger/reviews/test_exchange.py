import json
import random

import pytest
from sqlalchemy import select

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.reviews import exchange
from reportedly.ledger.reviews.review import Verb
from reportedly.ledger.tables import schema
from tests.ledger_state import dump_state
from tests.ledgers import STRAIT, Clock
from tests.unit.ledger.reviews.conftest import ANCHOR, Desk

# an entity without profiles, and a publisher without articles, may be left over from what was corrected later
LEFT_OVER = {"capture", "publisher", "entity", "place"}


def state(ledger):
    """Return all that a ledger holds, what is searched among it, without internal keys, and who stands for whom."""
    with ledger.reads() as connection:
        found = dump_state(connection)
        other = schema.entity.alias()
        profile, party = schema.profile, schema.party
        columns = (schema.entity.c[name] for name in ("entity_id", "name", "kind", "role", "country"))
        entities = (
            select(*columns, other.c.entity_id)
            .join(other, other.c.id == schema.entity.c.stands)
            .where(schema.entity.c.id.in_(select(profile.c.entity).join(party, party.c.profile == profile.c.id)))
        )
        people = sorted(map(str, connection.execute(entities)))
    names = [row for row in found["name_word"] if row["kind"] in {"source", "role"}]
    for row in found["article"]:
        del row["added_at"]
    found["article"].sort(key=lambda row: row["article_id"])
    kept = {name: rows for name, rows in found.items() if name not in LEFT_OVER | {"name_word", "reading", "review"}}
    return {**kept, "people": people, "names": names}


def exported(ledger):
    with ledger.reads() as connection:
        return [json.dumps(one) for one in exchange.export_reviews(connection)]


def imported(ledger, lines):
    with ledger.writes() as connection:
        return exchange.import_reviews(connection, lines)


@pytest.fixture
def reviewed(desk, strait):
    """Return a ledger in which two people have corrected much, and not always agreed."""
    anchor = desk.add(ANCHOR)
    one, charge = desk.statement(strait, "anchor").id, desk.statement(strait, "the charge").id
    with desk.ledger.reads() as connection:
        known = dict(connection.execute(select(schema.entity.c.name, schema.entity.c.entity_id)).all())
    wrong = desk.review(lambda person: person.wrong(one), who="Ben", why="“nobody” saw it\nthere")
    desk.review(lambda person: person.word(one, Verb.STANCE, "confirms"))
    desk.review(lambda person: person.word(one, Verb.STANCE, "claims"), who="Ben")
    desk.review(lambda person: person.undo(wrong.id))
    desk.review(lambda person: person.spans(charge, {"source": "The owners", "content": "denied the charge"}))
    desk.review(lambda person: person.speakers(charge, Verb.AGAINST, [known["Port Authority"], "Lusk=person"]))
    desk.review(lambda person: person.said(charge, "2026-05-13"))
    desk.review(lambda person: person.place(charge, "Port Sella@1,2", pinned=True))
    desk.review(lambda person: person.add(strait, {"content": "No ship of ours"}, {"stance": "promises"}))
    desk.review(lambda person: person.article(strait, Verb.PUBLISHED, "2026-05"))
    desk.review(lambda person: person.split_source(anchor, "Ada Brann"))
    desk.review(lambda person: person.merge(known["Port Authority"], known["Ministry of Fisheries"]))
    desk.review(lambda person: person.entity(known["Ivo Senn"], Verb.NAME, "Ivo Senn-Orla"))
    desk.review(lambda person: person.note(anchor), why="ask the port")
    return desk.ledger


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("before", [True, False])
def test_another_ledger_comes_to_the_same_in_whatever_order(reviewed, tmp_path, seed, before):
    lines = exported(reviewed)
    random.Random(seed).shuffle(lines)
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        if before:
            first, second = imported(other, lines[:7]), imported(other, lines)
            assert (first.added, first.pending, second.known) == (7, 7, 7)
        desk = Desk(other)
        for text in (ANCHOR, STRAIT) if seed % 2 else (STRAIT, ANCHOR):
            desk.add(text)
        if not before:
            assert imported(other, lines) == exchange.Imported(len(lines), 0, 0, ())
        assert state(other) == state(reviewed)
        assert exported(other) == exported(reviewed)
        assert imported(other, lines).known == len(lines)
        assert state(other) == state(reviewed)


def test_undoing_everything_gives_the_machine_s_index_back(reviewed, tmp_path):
    for line in exported(reviewed):
        review = json.loads(line)
        if review["verb"] != "undo" and "nobody" not in (review["why"] or ""):
            Desk(reviewed).review(lambda person, one=review["id"]: person.undo(one))
    with Ledger.open(tmp_path / "other.ledger", now=Clock()) as other:
        desk = Desk(other)
        desk.add(STRAIT), desk.add(ANCHOR)
        assert state(other) == state(reviewed)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda fields: fields | {"who": "Eve"}, "damaged, or changed"),
        (lambda fields: fields | {"verb": "shout"}, "is no verb that this version knows"),
        (lambda fields: fields | {"value": {"stance": "shouts"}}, "does not hold what it must"),
        (lambda fields: fields | {"at": "now"}, "no time of a review"),
        (lambda fields: fields | {"who": "\ud800"}, "words that can be stored"),
        (lambda fields: fields | {"target": "x"}, "names no statement"),
        (lambda fields: {"id": fields["id"]}, "there is no about and no article_id"),
        (lambda fields: [], "is an object"),
    ],
)
def test_a_line_that_is_no_review_is_refused_with_the_reason(reviewed, change, reason):
    fields = next(one for one in map(json.loads, exported(reviewed)) if one["verb"] == "stance")
    before = state(reviewed)
    found = imported(reviewed, ["", json.dumps(change(fields)), "{", b"\xff"])
    assert [line for line, _ in found.refused] == [2, 3, 4]
    assert reason in found.refused[0][1]
    assert (found.added, state(reviewed)) == (0, before)
