"""Names that the model overlooked: known places, names spelled out before an acronym, names told once more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.countries import named_country
from reportedly.reading.given_names import given_names
from reportedly.reading.governments import government_of, ministry_of
from reportedly.reading.names.name import Name, NameKind

# shorter names are not looked for elsewhere
_SHORTEST = 3
_RUN = re.compile(r"[^\W\d_a-zß-ÿ][\w’'.-]*(?:[ \u00a0](?:[^\W\d_a-zß-ÿ][\w’'.-]*|of|d[’']Orsay|10))*")
_BEFORE_RUN = re.compile(
    r"\A(?:The|In|On|At|But|And|When|While|If|For|From|To|Both|As|After|Before|Since|Although|So|Yet)\s+"
)
_END = re.compile(r"(?:[’']s?)?[.,;:]*\Z")
_ACRONYM = re.compile(r"\s\(\s*(?:the\s+)?[“\"']?(?P<letters>[A-Z][A-Za-z&]*[A-Z])[”\"']?\s*\)")
_WORD = re.compile(r"[^\W\d_]+")
# words of a long name are looked for within so many characters before its acronym
_REACH = 120
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "de", "la", "al", "du", "s"})


def with_overlooked(text: str, paragraphs: Sequence[Span], names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names of a text with those that were overlooked, in order, none within another."""
    found = _Apart(names)
    for paragraph in paragraphs:
        for name in _spelled_out(text, paragraph):
            found.put(name)
    for paragraph in paragraphs:
        found.add(_given_named(text, paragraph))
    for paragraph in paragraphs:
        found.add(_told_elsewhere(text, paragraph, found.all()))
    for paragraph in paragraphs:
        known = list(_known_places(text, paragraph))
        found.add(iter(known))
        for name in known:
            if " of " in name.span.of(text):  # "United States of America" is one name
                found.put(name)
    return tuple(found.all())


class _Apart:
    """Names that do not overlap."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = sorted(names, key=lambda name: name.span)

    def all(self) -> list[Name]:
        return self._names

    def put(self, name: Name) -> None:
        """Add a name instead of those that it overlaps."""
        kept = [other for other in self._names if not other.span.overlaps(name.span)]
        self._names = sorted([*kept, name], key=lambda other: other.span)

    def add(self, names: Iterator[Name]) -> None:
        """Add the names that overlap none."""
        taken = bytearray(max((name.span.end for name in self._names), default=0))
        for name in self._names:
            taken[name.span.start : name.span.end] = b"\1" * len(name.span)
        new = [name for name in names if not any(taken[name.span.start : name.span.end])]
        self._names = sorted([*self._names, *new], key=lambda name: name.span)


def _known_places(text: str, paragraph: Span) -> Iterator[Name]:
    """Yield the countries, capitals and seats of government that stand by themselves, with no other capital beside."""
    for run in _RUN.finditer(text, paragraph.start, paragraph.end):
        said = run.group()
        opening = _BEFORE_RUN.match(said)
        start = opening.end() if opening else 0
        ending = _END.search(said)
        words = said[start : ending.start() if ending else len(said)]
        span = Span(run.start() + start, run.start() + start + len(words))
        if len(words) > 1 and (government_of(words) or named_country(words) or ministry_of(words)):
            yield Name(span, NameKind.PLACE)


def _given_named(text: str, paragraph: Span) -> Iterator[Name]:
    """Yield the persons who stand alone with a given name and a surname: "Sydney Quill"."""
    for run in _RUN.finditer(text, paragraph.start, paragraph.end):
        opening = _BEFORE_RUN.match(run.group())
        start = opening.end() if opening else 0
        ending = _END.search(run.group())
        words = run.group()[start : ending.start() if ending else None]
        given, _, surname = words.partition(" ")
        if surname.isalpha() and given.lower() in given_names() and not named_country(words):
            yield Name(Span(run.start() + start, run.start() + start + len(words)), NameKind.PERSON)


def _spelled_out(text: str, paragraph: Span) -> Iterator[Name]:
    """Yield the bodies whose name is spelled out before its acronym: "Union of Island Skippers (UIS)"."""
    for match in _ACRONYM.finditer(text, paragraph.start, paragraph.end):
        letters = [letter for letter in match["letters"] if letter.isupper()]
        words = list(_WORD.finditer(text, max(paragraph.start, match.start() - _REACH), match.start()))
        start = _start_of(words, letters)
        if start is not None:
            yield Name(Span(start, match.start()), NameKind.ORGANIZATION)
            yield Name(Span(*match.span("letters")), NameKind.ORGANIZATION)


def _start_of(words: Sequence[re.Match[str]], letters: Sequence[str]) -> int | None:
    """Return where the words begin whose initials are the letters, small words left out, or None."""
    wanted = list(letters)
    for word in reversed(words):
        if not wanted:
            return None
        initial = word.group()[0]
        if initial == wanted[-1]:
            wanted.pop()
            if not wanted:
                return word.start()
        elif word.group().lower() not in _SMALL:
            return None
    return None


def _told_elsewhere(text: str, paragraph: Span, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the places where a name of the text stands once more, or the last word of a person's name."""
    kinds = {name.span.of(text): name.kind for name in names}
    for words, kind in list(kinds.items()):
        if kind is NameKind.PERSON and " " in words:
            kinds.setdefault(words.rpartition(" ")[2], kind)
    common = load("speakers")["lists"]["common"]
    sought = [words for words in kinds if len(words) >= _SHORTEST and words[0].isupper() and words not in common]
    if not sought:
        return
    longest_first = sorted(sought, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    for match in pattern.finditer(text, paragraph.start, paragraph.end):
        yield Name(Span(*match.span()), kinds[match.group()])
