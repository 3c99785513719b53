import pytest

from reportedly.lexicon.words import match_end, words_of


def test_words_keep_their_characters():
    text = "“Don’t!” the co-owner’s aide said"
    assert [text[word.start : word.end] for word in words_of(text)] == [
        *("“", "Do", "n’t", "!", "”", "the", "co-owner’s", "aide", "said"),
    ]


@pytest.mark.parametrize(("spelled", "words"), [("can't", "can not"), ("won’t", "will not"), ("cannot", "not")])
def test_contractions_are_resolved(spelled: str, words: str):
    assert " ".join(word.text for word in words_of(spelled)) == words


@pytest.mark.parametrize(
    ("pattern", "text", "end"),
    [
        ("point out", "point out that", 2),
        ("point out", "point firmly out", 3),
        ("point out", "point us out", None),
        ("take ... to task", "take the old mayor to task", 6),
        ("take ... to task", "take it. Go to task", None),
        ("# lives", "12 lives", 2),
        ("its|her arrival", "her arrival", 2),
        ("* fee", "any fee", 2),
        ("fee", "", None),
    ],
)
def test_patterns(pattern: str, text: str, end: int | None):
    assert match_end(pattern.split(), words_of(text), 0) == end
