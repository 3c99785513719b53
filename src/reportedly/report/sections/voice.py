"""In whose voice each story is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Reading
from reportedly.report.findings.voices import voices
from reportedly.report.groups import Entry
from reportedly.report.phrases import percent
from reportedly.report.sections.section import Section

# columns of a bar for the whole of a story
_BAR = 24
_EIGHTHS = " ▏▎▍▌▋▊▉"


def voice(reading: Reading, _entries: Sequence[Entry]) -> Iterator[Section]:
    """Yield the section of voices of each story."""
    found = voices(reading)
    for number, story in enumerate(found, start=1):
        rows = tuple((part.name, f"{percent(part.share):>4} {bar(part.share)}") for part in story.parts)
        yield Section(f"Voice, story {number}" if len(found) > 1 else "Voice", rows)


def bar(share: float) -> str:
    """Return a bar of block characters as long as the share of 1 that it stands for; at least its thinnest.

    >>> bar(0.25), bar(0.001)
    ('██████', '▏')
    """
    eighths = max(1, round(share * _BAR * 8))
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()
