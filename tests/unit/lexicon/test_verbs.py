"""Every entry of the cue lexicon against its own example and counter-example."""

from collections import defaultdict

import pytest

from reportedly.lexicon import Cue, cues, find_cues, reporter_of, stance_of
from reportedly.lexicon.cues import inflection
from reportedly.model import Stance

EVERY_CUE = [pytest.param(cue, id=cue.id) for cue in cues()]


def found_as_itself(cue: Cue, sentence: str) -> list[str]:
    return [
        sentence[found.start : found.end]
        for found in find_cues(sentence)
        if found.cue.id == cue.id and found.stance is cue.stance
    ]


@pytest.mark.parametrize("cue", EVERY_CUE)
def test_example_holds_the_cue_with_its_stance(cue: Cue):
    words = found_as_itself(cue, cue.example)
    assert words
    assert stance_of(words[0]) is cue.stance
    assert reporter_of(words[0]) is cue.reporter


@pytest.mark.parametrize("cue", EVERY_CUE)
def test_counter_example_does_not(cue: Cue):
    assert not found_as_itself(cue, cue.counter)


@pytest.mark.parametrize("cue", EVERY_CUE)
def test_counter_example_holds_a_word_of_the_cue(cue: Cue):
    """A counter-example without the cue's words would prove nothing."""
    counter = cue.counter.lower()
    content_words = {word for spelling in cue.spellings(inflection()) for word in spelling if len(word) > 2}
    assert any(word in counter for word in content_words)


def test_no_spelling_belongs_to_two_entries():
    owners = defaultdict(set)
    for cue in cues():
        for spelling in cue.spellings(inflection()):
            owners[spelling].add(cue.id)
    assert {spelling: ids for spelling, ids in owners.items() if len(ids) > 1} == {}


def test_every_stance_has_cues():
    assert {cue.stance for cue in cues()} == set(Stance)


def test_the_lexicon_is_as_large_as_promised():
    assert len(cues()) >= 420
