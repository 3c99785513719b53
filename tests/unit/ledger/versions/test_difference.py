import json
import time

import pytest

from reportedly.ledger.versions import Aspect, ChangeKind, difference
from tests.unit.ledger.versions.made import version

CLOSED = "<Ana Lume> {said} [the strait of Orvane will be closed to trawlers for six weeks]."
UNFAIR = "<Ida Roe> {claimed} [the quota was made in secret by the ministry]."
PAID = "<skippers> {warned} [that crews in Port Sella would leave if they are not paid]."
OLD = version(CLOSED, UNFAIR, PAID)


def kinds(old, new):
    return [change.kind.value for change in difference(old, new).changes]


def only(before, after, **facts):
    """Return what became of one statement that stands between two others."""
    found = difference(version(CLOSED, before, PAID, **facts), version(CLOSED, after, PAID, **facts))
    (change,) = [change for change in found.changes if change.kind is not ChangeKind.UNCHANGED]
    return change.kind.value, [aspect.value for aspect in change.changed]


def test_a_version_does_not_differ_from_itself():
    assert kinds(OLD, OLD) == ["unchanged"] * 3
    assert not difference(OLD, OLD).is_substantial


@pytest.mark.parametrize(
    "after",
    [
        (PAID, UNFAIR, CLOSED),
        ("Trawlers must stay in.", CLOSED, "A storm came.", UNFAIR, PAID),
        (CLOSED, UNFAIR.replace("made in secret", "“made in secret”"), PAID),
        (CLOSED.replace("six weeks", "six  weeks,"), UNFAIR, PAID.replace("that crews", "crews")),
        (CLOSED.replace("<Ana Lume>", "<Lume>").replace("six", "6"), UNFAIR, PAID),
        (CLOSED.replace("{said}", "{told parliament}"), UNFAIR, PAID),
    ],
    ids=["moved", "prose added", "quotation marks", "white space", "short name", "cue of the same stance"],
)
def test_what_leaves_the_statements_as_they_were_is_no_change(after):
    assert kinds(OLD, version(*after)) == ["unchanged"] * 3


def test_a_typing_error_mended_is_no_change():
    assert kinds(version(UNFAIR.replace("ministry", "minsitry")), version(UNFAIR)) == ["unchanged"]


def test_statements_are_added_and_dropped():
    found = difference(version(CLOSED, UNFAIR), version(PAID, CLOSED))
    assert [change.kind.value for change in found.changes] == ["added", "unchanged", "dropped"]
    (added,), (dropped,) = found.of(ChangeKind.ADDED), found.of(ChangeKind.DROPPED)
    assert (added.before, added.after) == (None, found.new.statements[0])
    assert (dropped.before, dropped.after) == (found.old.statements[1], None)
    assert found.is_substantial


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("six weeks", "nine weeks"),
        ("will be closed", "will not be closed"),
        ("Orvane", "Orvanne"),
        ("for six weeks", "until May 4"),
        ("to trawlers for six weeks", "to all ships but ferries for six weeks"),
        ("for six weeks", "for six weeks from Monday, but not to ferries"),
    ],
)
def test_another_content_of_the_same_source_is_reworded(was, now):
    found = difference(OLD, version(CLOSED.replace(was, now), UNFAIR, PAID))
    assert [change.kind.value for change in found.changes] == ["reworded", "unchanged", "unchanged"]
    assert found.changes[0].changed == (Aspect.CONTENT,)


@pytest.mark.parametrize(("was", "now"), [("$5", "£5"), ("$5", "-$5"), ("$5", "$.5"), ("5%", "5"), ("1.500", "1,500")])
def test_a_sign_before_or_behind_a_number_is_told(was, now):
    sentence = "<Lume> {said} [the crews of Orvane will get $5 or 5% of 1.500 crowns]."
    assert only(sentence, sentence.replace(was, now, 1)) == ("reworded", ["content"])


def test_the_same_content_of_another_source_is_reattributed():
    assert only(UNFAIR, UNFAIR.replace("Ida Roe", "Tomas Roe")) == ("reattributed", ["source"])
    assert only(UNFAIR, UNFAIR.replace("<Ida Roe>", "<officials>")) == ("reattributed", ["source"])
    assert only(
        "[The quota was made in secret], it is {claimed}.", "[The quota was made in secret], <Roe> {claimed}."
    ) == (
        "reattributed",
        ["source"],
    )


def test_a_name_given_otherwise_is_the_same_source():
    ministry = "<the Fisheries Ministry> {said} [the nets will stay dry until July]."
    assert kinds(version(ministry), version(ministry.replace("nets", "trawls"))) == ["reworded"]
    assert kinds(version(UNFAIR), version(UNFAIR, means=[("Ida Roe", "Roe Shipping")])) == ["unchanged"]


def test_a_source_left_general_is_another_when_its_words_are_others():
    assert only(
        PAID.replace("Port Sella", "Velm"), PAID.replace("Port Sella", "Velm").replace("skippers", "mates")
    ) == (
        "reattributed",
        ["source"],
    )


