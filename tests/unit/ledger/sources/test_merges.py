import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadReview
from reportedly.ledger.sources.grouping import entity_id, group, own_key, profile_key
from reportedly.ledger.sources.merges import Overlay, assigned, checked, resolve, taken_in

IDS = st.sampled_from("abcdef")
MAPS = st.dictionaries(IDS, IDS)


def test_a_merge_is_followed_to_its_end():
    assert resolve("a", {"a": "b", "b": "c"}) == "c"
    assert resolve("c", {"a": "b", "b": "c"}) == "c"
    assert resolve("a", {}) == "a"


def test_what_a_person_says_comes_before_what_is_automatic():
    assert resolve("a", {"a": "c"}, {"a": "b"}) == "c"
    assert resolve("a", {"a": "a"}, {"a": "b"}) == "a"
    assert resolve("a", {"b": "c"}, {"a": "b"}) == "c"


def test_a_merge_that_closes_a_circle_is_refused():
    merges = checked(checked({}, "a", "b"), "b", "c")
    with pytest.raises(BadReview, match="undo that first"):
        checked(merges, "c", "a")
    assert checked(merges, "c", "c") == {**merges, "c": "c"}
    assert checked({"a": "b"}, "a", "c") == {"a": "c"}


def test_a_person_may_keep_an_entity_out_of_the_one_it_would_go_to(made):
    bare, mayor = made.person(), made.person(role="mayor")
    (draft,) = drafts = group("ada quill", [bare, mayor])
    own = entity_id(profile_key("ada quill", bare))
    assert resolve(own, {}, taken_in(drafts)) == draft.id
    assert resolve(own, {own: own}, taken_in(drafts)) == own


def test_a_source_that_is_set_apart_is_its_articles_own():
    overlay = Overlay({"a": "b"}, {"b": "c"}, frozenset({("0f", "source-2")}))
    own = entity_id(own_key("0f", "source-2"))
    assert assigned("0f", "source-1", "a", overlay) == "c"
    assert assigned("0f", "source-2", "a", overlay) == own
    assert assigned("0e", "source-2", "a", overlay) == "c"


def test_a_source_without_a_name_is_its_articles_own_and_can_be_merged():
    own = entity_id(own_key("0f", "source-1"))
    assert assigned("0f", "source-1", None, Overlay()) == own
    assert assigned("0f", "source-1", None, Overlay(merges={own: "b"})) == "b"


@given(IDS, MAPS, MAPS)
def test_all_that_leads_to_an_entity_leads_to_the_same(entity, merges, automatic):
    end = resolve(entity, merges, automatic)
    assert resolve(end, merges, automatic) == end
    following = merges.get(entity) or automatic.get(entity, entity)
    assert resolve(following, merges, automatic) == end


@given(st.lists(st.tuples(IDS, IDS)))
def test_merges_that_are_checked_never_go_round(pairs):
    merges = {}
    for entity, into in pairs:
        try:
            merges = checked(merges, entity, into)
        except BadReview:
            continue
        for start in merges:
            end = resolve(start, merges)
            assert merges.get(end, end) == end
