import json

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Article, Span, statement_id

SPANS = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda ends: Span(min(ends), max(ends)))
ROLES = st.tuples(*(st.lists(SPANS, max_size=3).map(tuple) for _ in range(3)))


@given(SPANS, st.text(min_size=200, max_size=220))
def test_a_span_within_a_text_slices_its_own_length(span: Span, text: str):
    assert len(span.of(text)) == len(span)


@given(SPANS, SPANS)
def test_overlap_is_mutual_and_means_a_shared_character(left: Span, right: Span):
    shared = set(range(left.start, left.end)) & set(range(right.start, right.end))
    assert left.overlaps(right) == right.overlaps(left)
    assert bool(shared) == (left.overlaps(right) and len(left) > 0 and len(right) > 0)


@given(SPANS, SPANS)
def test_two_spans_that_cover_each_other_are_one(left: Span, right: Span):
    assert (left.covers(right) and right.covers(left)) == (left == right)


@given(st.text(), st.text(), ROLES, ROLES)
def test_ids_are_the_same_for_the_same_and_differ_otherwise(one: str, other: str, roles, others):
    assert (Article(one).id == Article(other).id) == (one == other)
    assert (statement_id(Article(one), roles) == statement_id(Article(one), others)) == (roles == others)


@given(st.text(alphabet=st.characters()), st.none() | st.text())
def test_any_article_becomes_json_and_comes_back(text: str, title: str | None):
    written = Article(text, title=title).to_dict()
    assert json.loads(json.dumps(written)) == written
