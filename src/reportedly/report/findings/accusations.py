"""Who is accused, by whom, and whether the accused answers anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Reading
from reportedly.report.groups import Entry


@dataclass(frozen=True, slots=True)
class Accusation:
    """A statement that accuses, the name of one whom it is against, and the statement in which that one answers."""

    entry: Entry
    accused: str
    answer: Entry | None


def accusations(reading: Reading, entries: Iterable[Entry]) -> tuple[Accusation, ...]:
    """Return the accusations of an article in reading order, those never answered first."""
    by_id = {entry.statement.id: entry for entry in entries}
    names = {source.id: source.name for source in reading.sources}
    found = [
        Accusation(by_id[one.statement], names.get(one.accused, one.accused), by_id.get(one.answered or ""))
        for one in reading.unheard
        if one.statement in by_id
    ]
    return tuple(sorted(found, key=lambda one: (one.answer is not None, one.entry.number)))
