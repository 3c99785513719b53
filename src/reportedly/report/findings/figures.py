"""The figures of an article, with the statements that give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.model import Check, Figure, Reading
from reportedly.report.groups import Entry

ADDS_UP: Mapping[bool, str] = {True: "adds up", False: "does not add up"}


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with its number, counted from 1 in reading order, and the numbers of the statements that give it."""

    number: int
    figure: Figure
    said: tuple[int, ...]


def counts(reading: Reading, entries: Iterable[Entry]) -> tuple[Count, ...]:
    """Return the figures of an article in reading order."""
    said: dict[str, list[int]] = {}
    for entry in entries:
        for figure in entry.statement.figures:
            said.setdefault(figure, []).append(entry.number)
    ordered = sorted(reading.figures, key=lambda figure: figure.span)
    return tuple(Count(number, figure, tuple(said.get(figure.id, ()))) for number, figure in enumerate(ordered, 1))


def figures_of(check: Check, found: Iterable[Count]) -> tuple[Count, ...]:
    """Return the figures that a check holds together, in reading order."""
    return tuple(count for count in found if count.figure.id in check.figures)
