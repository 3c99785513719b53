"""The blocks of one page while their roles are being decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.model import ZoneKind
from reportedly.page.zoning.blocks import Block
from reportedly.page.zoning.captions import is_caption
from reportedly.page.zoning.datelines import dateline_length
from reportedly.page.zoning.rules import rule_for
from reportedly.page.zoning.wording import ends_sentence, is_short_line, word_count

# what can stand between a heading and the paragraph it belongs to
FURNITURE = frozenset(
    [ZoneKind.SECTION, ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.BOILERPLATE, ZoneKind.CREDIT, ZoneKind.CAPTION]
)
_LEAD_WORDS = 14  # a sentence this long is a paragraph rather than a headline, a standfirst or a stray line


@dataclass(slots=True)
class Lines:
    """All blocks of a page with their words (white space collapsed) and kinds; a kind of None is still open.

    `first` and `last` are the numbers of the first and last paragraph, both the number of blocks if there is none.
    `marked` says that the page's HTML tells some of them.
    """

    blocks: tuple[Block, ...]
    words: list[str]
    kinds: list[ZoneKind | None] = field(init=False)
    rules: list[str] = field(init=False)
    first: int = field(init=False)
    last: int = field(init=False)
    marked: bool = field(init=False)

    def __post_init__(self) -> None:
        self.kinds = [block.kind for block in self.blocks]
        self.rules = [""] * len(self.blocks)
        self.marked = any(block.level or block.kind for block in self.blocks)
        prose = [number for number in range(len(self.blocks)) if self.is_paragraph(number)]
        self.first = prose[0] if prose else len(self.blocks)
        self.last = prose[-1] if prose else len(self.blocks)

    def open_ones(self, start: int, end: int) -> Iterator[int]:
        """Yield the numbers from `start` to before `end` whose kind is still open."""
        return (number for number in range(start, min(end, len(self.kinds))) if self.kinds[number] is None)

    def is_paragraph(self, number: int) -> bool:
        """Tell whether a block is surely a paragraph of the body: sentences of some length, or a dateline's."""
        words = self.words[number]
        if self.kinds[number] not in (None, ZoneKind.BODY) or not ends_sentence(words):
            return False
        if word_count(words) < _LEAD_WORDS and not dateline_length(words):
            return False
        return rule_for(words) is None and not is_caption(words)

    def next_paragraph(self, number: int) -> int | None:
        """Return the next block after `number` that is surely a paragraph."""
        return next((other for other in range(number + 1, len(self.words)) if self.is_paragraph(other)), None)

    def lead_of(self, number: int) -> int | None:
        """Return the paragraph that a heading stands over, None if another heading or the end comes first."""
        for other in range(number + 1, len(self.words)):
            if self.kinds[other] not in FURNITURE:
                return None if is_short_line(self.words[other]) or self.blocks[other].level else other
        return None
