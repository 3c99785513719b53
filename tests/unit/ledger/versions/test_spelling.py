import random
import time

import pytest

from reportedly.ledger.versions.spelling import is_slip, slips


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("goverment", "government"),
        ("occured", "occurred"),
        ("recieve", "receive"),
        ("seperate", "separate"),
        ("teh", "the"),
        ("thier", "their"),
        ("wwith", "with"),
        ("trawlremen", "trawlermen"),
        ("trawlerrman", "trawlerman"),
    ],
)
def test_one_letter_wrong_missing_too_many_or_moved_is_a_slip(word, meant):
    assert is_slip(word, meant)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("fired", "fined"),
        ("martial", "marital"),
        ("government", "goverment"),
        ("skippers", "skipper"),
        ("inlegal", "legal"),
        ("gvrnment", "government"),
        ("harbors1", "harbors"),
        ("the", "the"),
        ("trawlermen", "trawlerman"),
        ("trawlerman", "trawlerman"),
        ("wiith", "wath"),
    ],
)
def test_another_word_or_another_form_is_none(word, meant):
    assert not is_slip(word, meant)


def test_a_slip_stands_in_one_text_only_whichever_it_is():
    assert slips("teh boats sail", "the boats sail") == {"teh": "the"}
    assert slips("the boats sail", "teh boats sail") == {"teh": "the"}
    assert slips("teh boats sail", "teh boats sail to the pier") == {}


def test_a_rare_word_is_right_where_it_stands_in_both():
    one = "the trawlremen met, and other trawlermen"
    assert slips(one, "the trawlermen met, and other trawlermen") == {"trawlremen": "trawlermen"}
    assert slips("the trawlremen met", "the trawlermen met") == {}


def test_what_is_written_with_a_capital_is_a_name():
    assert slips("Mr. Goverment sails", "Mr. Government sails") == {}
    assert slips("the goverment, or Goverment", "the government") == {}


def test_texts_that_share_no_word_are_compared_in_a_moment():
    chance = random.Random(1)
    one, other = (" ".join("".join(chance.choices("abeinorst", k=7)) for _ in range(20_000)) for _ in range(2))
    start = time.process_time()
    assert set(slips(one, other)) <= set(one.split()) | set(other.split())
    assert time.process_time() - start < 5
