from reportedly.ledger.query import parse
from reportedly.ledger.reviews.history import Force, history
from reportedly.ledger.reviews.review import Verb
from reportedly.ledger.reviews.waiting import queue, waiting_ids
from tests.ledgers import STRAIT
from tests.unit.ledger.reviews.conftest import ANCHOR


def waiting(desk, query=None):
    with desk.ledger.reads() as connection:
        return queue(connection, 99, parse(query) if query else None)


def ids(desk):
    return [row.statement.id for row in waiting(desk)]


def test_what_was_reviewed_does_not_wait_and_a_note_is_no_review(desk, strait):
    desk.add(ANCHOR)
    rows = ids(desk)
    assert [row.statement.score for row in waiting(desk)] == sorted(row.statement.score for row in waiting(desk))
    wrong = desk.review(lambda person: person.wrong(rows[0]))
    desk.review(lambda person: person.note(rows[1]), why="later")
    assert ids(desk) == rows[1:]
    desk.review(lambda person: person.undo(wrong.id))
    assert ids(desk) == rows
    with desk.ledger.reads() as connection:
        assert waiting_ids(connection, 2) == rows[:2]


def test_a_query_chooses_among_them(desk, strait):
    assert [row.statement.stance.value for row in waiting(desk, "stance:denies")] == ["denies"]
    assert waiting(desk, "nowhere") == []


def test_a_statement_is_shown_in_its_sentences(desk, strait):
    shown = {row.statement.id: row.context.of(STRAIT) for row in waiting(desk)}
    assert shown[desk.statement(strait, "near").id] == '"No ship of ours was near," said spokesman Ivo Senn.'
    assert shown[desk.statement(strait, "the charge").id] == "The owners of the fleet denied the charge."
    assert shown[desk.statement(strait, "fleet for cable").id] == "Ministry blames fleet for cable"


def test_a_history_tells_what_counts(desk, strait):
    one = desk.statement(strait, "anchor").id
    desk.review(lambda person: person.word(one, Verb.STANCE, "warns"))
    desk.review(lambda person: person.word(one, Verb.STANCE, "asks"), who="Ben")
    kind = desk.review(lambda person: person.word(one, Verb.KIND, "mixed"))
    undo = desk.review(lambda person: person.undo(kind.id), who="Ben")
    desk.review(lambda person: person.spans(one, {"cue": "said", "content": "We have seen the anchor"}))
    desk.review(lambda person: person.spans(one, {"content": "seen the anchor"}))
    with desk.ledger.reads() as connection:
        told = history(connection, one)
        assert history(connection, strait) == told
    assert [(entry.review.verb.value, entry.force) for entry in told] == [
        ("spans", Force.HOLDS),
        ("spans", Force.HOLDS),
        ("undo", Force.HOLDS),
        ("kind", Force.UNDONE),
        ("stance", Force.HOLDS),
        ("stance", Force.LATER),
    ]
    assert told[3].undone_by == undo.id
