"""A section of the terminal's report, and the words that several sections have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Span
from reportedly.report.phrases import quoted, times

# so many different words of one thing are shown before "…": more would hide the list that they stand in
_WORDS = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A title, lines before the rows, rows of a thing and what there is to say of it, and lines after them."""

    title: str
    rows: tuple[tuple[str, str], ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.before or self.after)


def words_of(text: str, spans: Iterable[Span]) -> str:
    """Return the words that stand for one thing, each once, in quotation marks and with how often it stands.

    >>> words_of("Sella slept. Sella woke.", [Span(0, 5), Span(13, 18)])
    '“Sella” ×2'
    """
    counts: dict[str, int] = {}
    for span in spans:
        words = quoted(text, [span])
        if words:
            counts[words] = counts.get(words, 0) + 1
    told = [" ".join(part for part in (f"“{words}”", times(count)) if part) for words, count in counts.items()]
    return ", ".join([*told[:_WORDS], *(["…"] if len(told) > _WORDS else [])])


def numbers(said: Iterable[int]) -> str:
    """Return the numbers of statements.

    >>> numbers([2, 5])
    '2, 5'
    """
    return ", ".join(str(number) for number in said)


def joined(*parts: str) -> str:
    """Return the parts that say anything, parted by dots in the middle of the line."""
    return " · ".join(part for part in parts if part)
