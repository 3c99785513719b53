"""The time line: the whens of an article in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Precision, Reading, Span, When
from reportedly.report.groups import Entry
from reportedly.report.times import in_time


@dataclass(frozen=True, slots=True)
class Moment:
    """One interval of time, the ids and the spans of what means it, and the numbers of the statements made then.

    `published` tells that the article was published then; `spans` may be empty for that one.
    """

    when: When
    ids: tuple[str, ...]
    spans: tuple[Span, ...]
    said: tuple[int, ...] = ()
    published: bool = False


def timeline(reading: Reading, entries: Iterable[Entry]) -> tuple[Moment, ...]:
    """Return the moments of an article in order of time; mentions of one interval, equally fine, are one moment."""
    found: dict[tuple[str, str, Precision], list[When]] = {}
    for when in reading.whens:
        if not _is_publication(reading, when):
            found.setdefault((when.start, when.end, when.precision), []).append(when)
    said: dict[str, list[int]] = {}
    for entry in entries:
        said.setdefault(entry.statement.said or "", []).append(entry.number)
    moments = [
        Moment(
            whens[0],
            tuple(when.id for when in whens),
            tuple(when.span for when in whens if when.span),
            tuple(sorted(number for when in whens for number in said.get(when.id, ()))),
        )
        for whens in found.values()
    ]
    if reading.article.published:
        moments.append(_publication(reading, reading.article.published, said))
    return tuple(sorted(moments, key=lambda moment: (in_time(moment.when), not moment.published)))


def _publication(reading: Reading, when: When, said: dict[str, list[int]]) -> Moment:
    # a reading may list the publication among its whens, under an id of its own
    ids = tuple(dict.fromkeys([when.id, *(other.id for other in reading.whens if _is_publication(reading, other))]))
    numbers = sorted(number for one in ids for number in said.get(one, ()))
    return Moment(when, ids, (when.span,) if when.span else (), tuple(numbers), published=True)


def _is_publication(reading: Reading, when: When) -> bool:
    published = reading.article.published
    return published is not None and (when.start, when.end, when.span) == (
        published.start,
        published.end,
        published.span,
    )
