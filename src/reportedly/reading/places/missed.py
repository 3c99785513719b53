"""Names of places that nobody tagged, where the words around leave little doubt, and tagged ones that are people."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.countries import people_of
from reportedly.reading.names import Name, NameKind
from reportedly.reading.places.candidates import candidates_of, plain
from reportedly.reading.places.gazetteer import Strength

_WORD = r"[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_NAME = rf"(?P<name>(?:St\.\s|Mt\.\s|Ft\.\s)?{_WORD}(?:[ ]{_WORD}){{0,2}})"
# what may not stand right after a whole name
_ON = re.compile(r"[-–][A-Za-z]|[ ][A-Z]|['’]?\w")
_PREPOSITION = re.compile(
    r"\b(?:in|near|at|from|to|outside|around|across|throughout|into|of|toward|towards|through|over|for)\s+(?:\w+ern\s+)?\Z"
)


@cache
def _placing() -> re.Pattern[str]:
    return re.compile(load("places")["missed"]["pattern"].replace("{name}", _NAME))


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(load("places")["missed"]["dateline"])


@cache
def _never() -> frozenset[str]:
    return frozenset(load("places")["missed"]["never"])


def with_missed(text: str, names: Sequence[Name], zones: Sequence[Span]) -> list[Name]:
    """Return the names of some zones in order, with places that were missed and without those that are people.

    A capitalised word after "in", "near" or "the town of" that the index has, or one tagged as a place elsewhere in the
    same zones, is a place. A place's name by itself that is somebody's surname in the same zones is that person.
    """
    surnames = _surnames(text, names)
    kept = [name for name in names if not _surname(text, name, surnames)]
    missed: list[Span] = []
    for zone in zones:
        taken = sorted(name.span for name in names if zone.covers(name.span))
        found = {*_placed(text, zone), *_datelines(text, zone), *_repeated(text, zone, kept)}
        missed += [span for span in found if not _meets(span, taken)]
    added = [Name(span, NameKind.PLACE) for span in _longest(missed)]
    return sorted([*kept, *added], key=lambda name: name.span)


def _meets(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether a span overlaps one of some spans that are in order and apart."""
    at = bisect_right(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


def _placed(text: str, zone: Span) -> Iterable[Span]:
    """Return the names after a word that only places follow."""
    for match in _placing().finditer(text, zone.start, zone.end):
        start = match.start("name")
        words = match["name"].split(" ")
        for count in range(len(words), 0, -1):
            span = Span(start, start + len(" ".join(words[:count])))
            if not _ON.match(text, span.end) and _known(span.of(text)):
                yield span
                break


def _datelines(text: str, zone: Span) -> Iterable[Span]:
    """Return the names of towns that open a paragraph in capitals."""
    for match in _dateline().finditer(zone.of(text)):
        if _known(match["name"]):
            yield Span(zone.start + match.start("name"), zone.start + match.end("name"))


def _known(name: str) -> bool:
    if name.lower() in _never() or people_of(name):
        return False
    return any(item.strength is not Strength.SOUND for item in candidates_of(plain(name)))


def _repeated(text: str, zone: Span, names: Sequence[Name]) -> Iterable[Span]:
    """Return further mentions of names that are tagged as places only."""
    places = {name.span.of(text) for name in names if name.kind is NameKind.PLACE}
    others = {name.span.of(text) for name in names if name.kind is not NameKind.PLACE}
    again = [name for name in places - others if name[:1].isupper() and len(name) > 3 and candidates_of(plain(name))]
    if not again:
        return
    pattern = "|".join(re.escape(name) for name in sorted(again, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?<![A-Z][a-z] )(?:{pattern})(?!\w)", text[zone.start : zone.end]):
        span = Span(zone.start + match.start(), zone.start + match.end())
        if not _ON.match(text, span.end) and not re.search(
            r"[A-Z][\w.]*\s\Z", text[max(0, span.start - 20) : span.start]
        ):
            yield span


def _longest(spans: Iterable[Span]) -> list[Span]:
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not chosen or span.start >= chosen[-1].end:
            chosen.append(span)
    return chosen


def _surnames(text: str, names: Iterable[Name]) -> frozenset[str]:
    persons = (name.span.of(text).split() for name in names if name.kind is NameKind.PERSON)
    return frozenset(words[-1] for words in persons if len(words) > 1)


def _surname(text: str, name: Name, surnames: frozenset[str]) -> bool:
    """Tell whether a name tagged as a place is a person's, whose full name stands elsewhere; after "in" it is not."""
    if name.kind is not NameKind.PLACE or name.span.of(text) not in surnames:
        return False
    return not _PREPOSITION.search(text[max(0, name.span.start - 30) : name.span.start])
