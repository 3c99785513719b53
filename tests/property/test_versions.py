import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger.versions import ChangeKind, difference
from reportedly.ledger.versions.spelling import slips
from reportedly.ledger.versions.substance import says_the_same, substance
from tests.property.made_readings import readings

TEXTS = st.text(st.sampled_from("abcnot 159.,$%-’'é½\ud800\n") | st.characters(), max_size=40)


@settings(deadline=None)
@given(readings(), readings())
def test_each_statement_of_any_two_readings_is_in_one_change(old, new):
    found = difference(old, new)
    before = [change.before for change in found.changes if change.before]
    after = [change.after for change in found.changes if change.after]
    assert sorted(map(id, before)) == sorted(map(id, old.statements))
    assert list(map(id, after)) == list(map(id, new.statements))
    assert difference(old, new) == found
    assert len(json.loads(json.dumps(found.to_dict()))["changes"]) == len(found.changes)
    for change in found.changes:
        assert bool(change.changed) == (
            bool(change.before and change.after) and change.kind is not ChangeKind.UNCHANGED
        )


@settings(deadline=None)
@given(readings())
def test_no_reading_differs_from_itself(reading):
    assert all(change.kind is ChangeKind.UNCHANGED for change in difference(reading, reading).changes)


@given(TEXTS, TEXTS)
def test_what_is_said_is_compared_alike_both_ways(one, other):
    ours, theirs = substance(one), substance(other)
    assert says_the_same(ours, ours)
    assert says_the_same(ours, theirs) == says_the_same(theirs, ours)


@given(TEXTS, TEXTS)
def test_slips_are_found_alike_both_ways(one, other):
    assert slips(one, other) == slips(other, one)


@given(TEXTS)
def test_white_space_and_quotation_marks_say_nothing(text):
    plain = text.replace("-", " ")
    assert says_the_same(substance(plain), substance(f"“{plain}”".replace(" ", "  \n")))
