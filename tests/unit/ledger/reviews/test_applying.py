import pytest
from sqlalchemy import select

from reportedly.errors import BadReview, UnknownId
from reportedly.ledger.keeping.indexed import indexed_rows
from reportedly.ledger.reviews.review import Verb
from reportedly.ledger.tables import schema
from reportedly.ledger.verify import verify
from tests.ledgers import STRAIT


def rows(desk, article_id):
    with desk.ledger.reads() as connection:
        key = connection.execute(select(schema.article.c.id).where(schema.article.c.article_id == article_id)).scalar()
        return {row.columns["statement_id"]: row for row in indexed_rows(connection, key)}


def row_of(desk, article_id, words):
    return rows(desk, article_id)[desk.statement(article_id, words).id]


def names(reading, ids):
    return [source.name for one in ids for source in reading.sources if source.id == one]


def test_a_verdict_and_a_stance_are_in_the_index_and_the_machine_s_answer_stays(desk, strait):
    anchor = desk.statement(strait, "anchor")
    review = desk.review(lambda person: person.word(anchor.id, Verb.STANCE, "confirms"), why="she was there")
    desk.review(lambda person: person.right(anchor.id))
    row = row_of(desk, strait, "anchor")
    assert (row.columns["stance"], row.columns["verdict"], row.columns["reviewed"]) == ("confirms", "right", True)
    assert review.machine["stance"] == "says"
    assert desk.machine(strait).statements == tuple(
        one if one.id != anchor.id else anchor for one in desk.machine(strait).statements
    )
    assert [other.columns["reviewed"] for other in rows(desk, strait).values()].count(True) == 1
    assert all(not done.problems for done in verify(desk.ledger))


def test_words_are_found_near_the_old_ones_and_the_id_stays(desk, strait):
    cable = desk.statement(strait, "cutting")
    wanted = "the Lusk fleet on Thursday of cutting the Orvane cable"
    desk.review(lambda person: person.spans(cable.id, {"content": wanted}))
    after = desk.statement(strait, "cutting")
    assert after.id == cable.id
    assert [span.of(STRAIT) for span in after.content] == [wanted]
    assert len(after.whens) == len(cable.whens) + 1
    assert row_of(desk, strait, "cutting").columns["content"] == wanted


def test_another_source_is_known_by_its_words(desk, strait):
    anchor = desk.statement(strait, "anchor")
    desk.review(lambda person: person.spans(anchor.id, {"source": "spokesman Ivo Senn"}))
    reading = desk.reading(strait)
    after = desk.statement(strait, "anchor")
    assert (names(reading, after.sources), names(reading, after.chain)) == (["Ivo Senn"], ["Ivo Senn"])


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"content": "we have seen a whale"}, "does not stand near the statement"),
        ({"content": "fleet"}, "stands there 3 times"),
        ({"content": "5000:5010"}, "holds no words of the text"),
        ({"content": "20:10"}, "no run of characters"),
        ({"content": "150:160, 155:170"}, "overlap"),
        ({"content": ""}, "needs its content"),
    ],
)
def test_words_that_do_not_fit_are_refused(desk, strait, said, message):
    anchor = desk.statement(strait, "anchor")
    with pytest.raises(BadReview, match=message):
        desk.review(lambda person: person.spans(anchor.id, said))


def test_a_statement_that_was_missed_is_added(desk, strait):
    said = {"source": "The Ministry of Fisheries", "cue": "accused", "content": "cutting the Orvane cable"}
    review = desk.review(lambda person: person.add(strait, said))
    added = next(one for one in desk.reading(strait).statements if one.id == review.target)
    assert (added.stance.value, added.kind.value, added.why, added.score) == ("accuses", "indirect", "review", 1.0)
    assert names(desk.reading(strait), added.sources) == ["Ministry of Fisheries"]
    assert rows(desk, strait)[added.id].columns["verdict"] == "right"
    with pytest.raises(BadReview, match=f"the ledger has this statement: {added.id}"):
        desk.review(lambda person: person.add(strait, said))


def test_speakers_and_whom_it_is_against(desk, strait):
    denial = desk.statement(strait, "the charge")
    desk.review(lambda person: person.speakers(denial.id, Verb.SOURCES, ["Ivo Senn", "Lusk Line=organization"]))
    desk.review(lambda person: person.speakers(denial.id, Verb.AGAINST, ["source-1"]))
    reading, after = desk.reading(strait), desk.statement(strait, "the charge")
    assert names(reading, after.sources) == ["Ivo Senn", "Lusk Line"]
    assert names(reading, after.against) == ["Ministry of Fisheries"]
    parties = [(party.role, party.profile.name) for party in row_of(desk, strait, "the charge").parties]
    assert ("source", "Lusk Line") in parties
    assert ("against", "Ministry of Fisheries") in parties
    desk.review(lambda person: person.speakers(denial.id, Verb.SOURCES, ["nobody"]))
    assert row_of(desk, strait, "the charge").columns["voice"] == "none"


def test_an_accused_who_now_answers_is_heard(desk, strait):
    cable, denial = desk.statement(strait, "cutting"), desk.statement(strait, "the charge")
    assert all(one.answered is None for one in desk.reading(strait).unheard)
    desk.review(lambda person: person.speakers(cable.id, Verb.AGAINST, ["source-5"]))
    unheard = {one.statement: one.answered for one in desk.reading(strait).unheard}
    assert unheard[cable.id] == denial.id


