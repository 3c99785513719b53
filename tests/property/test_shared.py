from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.ledger.shared import fingerprints, own_text, passages, share
from reportedly.ledger.shared.passages import LEAST
from reportedly.ledger.words import words
from reportedly.model import Span, Story, Zone, ZoneKind

KINDS = (ZoneKind.BODY, ZoneKind.BODY, ZoneKind.CAPTION, ZoneKind.BOILERPLATE)
SENTENCES = [
    "The ferry to Orvane sank on Monday, the Coast Guard of Marenta said, and nobody on board could swim to the pier.",
    "“We close the strait now or we close it for good,” Ana Lume told the parliament in Velm, “and no one asks why.”",
    "Nets nets nets nets nets nets nets nets nets nets nets nets nets nets nets nets nets nets nets nets nets nets.",
    "Ida Roe, who owns three trawlers, said she had heard of it in the émigrés’ café and not from any ministry at all.",
]
BLOCKS = st.sampled_from([*SENTENCES, *(sentence.replace("e", "a", 2) for sentence in SENTENCES)]) | st.text(
    max_size=30
)


@st.composite
def articles(draw):
    zones, text = [], ""
    for block in draw(st.lists(BLOCKS, max_size=8)):
        zones.append(Zone(draw(st.sampled_from(KINDS)), Span(len(text), len(text) + len(block) + 1)))
        text += block + draw(st.sampled_from("\n "))
    middle = draw(st.integers(0, len(zones)))
    return own_text(
        text, [Story(f"s{at}", None, tuple(part)) for at, part in enumerate((zones[:middle], zones[middle:]))]
    )


def words_of(own, excerpt):
    return [word for span in excerpt.spans for word in words(span.of(own.text))]


@settings(deadline=None)
@given(articles(), articles())
def test_passages_slice_to_the_same_words_and_overlap_nowhere(one, other):
    found = passages(one, other)
    for passage in found:
        mine, theirs = words_of(one, passage.one), words_of(other, passage.other)
        assert (len(mine), len(theirs)) == (passage.one.words, passage.other.words)
        assert LEAST <= passage.same <= min(len(mine), len(theirs))
        assert passage.is_exact == (mine == theirs)
        assert 0 <= passage.one.quoted <= len(mine)
    for side in ([p.one for p in found], [p.other for p in found]):
        spans = sorted(span for excerpt in side for span in excerpt.spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(0 <= part <= 1 for part in share(found, len(one), len(other)))
    assert [passage.same for passage in found] == sorted((passage.same for passage in found), reverse=True)


@settings(deadline=None)
@given(articles(), articles())
def test_passages_are_the_same_seen_from_the_other_article(one, other):
    assert passages(other, one) == tuple(passage.mirrored() for passage in passages(one, other))


@settings(deadline=None)
@given(st.lists(BLOCKS, max_size=8).map("\n".join))
def test_a_text_shares_all_of_itself(text):
    own = own_text(text, [Story("s0", None, (Zone(ZoneKind.BODY, Span(0, len(text))),))])
    found = passages(own, own)
    if len(own) < LEAST:
        assert found == ()
    else:
        (passage,) = found
        assert passage.same == len(own)
        assert passage.one == passage.other
        assert words_of(own, passage.one) == list(own.words)


@settings(deadline=None)
@given(articles(), articles())
def test_articles_with_a_long_exact_passage_share_a_fingerprint(one, other):
    exact = max((passage.same for passage in passages(one, other) if passage.is_exact), default=0)
    if exact >= 21:
        assert set(fingerprints(one)) & set(fingerprints(other))
