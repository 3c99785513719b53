import pytest

from reportedly.evaluation import compare, score
from tests.unit.evaluation.conftest import LUME, SENN, TORE


@pytest.fixture
def figures(annotate, attribute):
    """Three annotated: one found wholly, one with half its content, one missed; and one found that nobody annotated."""
    found = [SENN, ("Senn", "said", "nets"), ("Lume", "denied", "it")]
    return score([compare(annotate(SENN, LUME, TORE), [attribute(*roles) for roles in found])])


def test_characters_are_counted_by_letters(figures):
    assert figures["char_content"] == {"P": round(13 / 15, 4), "R": 0.5, "F": round(2 * 13 / (15 + 26), 4)}


def test_spans_are_counted_whole(figures):
    assert figures["span_content"] == {"P": 0.3333, "R": 0.3333, "F": 0.3333}
    # both of Senn's attributions have the same spans of source here: they count once, as in the corpus scorer
    assert figures["span_source"] == {"P": 1.0, "R": 1.0, "F": 1.0}


def test_attributions_are_counted_by_how_much_of_them_is_right(figures):
    third = {"P": 0.3333, "R": 0.3333, "F": 0.3333}
    assert figures["attr_half"] == {"P": 0.6667, "R": 0.6667, "F": 0.6667}
    assert figures["attr_soft"] == figures["attr_strict"] == third


def test_verbs_of_saying_are_told_from_others(figures):
    assert figures["speech"] == {"R": 0.5}
    assert figures["other"] == {"R": 0.0}


def test_nothing_is_no_division_by_zero(annotate):
    empty = score([compare(annotate(), [])])
    assert {value for values in empty.values() for value in values.values()} == {0.0}
    assert score([]) == empty
