"""The sources of an article with what it says of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Reading, Source
from reportedly.report.groups import Entry


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source, how many statements are its own, and the names of the sources that an ambiguous name may also mean."""

    source: Source
    statements: int
    candidates: tuple[str, ...]


def speakers(reading: Reading, entries: Iterable[Entry]) -> tuple[Speaker, ...]:
    """Return the sources of an article in order, those who only are spoken of included, with no statement."""
    own: dict[str, int] = {}
    for entry in entries:
        for source in entry.statement.sources:
            own[source] = own.get(source, 0) + 1
    names = {source.id: source.name for source in reading.sources}
    return tuple(
        Speaker(source, own.get(source.id, 0), tuple(names.get(one, one) for one in source.candidates))
        for source in reading.sources
    )


def described(source: Source) -> str:
    """Return what the article says of a source: kind, role, affiliation, country; what it does not say is left out.

    >>> from reportedly.model import SourceKind
    >>> described(Source("s1", "Ivo Senn", (), SourceKind.PERSON, "harbour master", "Port Authority", "MR"))
    'person · harbour master · Port Authority · MR'
    """
    parts = [source.kind.value, source.role]
    # a role often names its body already: "spokesman of the Port Authority"
    if source.affiliation and source.affiliation.casefold() not in (source.role or "").casefold():
        parts.append(source.affiliation)
    return " · ".join(part for part in (*parts, source.country) if part)
