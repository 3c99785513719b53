"""Which found attribution stands for which annotated one.

Only letters and digits count, so that a quotation mark or a comma in or out of a span changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from reportedly.brat import Attribution, Document, attribution_of
from reportedly.model import Reading, Span


@dataclass(frozen=True, slots=True)
class Case:
    """One annotated attribution and what was found for it, with the overlap of their contents and sources (Dice).

    `found` is None where nothing was found, and then both overlaps are 0.
    """

    document: Document
    gold: Attribution
    found: Attribution | None = None
    content: float = 0.0
    source: float = 0.0

    def reaches(self, content: float, source: float = 0.5) -> bool:
        """Tell whether content and source both overlap at least so much."""
        return self.found is not None and self.content >= content and self.source >= source

    @property
    def is_right(self) -> bool:
        """Tell whether the case counts as found in the headline figure, attr_soft."""
        return self.reaches(0.8)

    @property
    def wrong_letters(self) -> int:
        """Return how many letters and digits of the contents are in one of them only."""
        found = self.found.content if self.found else ()
        return len(letters(self.document.text, self.gold.content) ^ letters(self.document.text, found))


@dataclass(frozen=True, slots=True)
class Comparison:
    """One text: all that was found in it with a content, and a case for each annotated attribution, in their order."""

    document: Document
    found: tuple[Attribution, ...]
    cases: tuple[Case, ...]


def found_in(reading: Reading) -> tuple[Attribution, ...]:
    """Return the attributions of a reading, without those inside another's content, which corpora do not annotate."""
    return tuple(attribution_of(statement) for statement in reading.statements if statement.parent is None)


def compare(document: Document, found: Iterable[Attribution]) -> Comparison:
    """Return the comparison of what was found in a document with its annotations.

    Contents that share a letter are paired greedily, best overlap of contents first, then of sources; each annotated
    and each found attribution is used once.
    """
    text = document.text
    kept = tuple(attribution for attribution in found if letters(text, attribution.content))
    cases = [Case(document, gold) for gold in document.attributions]
    used: set[int] = set()
    for content, source, one, other in _pairs(text, kept, document.attributions):
        if one not in used and cases[other].found is None:
            used.add(one)
            cases[other] = Case(document, document.attributions[other], kept[one], content, source)
    return Comparison(document, kept, tuple(cases))


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Return the offsets of the letters and digits that the spans cover.

    >>> sorted(letters("“Ice,” he said", [Span(0, 6)]))
    [1, 2, 3]
    """
    return frozenset(offset for span in spans for offset in range(span.start, span.end) if text[offset].isalnum())


def words(text: str, spans: Iterable[Span]) -> str:
    r"""Return the words that the spans cover, in lower case, one space between them.

    >>> words("He DID\n say", [Span(3, 6), Span(7, 11)])
    'did say'
    """
    return " ".join(" ".join(span.of(text) for span in spans).lower().split())


def overlap(one: Set[int], other: Set[int]) -> float:
    """Return the Dice coefficient: twice what is shared over the sum of both sizes, and 1 where both are empty.

    >>> overlap({1, 2, 3}, {2, 3, 4}), overlap(set(), set()), overlap(set(), {1})
    (0.6666666666666666, 1.0, 0.0)
    """
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _pairs(text: str, found: Sequence[Attribution], gold: Sequence[Attribution]) -> list[tuple[float, float, int, int]]:
    """Return overlap of contents, overlap of sources, and the numbers of both, for all that share a letter; best first.

    Of equal ones the later come first, so that the figures are those of the corpus scorer to the last digit.
    """
    ours = [(letters(text, one.content), letters(text, one.source)) for one in found]
    theirs = [(letters(text, other.content), letters(text, other.source)) for other in gold]
    return sorted(
        (
            (overlap(content, gold_content), overlap(source, gold_source), one, other)
            for one, (content, source) in enumerate(ours)
            for other, (gold_content, gold_source) in enumerate(theirs)
            if not content.isdisjoint(gold_content)
        ),
        reverse=True,
    )
