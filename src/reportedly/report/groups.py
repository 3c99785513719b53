"""Numbers the statements of a reading in reading order and groups them by who speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Reading, Statement
from reportedly.report.phrases import quoted


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its number, counted from 1 in reading order over the whole article.

    `within` is the number of the statement that hands it on, `denied` of the one that it denies without saying it
    again, or None. `against` are the names of who is accused, warned or threatened, `chain` of the authorities that the
    content comes through, outermost first.
    """

    number: int
    statement: Statement
    within: int | None = None
    denied: int | None = None
    against: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one source, in reading order; `name` is None for those whose source is not named."""

    name: str | None
    entries: tuple[Entry, ...]


def numbered(reading: Reading) -> tuple[Entry, ...]:
    """Return the statements of a reading in the order in which they begin, each with its number."""
    statements = sorted(reading.statements, key=_position)
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    names = {source.id: source.name for source in reading.sources}
    return tuple(
        Entry(
            number,
            statement,
            within=numbers.get(statement.parent or ""),
            denied=numbers.get(statement.denies or ""),
            against=tuple(names[source] for source in statement.against),
            chain=tuple(names[source] for source in statement.chain),
        )
        for number, statement in enumerate(statements, start=1)
    )


def group_by_source(text: str, entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Return the entries grouped by who speaks, groups in the order of their first entry."""
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.statement.sources, []).append(entry)
    return tuple(Group(_name(text, members[0].statement), tuple(members)) for members in found.values())


def _name(text: str, statement: Statement) -> str | None:
    return quoted(text, statement.source) or None


def _position(statement: Statement) -> tuple[int, int, str]:
    spans = (*statement.source, *statement.cue, *statement.content)
    return (min((span.start for span in spans), default=0), -max((span.end for span in spans), default=0), statement.id)
