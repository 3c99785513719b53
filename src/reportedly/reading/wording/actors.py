"""Whom a word is about: the source or place that stands beside it in its noun phrase."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from reportedly.lexicon import load
from reportedly.model import Place, Source, SourceKind, Span
from reportedly.reading.accused import is_agent
from reportedly.reading.names import Name, NameKind
from reportedly.reading.wording.own import Passage
from reportedly.reading.wording.phrases import determiners, pasts, stops

_IS = frozenset({"is", "are", "was", "were", "remain", "remains", "remained", "become", "becomes", "became"})
_JOINS = frozenset({"of", "from", "called", "named"})
# between somebody and the verb that is about him
_AUXILIARIES = frozenset(
    {"has", "have", "had", "is", "are", "was", "were", "been", "also", "who", "which", "will", "would"}
)
# words of a noun phrase between a label and the name on its other side
_REACH = 4
# mentions that may hold a word, looked through backwards from it
_STEPS_BACK = 12
# letters by which a country's name and its people's begin alike at least: Lusk and Luskan
_ALIKE = 4
_PAST = re.compile(r"\w{2,}ed")
_Mention = tuple[Span, str]


@lru_cache(maxsize=4096)
def is_actor(noun: str) -> bool:
    """Tell whether a noun in lower case names persons, a body or a state (data/en/accused.toml, labels.toml)."""
    data = load("labels")["actors"]
    return noun not in data["others"] and noun not in pasts() and (noun in data["nouns"] or is_agent(noun))


@cache
def _states() -> frozenset[str]:
    return frozenset(load("labels")["actors"]["states"])


def ends_phrase(passage: Passage, number: int) -> bool:
    """Tell whether a noun phrase ends before a word for sure: at a mark, a function word, a past tense or a name."""
    word = passage.at(number)
    return word in stops() or word in pasts() or bool(_PAST.fullmatch(word)) or passage.is_capital(number)


class Actors:
    """The sources and places of an article by where they are mentioned, and its names.

    A source comes before a place that is mentioned in the same words, a short mention before a long one.
    """

    def __init__(self, sources: Sequence[Source], places: Sequence[Place], names: Sequence[Name]) -> None:
        mentions = [(place.span, place.id) for place in places]
        spans = [(span, source.id) for source in sources for span in source.mentions]
        mentions += sorted(spans, key=lambda mention: (-len(mention[0]), mention[0]))
        self._starting = {span.start: (span, actor) for span, actor in mentions}
        self._ending = {span.end: (span, actor) for span, actor in mentions}
        self._in_order = sorted(mentions, key=lambda mention: mention[0])
        self._starts = [span.start for span, _ in self._in_order]
        self._kinds = {source.id: source.kind for source in sources}
        bodies = [name.span for name in names if name.kind in (NameKind.ORGANIZATION, NameKind.PERSON)]
        self._bodies_starting, self._bodies_ending = {span.start for span in bodies}, {span.end for span in bodies}
        self._nations = tuple(dict.fromkeys(_nations(sources, places)))
        self._names = sorted(names, key=lambda name: name.span)
        self._name_starts = [name.span.start for name in self._names]

    def in_name(self, span: Span) -> bool:
        """Tell whether a span is part of a longer name of a body, person or place."""
        at = bisect_right(self._name_starts, span.start)
        near = self._names[max(0, at - 2) : at]
        return any(name.span.covers(span) and name.span != span and name.kind is not NameKind.PEOPLE for name in near)

    def begins(self, passage: Passage, number: int) -> bool:
        """Tell whether a source's name begins at a word and no other noun stands behind it ("Lume | reforms")."""
        mention = self._starting.get(passage.start_of(number))
        if mention is None or mention[1] not in self._kinds:
            return False
        end = number
        while end < len(passage.words) and passage.start_of(end) < mention[0].end:
            end += 1
        return ends_phrase(passage, end) or is_actor(passage.at(end))

    def of_label(self, passage: Passage, first: int, end: int, *, state: bool) -> tuple[str | None, bool]:
        """Return whom a label is about whose noun phrase, from the label to its head, are the words [first, end).

        The second value tells whether a name in the phrase says so.

        In order of preference: a name within the phrase ("Takfiri OFT militants"), before it ("OFT militants"), behind
        it ("the militant group OFT", "militants from the so-called OFT"), a source mentioned by the whole phrase, and
        the one who is called so ("Lume, a militant", "Lume is a militant").
        """
        state = state or passage.at(end - 1) in _states()
        start = self._phrase_start(passage, first)
        mentions = (
            *(self._starting.get(passage.start_of(number)) for number in range(first + 1, end)),
            *(self._ending_at(passage, number) for number in range(first - 1, start - 1, -1)),
            self._behind(passage, end),
        )
        for mention in mentions:
            if mention is not None and self._fits(mention, state=state):
                return mention[1], True
        named = self._beside_name(passage, first, end)
        nation = self._nation(passage, range(start, end)) if state else None
        return nation or self._by_whole(passage, first, end) or self._called(passage, start), named

    def _beside_name(self, passage: Passage, first: int, end: int) -> bool:
        """Tell whether a name of a body or person that is no source stands in the label's phrase or at its borders."""
        number = end + 1 if passage.at(end) in _JOINS else end
        number += passage.at(number) == "the"
        starting = (passage.start_of(at) for at in (*range(first + 1, end), number) if at < len(passage.words))
        return any(start in self._bodies_starting for start in starting) or (
            first > 0 and passage.span(first - 1, first).end in self._bodies_ending
        )

    def of_adjective(self, passage: Passage, first: int, end: int) -> tuple[str | None, bool]:
        """Return whom the noun phrase that an adjective begins is about, and whether a name in it says so."""
        while end < len(passage.words) and is_actor(passage.at(end)):
            end += 1
        return self.of_label(passage, first, end, state=True)

    def owner(self, passage: Passage, number: int) -> str | None:
        """Return whom the possessive at a word means."""
        mention = self._ending_at(passage, number) or self._holding(passage.span(number, number + 1))
        return mention[1] if mention else self._nation(passage, range(number, number + 1))

    def before(self, passage: Passage, first: int) -> str | None:
        """Return who stands as the subject right before a word, auxiliaries apart."""
        number = first - 1
        while number >= 0 and (passage.at(number) in _AUXILIARIES or passage.at(number).endswith("ly")):
            number -= 1
        mention = self._ending_at(passage, number)
        return mention[1] if mention else None

    def _phrase_start(self, passage: Passage, first: int) -> int:
        """Return the index of the first word of a label's noun phrase, as far back as it is sure to go."""
        start = first
        while start > max(0, first - _REACH) and (
            self._ending_at(passage, start - 1) or _is_modifier(passage.at(start - 1))
        ):
            start -= 1
        return start

    def _ending_at(self, passage: Passage, number: int) -> _Mention | None:
        if not 0 <= number < len(passage.words):
            return None
        return self._ending.get(passage.span(number, number + 1).end)

    def _behind(self, passage: Passage, end: int) -> _Mention | None:
        joined = passage.at(end) in _JOINS
        number = end + 1 if joined else end
        if number < len(passage.words) and passage.at(number) == "the" and joined:
            direct = self._starting.get(passage.start_of(number))
            if direct is not None:
                return direct
            number += 1
        if passage.at(number) == "so-called":
            number += 1
        if number >= len(passage.words) or (not joined and passage.at(number) in stops()):
            return None
        return self._starting.get(passage.start_of(number))

    def _fits(self, mention: _Mention, *, state: bool) -> bool:
        """Tell whether a name beside a label is its actor's: a state's only says where rebels are from."""
        kind = self._kinds.get(mention[1])
        return state or (kind is not None and kind is not SourceKind.GOVERNMENT)

    def _by_whole(self, passage: Passage, first: int, end: int) -> str | None:
        """Return the source that the label's phrase itself mentions: nothing in it stands behind an "of" or a comma."""
        mention = self._holding(passage.span(first, end))
        if mention is None or mention[1] not in self._kinds:
            return None
        before = passage.text[max(0, mention[0].start - passage.start) : passage.words[first].start]
        return None if "," in before or " of " in before else mention[1]

    def _holding(self, span: Span) -> _Mention | None:
        at = bisect_right(self._starts, span.start)
        near = self._in_order[max(0, at - _STEPS_BACK) : at]
        return min(
            (mention for mention in near if mention[0].covers(span)), key=lambda found: len(found[0]), default=None
        )

    def _called(self, passage: Passage, start: int) -> str | None:
        number = start - 1
        if passage.at(number) in determiners():
            number -= 1
        mark = passage.at(number)
        if mark in _IS or (mark == "," and number < start - 1):
            mention = self._ending_at(passage, number - 1)
            return mention[1] if mention else None
        return None

    def _nation(self, passage: Passage, numbers: range) -> str | None:
        """Return the state that one of the words is an adjective of."""
        for number in reversed(numbers):
            word = passage.at(number)
            if passage.is_capital(number) and not self.in_name(passage.span(number, number + 1)):
                for name, actor in self._nations:
                    alike = _alike(word, name)
                    if alike >= max(_ALIKE, len(name) - 2):
                        return actor
        return None


def _is_modifier(word: str) -> bool:
    """Tell whether a word before a label may belong to its phrase: no verb ("Lume met | rebels")."""
    return word not in stops() and word not in pasts() and not word.endswith(("ed", "ing", "s"))


def _nations(sources: Sequence[Source], places: Sequence[Place]) -> Iterator[tuple[str, str]]:
    """Yield the names in lower case by which a state's adjective is known, each with the id: governments first."""
    for source in sources:
        if source.kind is SourceKind.GOVERNMENT:
            yield from ((word.lower(), source.id) for word in source.name.split() if word[0].isupper())
    yield from {place.name.lower(): place.id for place in reversed(places)}.items()


def _alike(word: str, name: str) -> int:
    """Return with how many letters two words begin alike."""
    count = 0
    for letter, other in zip(word, name, strict=False):
        if letter != other:
            break
        count += 1
    return count
