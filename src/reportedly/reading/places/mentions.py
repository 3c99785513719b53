"""Which names of a text are mentions of places, and what the words around each say of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.countries import named_country
from reportedly.reading.names import Name, NameKind
from reportedly.reading.places.candidates import (
    abbreviated,
    candidates_of,
    kind_before,
    lies_in,
    plain,
    same_name,
    word_after,
)
from reportedly.reading.places.gazetteer import PlaceKind, Strength

_GAP = 100  # characters between two names that may still say how they lie to each other
_NEXT = re.compile(r"[ \u00a0](?P<words>[A-Z][\w'’-]*(?:[ \u00a0][A-Z][\w'’-]*){0,2})")
_CONTAINER = re.compile(r"\s*,\s+(?P<name>(?:[A-Z][\w'’-]*\.?(?:[A-Z]\.)*)(?:[ ][A-Z][\w'’-]*\.?){0,2})")
_LISTED = re.compile(r"\s*(?:,\s+(?:and\s+|or\s+)?[A-Z]|(?:and|or)\s+[A-Z])")
_COMMA = re.compile(r"\s*,\s+")
_CONTAINERS = frozenset({PlaceKind.COUNTRY, PlaceKind.DIVISION, PlaceKind.DISTRICT, PlaceKind.CONTINENT})
_KM = {"mi": 1.609, "mile": 1.609, "miles": 1.609}
_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
# how far "near" and "on the outskirts of" may be, kilometres
_NEAR = 60.0


@dataclass(frozen=True, slots=True)
class Near:
    """That a place lies so many kilometres from another one, or less where the text says only that it is near."""

    name: str
    km: float
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a place: its name and what the text says of it.

    `word` and `kind` are the word for its kind after it and the kind that a word before or after it says; `within`
    is the name of what it is said to lie in ("Paris, Texas").
    """

    span: Span
    name: str
    word: str = ""
    kind: PlaceKind | None = None
    within: str | None = None
    near: Near | None = None


def place_mentions(text: str, names: Sequence[Name], *, strict: bool = True) -> list[Mention]:
    """Return the mentions of places among the names of a text, in order.

    A name of another kind is none, nor, unless not `strict`, one at the head of the name of a body ("the Orla Times").
    """
    spans = [span for name in _outside(names) for span in _split(text, name.span)]
    if strict:
        spans = [span for span in spans if not (_heads_name(text, span.end) or span.of(text).islower())]
    found: list[Mention] = []
    for number, span in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        before = spans[number - 1] if number else None
        mention = _mention(text, span, before, following)
        if mention.within or not strict or mention.name.lower() not in _none():
            found.append(_as_area(found[-1], mention) if found else mention)
    return found


def _as_area(before: Mention, mention: Mention) -> Mention:
    """Return a mention as that of a state where the one before is said to lie in it: "Albany, New York"."""
    if before.within != mention.name or mention.kind is not None or named_country(mention.name):
        return mention
    states = any(item.entry.kind is PlaceKind.DIVISION for item in candidates_of(mention.name))
    return replace(mention, kind=PlaceKind.DIVISION) if states else mention


def _outside(names: Sequence[Name]) -> Iterable[Name]:
    """Return the names of places that lie in no other name, in order."""
    others = sorted(name.span for name in names if name.kind in {NameKind.ORGANIZATION, NameKind.PERSON})
    places = sorted({name.span: name for name in names if name.kind is NameKind.PLACE}.items())
    end = 0
    for span, name in places:
        near = others[max(0, bisect_left(others, span) - 1) : bisect_left(others, Span(span.end, span.end))]
        if span.start >= end and not any(other.overlaps(span) for other in near):
            end = span.end
            yield name


def _split(text: str, span: Span) -> Iterable[Span]:
    """Return the mentions in one name: "Paris, Texas" is two."""
    name = span.of(text)
    if "," not in name or candidates_of(plain(name)):
        return (span,)
    cuts = [match.span() for match in _COMMA.finditer(name)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(name)]
    pairs = zip(starts, ends, strict=True)
    return tuple(Span(span.start + start, span.start + end) for start, end in pairs if end > start)


def _heads_name(text: str, end: int) -> bool:
    """Tell whether the name that ends there goes on to that of a body, a paper or a road: "the Orla Times"."""
    match = _NEXT.match(text, end, end + 60)
    if match is None:
        return False
    words = match["words"].replace("’", "'").split()
    if words[0].isupper() and len(words[0]) > 3:  # a headline in capitals
        return False
    return not _heads().isdisjoint(word.lower() for word in words)


