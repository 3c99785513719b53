import pytest

from reportedly.errors import BadReview
from reportedly.ledger.reviews.locating import spans_of
from reportedly.model import Span

TEXT = "“The boats\nwill sail,” she said. The boats – old ones – will not, he said … then left."


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("will sail", ["will sail"]),
        ('"The boats will sail,"', ["“The boats\nwill sail,”"]),
        ("boats - old", ["boats – old"]),
        ("he said … then left", ["he said … then left"]),
        ("will sail … then left", ["will sail", "then left"]),
        ("then left ... will sail", ["will sail", "then left"]),
        ("1:4, 5:10", ["The", "boats"]),
        ("  ", []),
    ],
)
def test_words_and_offsets(said, found):
    assert [span.of(TEXT) for span in spans_of(TEXT, said)] == found


def test_of_several_places_the_one_that_touches_the_old_words_is_meant():
    assert spans_of(TEXT, "The boats", [Span(36, 43)]) == (Span(33, 42),)
    with pytest.raises(BadReview, match="stands there 2 times: give more words, or one of 1:10, 33:42"):
        spans_of(TEXT, "The boats", [Span(22, 30)])


def test_words_far_away_are_not_meant():
    with pytest.raises(BadReview, match="does not stand near"):
        spans_of(TEXT + " " * 5000 + "far", "far", [Span(0, 5)])


@pytest.mark.parametrize("said", ["0:99999999999999999999", "3:3", "10:11", "(a+)+$" * 50, "[", "\\"])
def test_anything_may_be_typed(said):
    with pytest.raises(BadReview):
        spans_of(TEXT, said)
