from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

from reportedly.model import Article, Source, Span, Stance, Statement, StatementKind, statement_id
from reportedly.reading.names import Name, NameKind
from reportedly.reading.sources import Named, with_sources


@dataclass(frozen=True)
class Told:
    """What with_sources makes of a text: sources and statements, to be looked up by words."""

    text: str
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]

    def speakers(self, cue: str) -> list[Source]:
        """Return who speaks in the statement of a cue."""
        statement = next(item for item in self.statements if item.cue[0].of(self.text) == cue)
        return [next(source for source in self.sources if source.id == id_) for id_ in statement.sources]

    def speaker(self, cue: str) -> Source:
        """Return the one who speaks in the statement of a cue."""
        [source] = self.speakers(cue)
        return source


Tell = Callable[..., Told]


@pytest.fixture
def tell() -> Tell:
    """Return what reads a marked text: "[He] {said} <it sank>." has a source, a cue and a content.

    `persons`, `bodies`, `places` and `peoples` are names, wherever they stand as whole words.
    """

    def told(marked: str, **names: tuple[str, ...]) -> Told:
        text, statements = _parsed(marked)
        kinds: Mapping[str, NameKind] = {
            "persons": NameKind.PERSON,
            "bodies": NameKind.ORGANIZATION,
            "places": NameKind.PLACE,
            "peoples": NameKind.PEOPLE,
        }
        found = [
            Name(Span(*match.span()), kinds[key])
            for key, given in names.items()
            for name in given
            for match in re.finditer(rf"\b{re.escape(name)}\b", text)
        ]
        longest = [one for one in found if not any(o.span != one.span and o.span.covers(one.span) for o in found)]
        paragraphs = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
        sources, finished = with_sources(Named(text, paragraphs, longest), statements, {})
        return Told(text, sources, finished)

    return told


def _parsed(marked: str) -> tuple[str, list[Statement]]:
    """Return the text without its marks, and its statements, each from its cue's nearest source and content."""
    text, spans = "", {"[": list[Span](), "{": list[Span](), "<": list[Span]()}
    begun: dict[str, list[int]] = {"[": [], "{": [], "<": []}
    for character in marked:
        if character in "[{<":
            begun[character].append(len(text))
        elif character in "]}>":
            opening = {"]": "[", "}": "{", ">": "<"}[character]
            spans[opening].append(Span(begun[opening].pop(), len(text)))
        else:
            text += character
    statements = []
    for source, cue, content in zip(*(sorted(spans[mark]) for mark in "[{<"), strict=True):
        roles = ((source,), (cue,), (content,))
        quoted = StatementKind.DIRECT if content.of(text).startswith("“") else StatementKind.INDIRECT
        statements.append(
            Statement(statement_id(Article(text), roles), "s1", quoted, Stance.SAYS, *roles, 0.9, "by-hand")
        )
    return text, statements
