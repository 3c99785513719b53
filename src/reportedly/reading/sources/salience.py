"""Which entity a pronoun means: the one that stands out most just before it."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from reportedly.model import Span
from reportedly.reading.sources.entity import Entity
from reportedly.text import sentence_ends

# what a mention is worth that many sentences before; fitted by eye on the speakers of GUM's news and interviews
_PER_SENTENCE = 1.0
_SPEAKER = 0.9
_SUBJECT = 0.8
_WITHIN_CONTENT = -0.8
_OFTEN = 0.05
_FARTHEST = 12
_FIRST = re.compile(r"\s*")
_PAIR_FARTHEST = 2
_AND = re.compile(r"\s+and\s+")


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention as a pronoun may look back at it: where, of whom, as a speaker or subject, in somebody's words."""

    span: Span
    entity: Entity
    speaks: bool
    subject: bool
    told: bool


@dataclass(slots=True)
class Memory:
    """The mentions known so far, in order, and the sentences of the text by their starts."""

    sentences: Sequence[int]
    seen: list[Seen] = field(default_factory=list)

    def add(self, seen: Seen) -> None:
        """Remember a mention; mentions may come in any order."""
        insort(self.seen, seen, key=lambda seen: seen.span.start)

    def best(self, span: Span, fits: Callable[[Entity], bool], *, told: bool) -> Entity | None:
        """Return the fitting entity that stands out most before a span, or None.

        `told` says that the span stands in somebody's words itself.
        """
        here = self._sentence(span.start)
        scores: dict[Entity, float] = {}
        for seen in self._before(span):
            away = here - self._sentence(seen.span.start)
            if away > _FARTHEST:
                break
            if not fits(seen.entity):
                continue
            score = -_PER_SENTENCE * away + _SPEAKER * seen.speaks + _SUBJECT * seen.subject
            score += _WITHIN_CONTENT * (seen.told and not told)
            known = scores.get(seen.entity)
            scores[seen.entity] = score if known is None else max(known, score) + _OFTEN
        return max(scores, key=lambda entity: scores[entity], default=None)  # of equals the latest: it came first

    def latest(self, span: Span, fits: Callable[[Entity], bool]) -> Entity | None:
        """Return the fitting entity that was mentioned last before a span, or None."""
        return next((seen.entity for seen in self._before(span) if fits(seen.entity)), None)

    def ahead(self, span: Span, fits: Callable[[Entity], bool]) -> Entity | None:
        """Return the first fitting entity after a span in its sentence: "Although he conceded it, Mr. Lusk …"."""
        here = self._sentence(span.start)
        start = bisect_right(self.seen, span.end, key=lambda seen: seen.span.start)
        following = takewhile(lambda seen: self._sentence(seen.span.start) == here, self.seen[start:])
        return next((seen.entity for seen in following if fits(seen.entity)), None)

    def next_named(self, span: Span, noun: str) -> Entity | None:
        """Return the first body after a span in whose name a noun stands."""
        start = bisect_right(self.seen, span.end, key=lambda seen: seen.span.start)
        return next((seen.entity for seen in self.seen[start:] if noun in seen.entity.name_words), None)

    def pair(self, span: Span, text: str) -> tuple[Entity, ...]:
        """Return the two who were named last with just "and" between them, in this sentence or the two before."""
        later: Seen | None = None
        for seen in self._before(span):
            if self._sentence(span.start) - self._sentence(seen.span.start) > _PAIR_FARTHEST:
                break
            if (
                later is not None
                and _AND.fullmatch(text, seen.span.end, later.span.start)
                and seen.entity is not later.entity
            ):
                return (seen.entity, later.entity)
            later = seen
        return ()

    def is_later(self, entity: Entity, other: Entity, span: Span) -> bool:
        """Tell whether an entity was mentioned after another, before a span."""
        return next((seen.entity is entity for seen in self._before(span) if seen.entity in (entity, other)), False)

    def _before(self, span: Span) -> Iterator[Seen]:
        """Yield the mentions that end before a span, the latest first."""
        end = bisect_right(self.seen, span.start, key=lambda seen: seen.span.start)
        return (seen for seen in reversed(self.seen[:end]) if seen.span.end <= span.start)

    def _sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)


def sentence_starts(text: str, spans: Iterable[Span]) -> list[int]:
    """Return where the sentences of the given spans begin."""
    starts = set[int]()
    for span in spans:
        begins = (_FIRST.match(text, end, span.end) for end in (span.start, *sentence_ends(text, span)))
        starts |= {first.end() for first in begins if first and first.end() < span.end}
    return sorted(starts)
