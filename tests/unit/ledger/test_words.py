import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.words import words, words_with_spans

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("aé́ﬁß½ŉ'’-_ \ud800ﾟ")), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry’s ferries", ["the", "ministry", "s", "ferries"]),
        ("anti-trawler 3,500 4.5% a_b", ["anti", "trawler", "3", "500", "4", "5", "a", "b"]),
        ("Zoë ZOE\u0308 ZOE", ["zoe"] * 3),
        ("ﬁsh ＦＩＳＨ fi\u00adsh", ["fish"] * 3),
        ("Straße STRASSE", ["strasse"] * 2),
        ("2½ m²", ["2½", "m2"]),
        ("\ud800 — … 🛥", []),
    ],
)
def test_words_are_alike_whatever_they_are_dressed_in(text, expected):
    assert words(text) == expected


def test_spans_hold_the_word_with_its_marks():
    text = "a ZOE\u0308\u00adX!"
    ((_, *_), (word, start, end)) = words_with_spans(text)
    assert (word, text[start:end]) == ("zoex", "ZOE\u0308\u00adX")


@given(TEXTS)
def test_words_can_be_joined_and_split_again(text):
    found = words(text)
    assert all(word.isalnum() for word in found)
    assert words(" ".join(found)) == found


@given(TEXTS)
def test_composed_and_decomposed_text_have_the_same_words(text):
    assert words(unicodedata.normalize("NFD", text)) == words(unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_each_span_slices_to_its_word_and_they_follow_each_other(text):
    before = 0
    for word, start, end in words_with_spans(text):
        assert before <= start < end <= len(text)
        assert words(text[start:end]) == [word]
        before = end


def test_one_long_line_of_anything_is_no_trouble():
    start = time.process_time()
    for text in ("e\u0301" * 300_000, "\u0301" * 600_000, "ﬁ" * 300_000, "a-" * 300_000):
        words(text)
    assert time.process_time() - start < 8
