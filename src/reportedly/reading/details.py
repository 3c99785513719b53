"""What is found in a text beside statements, attached to the statements whose contents hold it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from reportedly.model import Figure, Place, Span, Statement, When


class Located(Protocol):
    """Anything with an id that a span of the text shows."""

    @property
    def id(self) -> str:
        """Return its id."""
        ...

    @property
    def span(self) -> Span | None:
        """Return the span, or None where the text does not show it."""
        ...


def with_details(
    statements: Sequence[Statement],
    said: Mapping[str, str],
    whens: Sequence[When],
    places: Sequence[Place],
    figures: Sequence[Figure],
) -> tuple[Statement, ...]:
    """Return the statements with the ids of the whens, places and figures in their contents, and of when each was said.

    `said` holds the id of a When by statement id.
    """
    inside = [_Index(found) for found in (whens, places, figures)]
    return tuple(
        replace(
            item,
            said=said.get(item.id),
            whens=inside[0].within(item.content),
            places=inside[1].within(item.content),
            figures=inside[2].within(item.content),
        )
        for item in statements
    )


class _Index:
    """Things by where they stand."""

    def __init__(self, found: Sequence[Located]) -> None:
        placed = sorted((item.span, item.id) for item in found if item.span is not None)
        self._spans = [span for span, _ in placed]
        self._ids = [id_ for _, id_ in placed]

    def within(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return the ids of those that lie within one of the spans, in order of the text."""
        found: list[str] = []
        for span in spans:
            at = bisect_left(self._spans, Span(span.start, span.start))
            while at < len(self._spans) and self._spans[at].start < span.end:
                if self._spans[at].end <= span.end:
                    found.append(self._ids[at])
                at += 1
        return tuple(dict.fromkeys(found))
