"""The own text of an article: what its reporters wrote, in the order in which it is read on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reportedly.ledger.words import words_with_spans
from reportedly.model import Span, Story
from reportedly.reading.draft import flows_of
from reportedly.reading.quotations import quotations

Flow = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OwnText:
    """The words of an article's own text, flow by flow: each story from headline to last line, then each caption.

    What stands between (boilerplate, credits, bylines, sections) is left out, so that a flow reads on over it. Word
    `i` stands at [starts[i], ends[i]) of `text`. `flows` are paragraphs that are read together, `flow_starts` the
    numbers of their first words, and `piece_starts` those of the words before which something is left out.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    flows: tuple[Flow, ...]
    flow_starts: tuple[int, ...]
    piece_starts: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def words_by_flow(self) -> list[tuple[str, ...]]:
        """Return the words of each flow."""
        return [self.words[start:end] for start, end in pairwise((*self.flow_starts, len(self.words)))]

    def spans_of(self, first: int, last: int) -> tuple[Span, ...]:
        """Return where the words [first, last) of one flow stand, in pieces where something is left out between."""
        cuts = self.piece_starts[bisect_right(self.piece_starts, first) : bisect_left(self.piece_starts, last)]
        pieces = zip((first, *cuts), (*cuts, last), strict=True)
        return tuple(Span(self.starts[start], self.ends[end - 1]) for start, end in pieces)

    def quoted(self) -> list[bool]:
        """Return for each word whether it stands in quotation marks."""
        found = [False] * len(self.words)
        ends = pairwise((*self.flow_starts, len(self.words)))
        for flow, (first, last) in zip(self.flows, ends, strict=True):
            for quotation in quotations(self.text, flow):
                start = bisect_left(self.starts, quotation.span.start, first, last)
                end = bisect_left(self.starts, quotation.span.end, first, last)
                found[start:end] = [True] * (end - start)
        return found


def own_text(text: str, stories: Iterable[Story]) -> OwnText:
    """Return the own text of an article with the given stories."""
    flows = tuple(flow for story in stories for flow in flows_of(text, story))
    found: list[tuple[str, int, int]] = []
    flow_starts: list[int] = []
    piece_starts: set[int] = set()
    for flow in flows:
        flow_starts.append(len(found))
        before = None
        for paragraph in flow:
            if paragraph.start != before:
                piece_starts.add(len(found))
            before, at = paragraph.end, paragraph.start
            found += [(word, at + start, at + end) for word, start, end in words_with_spans(paragraph.of(text))]
    words, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    return OwnText(text, words, starts, ends, flows, tuple(flow_starts), tuple(sorted(piece_starts)))
