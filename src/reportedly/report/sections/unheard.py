"""Who is accused, and whether the accused is heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Reading
from reportedly.report.findings.accusations import Accusation, accusations
from reportedly.report.groups import Entry
from reportedly.report.phrases import listed, quoted
from reportedly.report.sections.section import Section, joined

# words of an answer: about two lines of eighty columns; it stands in full among the statements
_WORDS = 20


def unheard(reading: Reading, entries: Sequence[Entry]) -> Iterator[Section]:
    """Yield the section of those accused, the unheard first."""
    found = accusations(reading, entries)
    yield Section("Accused, not heard", tuple((one.accused, _row(reading.article.text, one)) for one in found))


def _row(text: str, accusation: Accusation) -> str:
    entry, answer = accusation.entry, accusation.answer
    accuser = listed(entry.names) or quoted(text, entry.statement.source)
    by = f" by {accuser}" if accuser else ""
    heard = f"answers in {answer.number}: “{_short(quoted(text, answer.statement.content))}”" if answer else "not heard"
    return joined(f"accused in {entry.number}{by}", heard)


def _short(content: str) -> str:
    words = content.split()
    return content if len(words) <= _WORDS else f"{' '.join(words[:_WORDS])} …"
