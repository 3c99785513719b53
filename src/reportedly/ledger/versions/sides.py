"""One version of an article as it is compared with another: its statements, who speaks in them, and its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.ledger.versions.substance import substance, tokens_of
from reportedly.ledger.words import words, words_with_spans
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

    `negations` are those of the cue. `before` are the words in front of the statement, in which "he" or "the minister"
    finds a name; `is_named` tells that the source needs none.
    """

    number: int
    statement: Statement
    says: tuple[str, ...]
    negations: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    source: str
    stretch: str
    before: str
    is_named: bool

    def has_source_of(self, other: Voiced) -> bool:
        """Tell whether both are said by the same: by one name, or each of those who speak has a counterpart."""
        return (self.is_named and self.source == other.source) or all(
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
        # the first of them may be the end of a word
        return f"{voiced.before} {voiced.stretch} ".lstrip() in self.text


def side_of(reading: Reading, spelling: Mapping[str, str]) -> Side:
    """Return a version as it is compared; `spelling` has the right word for each that is misspelt."""
    page = _Page(reading.article.text, {source.id: source for source in reading.sources}, spelling)
    statements = tuple(page.voiced(number, statement) for number, statement in enumerate(reading.statements))
    return Side(reading, statements, f" {page.words(0, len(page.text))} ")


def joined(text: str, spans: Sequence[Span]) -> str:
    """Return what the spans cover, with a space between pieces."""
    return " ".join(span.of(text) for span in spans)


@dataclass(frozen=True, slots=True)
class _Page:
    """What the statements of a version are put into words with."""

    text: str
    sources: Mapping[str, Source]
    spelling: Mapping[str, str]

    def words(self, start: int, end: int) -> str:
        """Return the words of [start, end) of the text, with a space between."""
        return " ".join(tokens_of(self.text[start:end], self.spelling))

    def voiced(self, number: int, statement: Statement) -> Voiced:
        """Return a statement with all by which it is compared."""
        spans = (*statement.source, *statement.cue, *statement.content)
        start = min((span.start for span in spans), default=0)
        end = max((span.end for span in spans), default=0)
        source = joined(self.text, statement.source)
        return Voiced(
            number,
            statement,
            substance(joined(self.text, statement.content), self.spelling),
            tuple(word for word in substance(joined(self.text, statement.cue), self.spelling) if word in _negations()),
            self._speakers(statement),
            " ".join(words(source)),
            self.words(start, end),
            self.words(max(0, start - _BEFORE), start),
            _is_named(source),
        )

    def _speakers(self, statement: Statement) -> tuple[Speaker, ...]:
        """Return who speaks, by name where it is known and else by the words of the source."""
        known = [self.sources[name] for name in statement.sources if name in self.sources]
        if known:
            return tuple(Speaker(_name(source.name), source.kind is SourceKind.PERSON) for source in known)
        name = _name(joined(self.text, statement.source))
        return (Speaker(name),) if name else ()


def _name(text: str) -> frozenset[str]:
    return frozenset(words(text)) - _articles()


def _is_named(source: str) -> bool:
    """Decide whether the words of a source hold a name: a capital that is not that of "He" or "The"."""
    bare = _articles() | _pronouns()
    return any(source[start].isupper() and word not in bare for word, start, _ in words_with_spans(source))


@cache
def _articles() -> frozenset[str]:
    return frozenset(load("function_words")["articles"])


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(word for forms in load("speakers")["pronouns"].values() for word in forms)


@cache
def _negations() -> frozenset[str]:
    return frozenset(load("verbs")["negation"]["words"])
