"""Sources: who speaks and who is accused, one for all mentions in the same words, and the chains they stand in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.model import Source, Span, Statement

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_EDGES = " \t\n\r,;:.'\"“”‘’"

Mention = tuple[Span, ...]


def with_sources(
    text: str, statements: Sequence[Statement], accused: Mapping[str, Sequence[Span]]
) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    """Return the sources of an article, in order of first mention, and the statements with sources, against and chain.

    `accused` holds, by statement id, the spans that name who is accused, warned or threatened.
    """
    found = [mention for item in statements for mention in _mentions(item, accused.get(item.id, ()))]
    sources = _Sources(text, sorted(found))
    told = [
        replace(
            item,
            sources=sources.ids([item.source]),
            against=sources.ids([(span,) for span in accused.get(item.id, ())]),
        )
        for item in statements
    ]
    chains = _Chains(told)
    return sources.all(), tuple(replace(item, chain=chains.of(item)) for item in told)


def _mentions(statement: Statement, accused: Sequence[Span]) -> Iterator[Mention]:
    if statement.source:
        yield statement.source
    yield from ((span,) for span in accused)


class _Sources:
    """The sources of an article by the words that name them."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self._text = text
        self._mentions: dict[str, list[Mention]] = {}
        for mention in mentions:
            self._mentions.setdefault(self._key(mention), []).append(mention)
        self._ids = {key: f"source-{number}" for number, key in enumerate(self._mentions, start=1)}

    def _key(self, mention: Mention) -> str:
        return normal(words_of(self._text, mention))

    def ids(self, mentions: Iterable[Mention]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._ids[self._key(mention)] for mention in mentions if mention))

    def all(self) -> tuple[Source, ...]:
        return tuple(
            Source(
                self._ids[key],
                without_article(words_of(self._text, mentions[0])),
                tuple(sorted({span for mention in mentions for span in mention})),
            )
            for key, mentions in self._mentions.items()
        )


class _Chains:
    """The statements of an article, to follow each outwards to who hands it on and inwards to whom it rests on."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._by_id = {item.id: item for item in statements}
        # whom a statement's source cites for the same content
        self._cited = {
            item.parent: item
            for item in reversed(self._by_id.values())
            if item.parent in self._by_id and self._by_id[item.parent].content == item.content
        }

    def of(self, statement: Statement) -> tuple[str, ...]:
        """Return the ids of the authorities that a statement's content comes through, outermost first."""
        outer = list(_line(statement, lambda item: self._by_id.get(item.parent or "")))
        inner = list(_line(statement, lambda item: self._cited.get(item.id)))
        return tuple(dict.fromkeys(source for item in (*reversed(outer), *inner) for source in item.sources))


def _line(statement: Statement, follow: Callable[[Statement], Statement | None]) -> Iterator[Statement]:
    """Yield a statement, the one that it leads to, and so on; each once, however they lead."""
    seen: set[str] = set()
    at: Statement | None = statement
    while at is not None and at.id not in seen:
        seen.add(at.id)
        yield at
        at = follow(at)


def words_of(text: str, mention: Iterable[Span]) -> str:
    """Return the words of a mention on one line, its pieces joined by one space."""
    return " ".join(" ".join(span.of(text).split()) for span in mention)


def without_article(name: str) -> str:
    """Return a name without a leading article.

    >>> without_article("The harbour office"), without_article("Theresa Lume")
    ('harbour office', 'Theresa Lume')
    """
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


def normal(name: str) -> str:
    r"""Return a source's name without case, spacing and leading article.

    >>> normal("The  Ministry of Fisheries") == normal("the ministry of\nfisheries")
    True
    """
    return without_article(" ".join(name.casefold().split()).strip(_EDGES))