def test_another_stance_is_told_before_another_content():
    assert only(UNFAIR, UNFAIR.replace("{claimed}", "{denied}")) == ("restanced", ["stance", "reporter"])
    assert only(UNFAIR, UNFAIR.replace("{claimed}", "{denied}").replace("secret", "haste")) == (
        "restanced",
        ["stance", "reporter", "content"],
    )


def test_a_negated_cue_is_another_stance_even_where_it_has_the_same_name():
    before = "<Analysts> {expect} [the quota to be cut in the summer]."
    assert only(before, before.replace("{expect}", "{do not expect}")) == ("restanced", ["negation"])
    assert only(before.replace("{expect}", "{don’t expect}"), before) == ("restanced", ["negation"])


def test_a_cue_by_which_the_reporter_vouches_is_another_stance():
    plain = UNFAIR.replace("claimed", "said")
    assert only(plain, plain.replace("{said}", "{pointed out}")) == ("restanced", ["reporter"])


def test_a_statement_of_another_day_is_reworded():
    before = "<Roe> {said} on Monday [the nets will stay dry until July]."
    days = [("Monday", "2026-05-04"), ("Tuesday", "2026-05-05")]
    assert only(before, before.replace("Monday", "Tuesday"), said=days) == ("reworded", ["said"])
    old, new = version(before, said=days[:1]), version(before, said=[("Monday", "2026-05-11")])
    assert kinds(old, new) == ["unchanged"]


def test_another_source_and_another_content_are_two_statements():
    found = kinds(version(UNFAIR), version("<Tomas Lusk> {said} [the ministry never met anybody in secret]."))
    assert found == ["added", "dropped"]


def test_what_stands_in_both_versions_is_no_change_however_it_is_read():
    wider = "<Ana Lume> {said} [the strait of Orvane will be closed to trawlers] for six weeks."
    unread = (
        UNFAIR.replace("{", "").replace("}", "").replace("<", "").replace(">", "").replace("[", "").replace("]", "")
    )
    assert kinds(OLD, version(wider, unread, PAID)) == ["reread", "unchanged", "reread"]
    assert kinds(version(wider, unread, PAID), OLD) == ["reread", "reread", "unchanged"]
    assert not difference(OLD, version(wider, unread, PAID)).is_substantial


def test_a_pronoun_is_another_source_where_the_name_before_it_is_another():
    he = "<He> {said} [no boat will leave the harbour before the summer]."
    old = version("Tomas Lusk came to Velm.", he, means=[("He", "Tomas Lusk")])
    new = version("Emil Roe came to Velm.", he, means=[("He", "Emil Roe")])
    other_reading = version("Tomas Lusk came to Velm.", he, means=[("He", "Velm")])
    assert kinds(old, new) == ["reattributed"]
    assert kinds(old, other_reading) == ["reread"]


def test_each_statement_has_one_counterpart_the_most_alike():
    first = "<Lume> {said} [the fleet of Orvane will get 300 crowns a day for each boat]."
    second = first.replace("300", "400")
    third = second.replace("each boat", "each trawler")
    found = difference(version(first, second), version(third, second))
    assert [(change.kind.value, change.before, change.after) for change in found.changes] == [
        ("reworded", found.old.statements[0], found.new.statements[0]),
        ("unchanged", found.old.statements[1], found.new.statements[1]),
    ]


def test_the_difference_backwards_adds_what_was_dropped():
    old, new = version(CLOSED, UNFAIR), version(CLOSED.replace("six", "nine"), PAID)
    assert sorted(kinds(old, new)) == sorted(kinds(new, old)) == ["added", "dropped", "reworded"]


def test_it_is_written_as_json_has_it():
    new = version(CLOSED.replace("six", "nine"), UNFAIR)
    written = json.loads(json.dumps(difference(OLD, new).to_dict()))
    assert (written["old"], written["new"]) == (OLD.article.id, new.article.id)
    reworded, unchanged, dropped = written["changes"]
    assert [change["kind"] for change in written["changes"]] == ["reworded", "unchanged", "dropped"]
    assert reworded["changed"] == ["content"]
    assert reworded["before"] == {
        "id": OLD.statements[0].id,
        "stance": "says",
        "reporter": "neutral",
        "sources": ["Ana Lume"],
        "spans": {"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 75]]},
        "text": {
            "source": "Ana Lume",
            "cue": "said",
            "content": "the strait of Orvane will be closed to trawlers for six weeks",
        },
    }
    assert reworded["after"]["text"]["content"].endswith("nine weeks")
    assert unchanged["before"]["text"] == unchanged["after"]["text"]
    assert dropped["after"] is None


def test_versions_without_statements_do_not_differ():
    assert difference(version("A storm came."), version("It went.")).changes == ()


def test_pages_of_a_thousand_statements_are_compared_in_a_moment():
    lines = [
        f"<Roe> {{said}} [boat {number} of the fleet lost {number * 7} nets off Orvane]." for number in range(1000)
    ]
    old, new = version(*lines), version(*(line.replace("nets", "old nets") for line in lines))
    start = time.process_time()
    assert set(kinds(old, new)) == {"reworded"}
    assert time.process_time() - start < 8
