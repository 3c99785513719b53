"""Attribution: what a reader of a text's attributions and names takes and gives, whatever it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reportedly.model import Span
from reportedly.reading.names import Name


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what, as found: the spans of each role in reading order, a score between 0 and 1, and what found it.

    `within` is the cue of the attribution that hands this one on, if it is known to be handed on. `against` names who
    is accused, warned or threatened.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    why: str
    within: tuple[Span, ...] = ()
    against: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """The attributions of a text in reading order of their contents, and its names in order."""

    attributions: tuple[Attribution, ...] = ()
    names: tuple[Name, ...] = ()


class Attributor(Protocol):
    """Anything that finds attributions and names in a text."""

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> list[Attribution]:
        """Return the attributions in the given paragraphs of the text, in reading order of their contents."""
        ...

    def find(self, text: str, paragraphs: Sequence[Span]) -> Findings:
        """Return these and the names in the given paragraphs of the text.

        The paragraphs follow each other as a reader would read them; what stands between them (captions, adverts) is
        not read. Spans refer to the whole text.
        """
        ...
