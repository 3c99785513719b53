"""Who speaks and who is spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Reading
from reportedly.report.findings.speakers import Speaker, described, speakers
from reportedly.report.groups import Entry
from reportedly.report.phrases import counted
from reportedly.report.sections.section import Section, joined


def sources(reading: Reading, entries: Sequence[Entry]) -> Iterator[Section]:
    """Yield the section of sources, with what the article says of each, those who say most first."""
    ordered = sorted(speakers(reading, entries), key=lambda speaker: -speaker.statements)
    yield Section("Sources", tuple((speaker.source.name, _facts(speaker)) for speaker in ordered))


def _facts(speaker: Speaker) -> str:
    doubt = f"may also be {' or '.join(speaker.candidates)}" if speaker.candidates else ""
    statements = counted(speaker.statements, "statement") if speaker.statements else "says nothing here"
    mentions = counted(len(speaker.source.mentions), "mention") if speaker.source.mentions else ""
    return joined(described(speaker.source), statements, mentions, doubt)
