from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from reportedly.model import (
    Article,
    Page,
    Source,
    SourceKind,
    Span,
    Statement,
    Story,
    Wording,
    Zone,
    ZoneKind,
    statement_id,
)
from reportedly.reading.draft import first_draft
from reportedly.reading.kinds import kind_of
from reportedly.reading.names import Name
from reportedly.reading.stances import reporter_at, stance_at
from reportedly.reading.wording import read_wording

Found = list[tuple[str, str, str | None]]
ReadWords = Callable[..., Found]

KINDS = {"OFT": SourceKind.ORGANIZATION, "Lusk": SourceKind.GOVERNMENT, "Ulf Braun": SourceKind.PERSON}


def all_of(text: str, words: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in re.finditer(rf"\b{re.escape(words)}\b", text))


def wordings_of(
    text: str,
    said: Sequence[tuple[str, str, str]] = (),
    mentions: Sequence[str] = (),
    *,
    names: Sequence[Name] = (),
    zone: ZoneKind = ZoneKind.BODY,
) -> tuple[Wording, ...]:
    """Return the wording of a text in one zone, with statements (source, cue, content) in words.

    Every mention is a source of its own, which has the words as its id: a name of KINDS or else a group.
    """
    article = Article(text)
    story = Story("s1", None, (Zone(zone, Span(0, len(text))),) if text else ())
    quotations = first_draft(text, story).quotations
    statements = []
    for words in said:
        roles = tuple(all_of(text, part)[:1] if part[-1:].isalnum() else spans(text, part) for part in words)
        source, cue, content = roles
        statements.append(
            Statement(
                id=statement_id(article, roles),
                story="s1",
                kind=kind_of(text, content, quotations),
                stance=stance_at(text, cue),
                reporter=reporter_at(text, cue),
                source=source,
                cue=cue,
                content=content,
                score=0.9,
                why="test",
                sources=(words[0],) if words[0] else (),
            )
        )
    sources = [
        Source(name, name, all_of(text, name), KINDS.get(name, SourceKind.GROUP))
        for name in dict.fromkeys((*mentions, *(words[0] for words in said if words[0])))
    ]
    return read_wording(Page(article, (story,)), statements, sources, (), names)


def spans(text: str, part: str) -> tuple[Span, ...]:
    return (Span(text.index(part), text.index(part) + len(part)),) if part else ()


@pytest.fixture
def words_found() -> ReadWords:
    """Return a reader of texts that gives what it finds as (kind, term, about)."""

    def read(*args: Any, **kwargs: Any) -> Found:
        return [(item.kind.value, item.term, item.about) for item in wordings_of(*args, **kwargs)]

    return read
