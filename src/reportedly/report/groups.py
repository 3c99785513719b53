"""Numbers the statements of a reading in reading order and groups them by who speaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.model import Reading, Source, SourceKind, Statement, When
from reportedly.report.phrases import listed, quoted


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its number, counted from 1 in reading order over the whole article.

    `within` is the number of the statement that hands it on, `denied` of the one that it denies without saying it
    again, or None. `against` are the names of who is accused, warned or threatened, `chain` of the authorities that the
    content comes through, outermost first. `names` are those of who speaks and `meant` is how the words "he" or "the
    ministry" are to be read, "" where they say it themselves. `said` is when it was said.
    """

    number: int
    statement: Statement
    within: int | None = None
    denied: int | None = None
    against: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    meant: str = ""
    said: When | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one source, in reading order; `name` is None for those whose source is not named."""

    name: str | None
    entries: tuple[Entry, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the source, or of those who speak together."""
        return self.entries[0].statement.sources


def numbered(reading: Reading) -> tuple[Entry, ...]:
    """Return the statements of a reading in the order in which they begin, each with its number."""
    statements = sorted(reading.statements, key=_position)
    numbers = {statement.id: number for number, statement in enumerate(statements, start=1)}
    sources = {source.id: source for source in reading.sources}
    whens = {when.id: when for when in reading.whens}
    if reading.article.published:
        whens.setdefault(reading.article.published.id, reading.article.published)
    return tuple(
        Entry(
            number,
            statement,
            within=numbers.get(statement.parent or ""),
            denied=numbers.get(statement.denies or ""),
            against=tuple(sources[source].name for source in statement.against),
            # several who speak together are no chain
            chain=tuple(sources[source].name for source in statement.chain)
            if set(statement.chain) != set(statement.sources)
            else (),
            names=_names(statement, sources),
            meant=_meant(reading.article.text, statement, sources),
            said=whens.get(statement.said or ""),
        )
        for number, statement in enumerate(statements, start=1)
    )


def group_by_source(text: str, entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Return the entries grouped by who speaks, groups in the order of their first entry."""
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        # whoever has no name is nobody to a reader
        found.setdefault(entry.statement.sources if _name(text, entry) else (), []).append(entry)
    return tuple(Group(_name(text, members[0]), tuple(members)) for members in found.values())


def speaking(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Return the ids of the sources that say anything, in the order of their first statement."""
    return tuple(dict.fromkeys(source for entry in entries for source in entry.statement.sources))


def _name(text: str, entry: Entry) -> str | None:
    return listed(entry.names) or quoted(text, entry.statement.source) or None


def _names(statement: Statement, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Return the names of who speaks; none where all are unnamed, whom the words of the text tell best."""
    speaking = [sources[source] for source in statement.sources]
    if all(source.kind is SourceKind.UNNAMED for source in speaking):
        return ()
    return tuple(source.name for source in speaking)


def _meant(text: str, statement: Statement, sources: Mapping[str, Source]) -> str:
    """Return the names of who speaks where the words of the text do not hold them."""
    names = [sources[source].name for source in statement.sources]
    words = quoted(text, statement.source).casefold()
    return "" if all(name.casefold() in words for name in names) else listed(names)


def _position(statement: Statement) -> tuple[int, int, str]:
    spans = (*statement.source, *statement.cue, *statement.content)
    return (min((span.start for span in spans), default=0), -max((span.end for span in spans), default=0), statement.id)
