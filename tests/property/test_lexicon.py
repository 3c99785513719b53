import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.lexicon import cues, find_cues, stance_of
from reportedly.lexicon.cues import inflection, negation
from reportedly.lexicon.words import match_end, words_of
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


SPELLINGS = sorted({spelling for cue in cues() for spelling in cue.spellings(inflection())})


def test_no_pattern_fits_without_taking_a_word_so_that_the_search_always_goes_on():
    for pattern in [*SPELLINGS, *negation().turns, *negation().leaves]:
        assert pattern[0] not in {"...", "*", "#"}
        assert "|" not in pattern[0]
        words = words_of(f"{pattern[0]} " * 30)
        end = match_end(pattern, words, 0)
        assert end is None or end > 0


GAPPED = [" ".join(spelling).replace("...", "x x x x x") for spelling in SPELLINGS if "..." in spelling]


@pytest.mark.parametrize(
    "piece",
    ["said ", "did not deny ", "n't ", "not ", "...", "a-", "’", "quickly ", "took ", "call "],
)
def test_a_long_text_of_cue_words_is_searched_in_seconds(piece):
    text = (piece * (100_000 // len(piece)))[:100_000]
    began = time.process_time()
    find_cues(text)
    assert time.process_time() - began < 6


def test_a_long_text_of_every_gapped_phrase_is_searched_in_seconds():
    phrases = " ".join(GAPPED)
    began = time.process_time()
    found = find_cues(" ".join([phrases] * (1 + 100_000 // len(phrases)))[:100_000])
    assert found
    assert time.process_time() - began < 6
