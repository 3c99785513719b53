from __future__ import annotations

import pytest

from reportedly.model import (
    Article,
    Page,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    Voice,
    Zone,
    ZoneKind,
)
from reportedly.reading.voice import read_voice

TEXT = "One two three four. Five six seven eight. Nine ten."
SOURCES = (
    Source("a", "Lume", (), SourceKind.PERSON),
    Source("b", "Braun", (), SourceKind.PERSON),
    Source("u", "witnesses", (), SourceKind.UNNAMED),
)


def page_of(*zones: tuple[ZoneKind, str]) -> Page:
    text, placed = "", []
    for kind, words in zones:
        placed.append(Zone(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Page(Article(text), (Story("s1", None, tuple(placed)),))


def said(words: str, *who: str, parent: str | None = None, name: str | None = None, story: str = "s1") -> Statement:
    """Return a statement of these words of TEXT by the sources, with the words as its id or the name."""
    start = TEXT.index(words)
    content = (Span(start, start + len(words)),)
    return Statement(
        name or words, story, StatementKind.INDIRECT, Stance.SAYS, source=(), cue=(), content=content, score=1.0,
        why="test", sources=who, parent=parent,
    )  # fmt: skip


def voice_of(*statements: Statement, page: Page | None = None) -> Voice:
    [voice] = read_voice(page or page_of((ZoneKind.BODY, TEXT)), statements, SOURCES)
    return voice


def test_all_is_the_narrators_where_nobody_speaks() -> None:
    assert voice_of() == Voice("s1", 1.0, 0.0, {})


@pytest.mark.parametrize(
    ("statements", "narrator", "unnamed", "sources"),
    [
        ([said("One two three", "a")], 0.7, 0.0, {"a": 0.3}),
        ([said("One two three", "a"), said("Five", "a"), said("Nine", "b")], 0.5, 0.0, {"a": 0.4, "b": 0.1}),
        # together: in equal parts
        ([said("One two three four", "a", "b")], 0.6, 0.0, {"a": 0.2, "b": 0.2}),
        ([said("One two three four", "a", "u")], 0.6, 0.2, {"a": 0.2}),
        # unnamed, and nobody named
        ([said("One two", "u")], 0.8, 0.2, {}),
        ([said("One two")], 0.8, 0.2, {}),
        ([said("One two", "unknown")], 0.8, 0.2, {}),
        # one within the other: the innermost
        ([said("two three", "b"), said("One two three four", "a")], 0.6, 0.0, {"a": 0.2, "b": 0.2}),
        ([said("One two three four", "a"), said("two three", "b")], 0.6, 0.0, {"a": 0.2, "b": 0.2}),
        # the same content through an agency
        ([said("One two", "b", parent="outer", name="inner"), said("One two", "a", name="outer")], 0.8, 0.0,
         {"b": 0.2}),
        ([said("One two", "u", parent="outer", name="inner"), said("One two", "a", name="outer")], 0.8, 0.2, {}),
        # handed on, though the inner content is longer
        ([said("One two three", "b", parent="outer", name="inner"), said("two", "a", name="outer")], 0.7, 0.0,
         {"b": 0.3}),
        # of another story
        ([said("One two", "a", story="s2")], 1.0, 0.0, {}),
        # a circle of parents ends
        ([said("One", "a", parent="two", name="one"), said("two", "b", parent="one", name="two")], 0.8, 0.0,
         {"a": 0.1, "b": 0.1}),
    ],
)  # fmt: skip
def test_shares(statements: list[Statement], narrator: float, unnamed: float, sources: dict[str, float]) -> None:
    voice = voice_of(*statements)
    assert (voice.narrator, voice.unnamed, voice.sources) == (narrator, unnamed, sources)


def test_thirds_still_sum_to_one() -> None:
    [voice] = read_voice(
        page_of((ZoneKind.BODY, "One two three")),
        [said("One", "a"), said("two", "b"), said("three", "u")],
        SOURCES,
    )
    assert sorted([voice.narrator, voice.unnamed, *voice.sources.values()]) == [0.0, 0.3333, 0.3333, 0.3334]


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        (ZoneKind.HEADLINE, True), (ZoneKind.STANDFIRST, True), (ZoneKind.SUBHEADING, True), (ZoneKind.CAPTION, False),
        (ZoneKind.BYLINE, False), (ZoneKind.DATELINE, False), (ZoneKind.CREDIT, False), (ZoneKind.SECTION, False),
        (ZoneKind.BOILERPLATE, False),
    ],
)  # fmt: skip
def test_what_counts_as_the_story(kind: ZoneKind, *, counts: bool) -> None:
    page = page_of((ZoneKind.BODY, TEXT), (kind, " Ten more words here, one and two and three more."))
    share = voice_of(said("One two three four", "a"), page=page).sources["a"]
    assert share == (0.2 if counts else 0.4)


def test_a_story_without_words_has_no_voices() -> None:
    assert voice_of(page=page_of((ZoneKind.BODY, " … \n"))) == Voice("s1", 0.0, 0.0, {})
    assert read_voice(Page(Article(""), ()), (), ()) == ()


def test_hyphens_and_apostrophes_are_within_words() -> None:
    page = page_of((ZoneKind.BODY, "One two-and-a-half Lume’s 3 –"))
    assert voice_of(said("One", "a"), page=page).sources == {"a": 0.25}
