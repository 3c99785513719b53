from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from reportedly.model import (
    Article,
    Page,
    Precision,
    Reporter,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    When,
    WhenBasis,
    Zone,
    ZoneKind,
)

MakePage = Callable[..., Page]
MakeStatement = Callable[..., Statement]


@pytest.fixture
def make_page() -> MakePage:
    """Return a maker of pages: paragraphs as words or (kind, words), published on a day or never."""

    def make(*paragraphs: str | tuple[ZoneKind, str], published: str | None = None) -> Page:
        zones, text = [], ""
        for paragraph in paragraphs:
            kind, words = paragraph if isinstance(paragraph, tuple) else (ZoneKind.BODY, paragraph)
            words += "\n\n"
            zones.append(Zone(kind, Span(len(text), len(text) + len(words))))
            text += words
        return Page(Article(text, published=day_when(published)), (Story("s1", None, tuple(zones)),))

    return make


def day_when(published: str | None) -> When | None:
    if published is None:
        return None
    after = date.fromisoformat(published) + timedelta(days=1)
    return When("published", published, after.isoformat(), Precision.DAY, WhenBasis.METADATA)


@pytest.fixture
def make_statement() -> MakeStatement:
    """Return a maker of statements of a text: id, then source, cue and content in its words, the first of each."""

    def make(text: str, name: str, source: str, cue: str, content: str) -> Statement:
        return Statement(
            id=name,
            story="s1",
            kind=StatementKind.INDIRECT,
            stance=Stance.SAYS,
            reporter=Reporter.NEUTRAL,
            source=spans(text, source),
            cue=spans(text, cue),
            content=spans(text, content),
            score=0.9,
            why="test",
            sources=(source.rsplit(maxsplit=1)[-1].lower(),) if source else (),
        )

    return make


def spans(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words) if words else 0
    return (Span(start, start + len(words)),) if words else ()
