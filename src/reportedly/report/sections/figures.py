"""How many, and whether it adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Check, Reading
from reportedly.report.amounts import amount
from reportedly.report.findings.figures import ADDS_UP, Count, counts
from reportedly.report.groups import Entry
from reportedly.report.phrases import quoted
from reportedly.report.sections.section import Section, joined, numbers, words_of


def how_many(reading: Reading, entries: Sequence[Entry]) -> Iterator[Section]:
    """Yield the section of figures in reading order, with the checks of them, what does not add up first."""
    text = reading.article.text
    rows = tuple(
        (amount(count.figure), joined(_words(text, count), _said(count.said))) for count in counts(reading, entries)
    )
    checks = sorted(reading.checks, key=lambda check: check.ok)
    yield Section("How many", rows, after=tuple(_line(check) for check in checks))


def _line(check: Check) -> str:
    return f"{ADDS_UP[check.ok].capitalize()}: {check.says}"


def _words(text: str, count: Count) -> str:
    """Return the words of a figure where they are others than those by which it is told."""
    figure = count.figure
    return "" if quoted(text, [figure.span]) in amount(figure) else words_of(text, [figure.span])


def _said(said: Sequence[int]) -> str:
    return f"said in {numbers(said)}" if said else ""
