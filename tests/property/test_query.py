"""Any text is a query or a BadQuery, and a query's own text is the same query."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadQuery
from reportedly.ledger.query import Field, parse
from reportedly.ledger.query.tree import During, Exactly, Query, Score, Unknown, Words, all_of, any_of, none_of
from reportedly.ledger.query.values import CHOICES
from reportedly.ledger.words import words

NAMES = (Field.AGAINST, Field.ROLE, Field.LABEL, Field.PUBLISHER)
TEXTS = (Field.TEXT, Field.CONTENT, Field.CUE)
TIMES = (Field.SAID, Field.PUBLISHED)
DAYS = st.dates(min_value=parse("said:1000").root.start, max_value=parse("said:9998").root.start)
PIECES = st.sampled_from(
    [
        "source:",
        "said:",
        "url:",
        "place:",
        "score:",
        "(",
        ")",
        '"',
        "“",
        "”",
        "-",
        "*",
        " ",
        "OR",
        "NOT",
        "AND",
        "..",
        ">",
    ]
)


@st.composite
def during(draw):
    start, end = sorted([draw(DAYS), draw(DAYS)])
    opened = draw(st.sampled_from([(start, end + timedelta(days=1)), (start, None), (None, start)]))
    return During(draw(st.sampled_from((*TIMES, Field.ADDED))), *opened)


WORDS = st.text(min_size=1, max_size=8).map(words).filter(bool).map(tuple)
LEAVES = st.one_of(
    st.builds(Words, st.sampled_from((*TEXTS, *NAMES)), WORDS, st.booleans()),
    st.sampled_from([Exactly(field, value) for field, values in CHOICES.items() for value in values]),
    st.sampled_from([Exactly(Field.COUNTRY, "US"), Exactly(Field.PLACE, "GB"), Exactly(Field.URL, "https://a.b/(C)")]),
    st.builds(Unknown, st.sampled_from(TIMES)),
    st.builds(Score, st.sampled_from(["<", "<=", ">", ">="]), st.floats(0, 1).map(lambda score: round(score, 4))),
    during(),
)
NODES = st.recursive(
    LEAVES,
    lambda nodes: st.one_of(
        st.lists(nodes, min_size=2, max_size=4).map(all_of),
        st.lists(nodes, min_size=2, max_size=4).map(any_of),
        nodes.map(none_of),
    ),
    max_leaves=12,
)


@given(NODES)
def test_the_text_of_a_query_is_the_same_query(root):
    assert parse(str(Query(root))) == Query(root)


@given(st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join))
def test_any_text_is_a_query_or_a_bad_one(text):
    try:
        query = parse(text)
    except BadQuery as fault:
        assert len(str(fault).splitlines()) == 1
    else:
        assert parse(str(query)) == query