@cache
def _heads() -> frozenset[str]:
    return frozenset(load("places")["of_names"]["words"])


@cache
def _none() -> frozenset[str]:
    return frozenset(load("places")["none"]["words"])


def _mention(text: str, span: Span, before: Span | None, following: Span | None) -> Mention:
    name = plain(span.of(text))
    word, after = word_after(text, span.end)
    return Mention(
        span=span,
        name=name,
        word=word,
        kind=after if after is not None else kind_before(text, span.start),
        within=_within(text, span, before, following),
        near=_near(text, span, following),
    )


def _within(text: str, span: Span, before: Span | None, following: Span | None) -> str | None:
    """Return the name of what a place is said to lie in: "Paris, Texas", "Orla in western Veyra", "Veyra's Orla"."""
    name = plain(span.of(text))
    written = _container_after(text, span.end)
    if written is not None and _may_lie_in(name, written[0]):
        listed = _LISTED.match(text, written[1], written[1] + 60) and candidates_of(name)[0].entry.kind in _CONTAINERS
        return None if listed else written[0]
    patterns = load("places")["within"]
    if following is not None and following.start - span.end < _GAP:
        area = plain(following.of(text))
        gap = text[span.end : following.start]
        if re.match(patterns["pattern"], gap, re.IGNORECASE) and _contains(area) and _may_lie_in(name, area):
            return area
    if before is not None and span.start - before.end < _GAP:
        area = plain(before.of(text))
        possessive = before.end - 2 if text[before.end - 2 : before.end] in {"'s", "’s"} else before.end
        if re.match(patterns["of"], text[possessive : span.start]) and _contains(area) and _may_lie_in(name, area):
            return area
    return None


def _may_lie_in(name: str, area: str) -> bool:
    """Tell whether a name may mean a place in an area: "Iran, Russia" is a list."""
    return any(lies_in(item.entry, area) for item in candidates_of(name))


def _container_after(text: str, end: int) -> tuple[str, int] | None:
    """Return the state, province or country named after a comma, ", Texas", ", Ky.", and where its name ends."""
    match = _CONTAINER.match(text, end, end + 60)
    if match is None:
        return None
    words = match["name"].split()
    for count in range(len(words), 0, -1):
        name = plain(" ".join(words[:count]))
        if abbreviated(name):
            return name, match.start("name") + len(" ".join(words[:count]))
        name = name.rstrip(".")
        if (count > 1 or len(name) > 2) and _contains(name):
            return name, match.start("name") + len(" ".join(words[:count]))
    return None


def _contains(name: str) -> bool:
    """Tell whether a name is that of something that places lie in."""
    if named_country(name):
        return True
    return any(item.entry.kind in _CONTAINERS and item.strength is not Strength.SOUND for item in candidates_of(name))


@cache
def _near_pattern() -> re.Pattern[str]:
    return re.compile(load("places")["near"]["pattern"], re.IGNORECASE)


def _near(text: str, span: Span, following: Span | None) -> Near | None:
    """Return what a place is said to be near, and how near: "10 kilometers northeast of the capital Orla"."""
    if following is None or following.start - span.end > _GAP:
        return None
    word, _ = word_after(text, span.end)
    start = text.index(word, span.end) + len(word) if word and word in text[span.end : span.end + 30] else span.end
    match = _near_pattern().match(text[start : following.start])
    if match is None:
        return None
    name = plain(following.of(text))
    if not match["number"]:
        return Near(name, _NEAR)
    written = match["number"].lower().replace(",", "").strip(".")
    number = _NUMBERS.get(written) or (float(written) if re.fullmatch(r"\d{1,6}(\.\d{1,4})?", written) else 0.0)
    return Near(name, number * _KM.get(match["unit"].lower(), 1.0), exact=True) if number else Near(name, _NEAR)


def same_place(mention: Mention) -> tuple[str, str, str]:
    """Return what mentions that mean one place share: the name, with the kind said if it is an area's, and its word."""
    if mention.kind not in {PlaceKind.DIVISION, PlaceKind.DISTRICT}:
        return same_name(mention.name), "", ""
    return same_name(mention.name), mention.kind.name, mention.word
