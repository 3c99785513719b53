"""The attributions found so far, to be looked up by place while they change."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.model import Span
from reportedly.reading.attribution import Attribution

# characters to a bucket: about a sentence, so that a look-up meets a handful of attributions however long the text
_BUCKET = 250


class Found:
    """Attributions by number, with an index of where their sources, cues and contents stand."""

    def __init__(self, items: Iterable[Attribution]) -> None:
        self._items: list[Attribution] = []
        self._at: dict[int, set[int]] = {}
        for item in items:
            self.add(item)

    def items(self) -> list[Attribution]:
        """Return all attributions, in the order in which they were added."""
        return list(self._items)

    def add(self, item: Attribution) -> None:
        """Take in one more attribution."""
        self._items.append(item)
        self._note(len(self._items) - 1, item)

    def change(self, number: int, item: Attribution) -> None:
        """Put an attribution in the place of another."""
        self._items[number] = item
        self._note(number, item)

    def near(self, span: Span) -> list[tuple[int, Attribution]]:
        """Return the attributions, with their numbers, of which some part stands within a bucket of the span."""
        buckets = range(span.start // _BUCKET, span.end // _BUCKET + 1)
        numbers = sorted({number for bucket in buckets for number in self._at.get(bucket, ())})
        return [(number, self._items[number]) for number in numbers]

    def _note(self, number: int, item: Attribution) -> None:
        for span in (*item.source, *item.cue, *item.content):
            for bucket in range(span.start // _BUCKET, span.end // _BUCKET + 1):
                self._at.setdefault(bucket, set()).add(number)
