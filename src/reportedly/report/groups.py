"""Numbers the statements of a reading in reading order and groups them by who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Reading, Statement
from reportedly.report.phrases import quoted

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)")
_EDGES = " \t\n\r,;:.'\"“”‘’"


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its number, counted from 1 in reading order over the whole article.

    `within` is the number of the statement that hands it on, or None.
    """

    number: int
    statement: Statement
    within: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one source, in reading order; `name` is None for those whose source is not named."""

    key: str
    name: str | None
    entries: tuple[Entry, ...]


def numbered(reading: Reading) -> tuple[Entry, ...]:
    """Return the statements of a reading in the order in which they begin, each with its number."""
    statements = sorted(reading.statements, key=_position)
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    return tuple(
        Entry(number, statement, numbers.get(statement.parent) if statement.parent else None)
        for number, statement in enumerate(statements, start=1)
    )


def group_by_source(text: str, entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Return the entries grouped by the words that name their source, groups in the order of their first entry.

    Words that differ only in case, spacing or a leading article name the same source; nothing else is taken to.
    """
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(source_key(text, entry.statement), []).append(entry)
    return tuple(Group(key, _name(text, members[0].statement), tuple(members)) for key, members in found.items())


def source_key(text: str, statement: Statement) -> str:
    """Return what two statements share when they name their source alike, "" where no source is named."""
    return normal(quoted(text, statement.source))


def normal(name: str) -> str:
    r"""Return a source's name without case, spacing and leading article.

    >>> normal("The  Ministry of Fisheries") == normal("the ministry of\nfisheries")
    True
    """
    spaced = " ".join(name.casefold().split()).strip(_EDGES)
    return _ARTICLE.sub("", spaced, count=1) if _ARTICLE.match(spaced) else spaced


def _name(text: str, statement: Statement) -> str | None:
    return quoted(text, statement.source) or None


def _position(statement: Statement) -> tuple[int, int, str]:
    spans = (*statement.source, *statement.cue, *statement.content)
    return (min((span.start for span in spans), default=0), -max((span.end for span in spans), default=0), statement.id)
