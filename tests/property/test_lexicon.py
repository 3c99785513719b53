from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.lexicon import cues, find_cues, stance_of
from reportedly.lexicon.cues import negation
from reportedly.model import Stance

PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from([cue.example for cue in cues()]),
    st.sampled_from([" ".join(words) for words in sorted(negation().turns)]),
    st.sampled_from(["n't", "’", "...", "12", ",", "\r\n", "said"]),
)


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_found_cues_slice_and_follow_each_other(text: str):
    found = find_cues(text)
    assert all(0 <= cue.start < cue.end <= len(text) and text[cue.start : cue.end].strip() for cue in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text(max_size=80))
def test_every_text_has_a_stance_and_always_the_same(text: str):
    assert stance_of(text) in set(Stance)
    assert stance_of(text) is stance_of(text + "")


@given(st.sampled_from([cue for cue in cues() if not cue.keeps and cue.forms]))
def test_not_before_a_cue_takes_its_stance_away(cue):
    assert stance_of(f"did not {cue.forms[0].replace('...', 'them')}") is Stance.SAYS
