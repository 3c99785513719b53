"""What is found in the text beside statements, as runs of it with anchors: each is linked with its item in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model import Span
from reportedly.report.html.escape import escaped
from reportedly.report.phrases import quoted


class Kind(StrEnum):
    """What a run of text is found to be; the words are those of the page's anchors and classes."""

    WHEN = "when"
    PLACE = "place"
    FIGURE = "figure"
    WORDING = "wording"
    MENTION = "mention"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Found:
    """A run of text that belongs to the item of this kind and number, and is the nth one that does, counted from 0.

    `says` is what the item is, for a person who points at the words.
    """

    kind: Kind
    number: int
    nth: int
    span: Span
    says: str

    @property
    def anchor(self) -> str:
        """Return the id of the place in the article where it begins, which is also the class of its words."""
        return place_anchor(self.kind, self.number, self.nth)


def item_anchor(kind: Kind, number: int) -> str:
    """Return the id of an item in its list."""
    return f"{kind.value}-{number}"


def place_anchor(kind: Kind, number: int, nth: int) -> str:
    """Return the id of the place in the article where the nth run of an item begins."""
    return f"in-{kind.value}-{number}-{nth}"


def runs(text: str, kind: Kind, number: int, spans: Iterable[Span], says: str) -> Iterator[Found]:
    """Yield the runs of one item; spans that hold nothing to be seen are passed over."""
    for nth, span in enumerate(spans):
        if quoted(text, [span]):
            yield Found(kind, number, nth, span, says)


def links(text: str, kind: Kind, number: int, spans: Iterable[Span]) -> str:
    """Return the words of an item's runs, each linked to its place in the article; same words again are a number."""
    by_words: dict[str, list[Found]] = {}
    for found in runs(text, kind, number, spans, ""):
        by_words.setdefault(quoted(text, [found.span]), []).append(found)
    return ", ".join(_linked(words, same) for words, same in by_words.items())


def _linked(words: str, same: list[Found]) -> str:
    first, *others = same
    more = "".join(
        f' <a class="to again" href="#{found.anchor}" aria-label="{escaped(words)}, time {time}">{time}</a>'
        for time, found in enumerate(others, start=2)
    )
    return f'<a class="to" href="#{first.anchor}">“{escaped(words)}”</a>{more}'