def test_when_and_where(desk, strait):
    anchor = desk.statement(strait, "anchor")
    desk.review(lambda person: person.said(anchor.id, "2026-05-12/2026-05-13"))
    desk.review(lambda person: person.place(anchor.id, "Port Sella@1.5,-2.25,MU", pinned=True))
    row = row_of(desk, strait, "anchor")
    assert (row.columns["said_start"], row.columns["said_end"]) == ("2026-05-12T00:00", "2026-05-14T00:00")
    assert row.places == {(0, "Port Sella", "MU", 1.5, -2.25)}
    desk.review(lambda person: person.place(anchor.id, "Port Sella", pinned=False))
    desk.review(lambda person: person.said(anchor.id, None))
    row = row_of(desk, strait, "anchor")
    assert (row.columns["said_start"], row.places) == (None, frozenset())


def test_what_is_said_of_an_article(desk, strait):
    desk.review(lambda person: person.article(strait, Verb.PUBLISHED, "2026-05-13T08:00+01:00"))
    desk.review(lambda person: person.article(strait, Verb.PUBLISHER, "Orvane Daily"))
    desk.review(lambda person: person.article(strait, Verb.TITLE, None))
    article = desk.reading(strait).article
    assert (article.publisher, article.title, article.published.start) == (
        "Orvane Daily",
        None,
        "2026-05-13T08:00+01:00",
    )
    assert article.basis["published"] == "review"
    assert "title" not in article.basis
    with desk.ledger.reads() as connection:
        row = connection.execute(
            select(schema.article, schema.publisher.c.name.label("by")).join(schema.publisher)
        ).one()
    assert (row.by, row.title, row.published_start) == ("Orvane Daily", None, "2026-05-13T08:00")
    assert {one.columns["published_start"] for one in rows(desk, strait).values()} == {"2026-05-13T08:00"}


def test_the_later_of_two_counts_even_within_a_second(desk, strait):
    anchor = desk.statement(strait, "anchor")
    desk.ledger._now = lambda: "2026-05-20T00:00:00Z"
    reviews = [
        desk.review(lambda person, word=word: person.word(anchor.id, Verb.STANCE, word), who)
        for word, who in (("warns", "Ana"), ("denies", "Ben"), ("asks", "Ana"))
    ]
    assert desk.statement(strait, "anchor").stance.value == "asks"
    assert [review.at[-3:] for review in reviews] == ["00Z", "01Z", "02Z"]


def test_an_undo_may_be_undone(desk, strait):
    anchor = desk.statement(strait, "anchor")
    before = rows(desk, strait)
    wrong = desk.review(lambda person: person.wrong(anchor.id))
    undo = desk.review(lambda person: person.undo(wrong.id))
    assert rows(desk, strait) == before
    with pytest.raises(BadReview, match=f"undone already, by {undo.id}"):
        desk.review(lambda person: person.undo(wrong.id))
    desk.review(lambda person: person.undo(undo.id))
    assert row_of(desk, strait, "anchor").columns["verdict"] == "wrong"


def test_a_note_changes_nothing(desk, strait):
    before = rows(desk, strait)
    desk.review(lambda person: person.note(desk.statement(strait, "anchor").id), why="look at it again")
    assert rows(desk, strait) == before
    with pytest.raises(BadReview, match="a note needs words"):
        desk.review(lambda person: person.note(strait))


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda person: person.right("0" * 16), UnknownId, "has the id 0000000000000000"),
        (lambda person: person.undo("0" * 16), BadReview, "there is no review 0000000000000000 to undo"),
        (lambda person: person.article("0" * 16, Verb.TITLE, "One"), UnknownId, "no article"),
        (lambda person: person.merge("0" * 16, "1" * 16), UnknownId, "no source"),
    ],
)
def test_what_is_not_there_cannot_be_reviewed(desk, strait, make, error, message):
    with pytest.raises(error, match=message):
        desk.review(make)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda person, one: person.word(one, Verb.STANCE, "shouts"), "does not hold what it must"),
        (lambda person, one: person.speakers(one, Verb.SOURCES, ["nobody", "source-1"]), "nobody stands alone"),
        (lambda person, one: person.speakers(one, Verb.SOURCES, ["Lusk=fleet"]), "no kind of source"),
        (lambda person, one: person.speakers(one, Verb.SOURCES, ["source-99"]), "which has source-1"),
        (lambda person, one: person.said(one, "in May"), "is no time: write 2026"),
        (lambda person, one: person.said(one, "2026-05-14/2026-05-01"), "ends before it begins"),
        (lambda person, one: person.place(one, "Nowhere at all", pinned=True), "no place that is known"),
        (lambda person, one: person.place(one, "Orvane", pinned=False), "is none of the statement's places"),
        (lambda person, one: person.spans(one, {"source": "0:8", "cue": "9:15", "content": "16:31"}), "has these"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_kept(desk, strait, make, message):
    anchor = desk.statement(strait, "anchor").id
    with pytest.raises(BadReview, match=message):
        desk.review(lambda person: make(person, anchor))
    with desk.ledger.reads() as connection:
        assert connection.execute(select(schema.review)).all() == []
