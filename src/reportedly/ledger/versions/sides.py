"""One version of an article as it is compared with another: its statements, who speaks in them, and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.ledger.versions.substance import Substance, substance, tokens_of
from reportedly.ledger.words import words
from reportedly.lexicon import load
from reportedly.model import Reading, Source, SourceKind, Span, Statement

# characters before a statement in which the name that a pronoun stands for is looked for
_BEFORE = 300


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks: the words of the name, and whether a shorter form of it may mean the same one."""

    name: frozenset[str]
    is_person: bool = False

    def may_be(self, other: Speaker) -> bool:
        """Tell whether both may be the same: the same words, or one form of a person's name within the other.

        >>> Speaker(frozenset({"lume"}), True).may_be(Speaker(frozenset({"ana", "lume"}), True))
        True
        """
        if self.name == other.name:
            return True
        shorter, longer = sorted((self.name, other.name), key=len)
        return self.is_person and other.is_person and bool(shorter) and shorter <= longer


@dataclass(frozen=True, slots=True)
class Voiced:
    """A statement with what it says, who says it, and the words from its first span to its last.

    `before` are the words in front of these, in which a pronoun finds its name.
    """

    number: int
    statement: Statement
    says: Substance
    speakers: tuple[Speaker, ...]
    source: str
    stretch: str
    before: str

    def has_source_of(self, other: Voiced) -> bool:
        """Tell whether both are said by the same: each of those who speak has a counterpart."""
        return all(
            any(speaker.may_be(counterpart) for counterpart in theirs)
            for ours, theirs in ((self.speakers, other.speakers), (other.speakers, self.speakers))
            for speaker in ours
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One version: its statements in order, and the words of its text, with a space around each."""

    reading: Reading
    statements: tuple[Voiced, ...]
    text: str

    def holds(self, voiced: Voiced) -> bool:
        """Tell whether the words of a statement of the other version stand here, too."""
        return f" {voiced.stretch} " in self.text

    def holds_in_place(self, voiced: Voiced) -> bool:
        """Tell whether the words before a statement of the other version stand here, too, and its own behind them."""
        return f" {voiced.before} {voiced.stretch} ".replace("  ", " ") in self.text


def side_of(reading: Reading) -> Side:
    """Return a version as it is compared."""
    sources = {source.id: source for source in reading.sources}
    numbered = enumerate(reading.statements)
    text = reading.article.text
    return Side(
        reading,
        tuple(_voiced(number, statement, text, sources) for number, statement in numbered),
        f" {' '.join(tokens_of(text))} ",
    )


def joined(text: str, spans: Sequence[Span]) -> str:
    """Return what the spans cover, with a space between pieces."""
    return " ".join(span.of(text) for span in spans)


def _voiced(number: int, statement: Statement, text: str, sources: Mapping[str, Source]) -> Voiced:
    spans = (*statement.source, *statement.cue, *statement.content)
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=0)
    before = list(tokens_of(text[max(0, start - _BEFORE) : start]))
    return Voiced(
        number,
        statement,
        substance(joined(text, statement.content)),
        _speakers(text, statement, sources),
        " ".join(words(joined(text, statement.source))),
        " ".join(tokens_of(text[start:end])),
        # the first may be cut in the middle
        " ".join(before[1:] if start > _BEFORE else before),
    )


def _speakers(text: str, statement: Statement, sources: Mapping[str, Source]) -> tuple[Speaker, ...]:
    """Return who speaks, by name where it is known and else by the words of the source."""
    known = [sources[name] for name in statement.sources if name in sources]
    if known:
        return tuple(Speaker(_name(source.name), source.kind is SourceKind.PERSON) for source in known)
    name = _name(joined(text, statement.source))
    return (Speaker(name),) if name else ()


def _name(text: str) -> frozenset[str]:
    return frozenset(words(text)) - set(load("function_words")["articles"])
