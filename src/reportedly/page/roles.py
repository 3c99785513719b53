"""Decides the role of every block of a page, from the rules, the HTML's hints and what stands around it."""

from __future__ import annotations

from reportedly.model import ZoneKind
from reportedly.page.blocks import Block
from reportedly.page.captions import is_caption
from reportedly.page.datelines import dateline_length
from reportedly.page.headings import THRESHOLD, Heading, goes_on
from reportedly.page.rules import rule_for
from reportedly.page.wording import (
    ends_sentence,
    is_news_clause,
    is_short_line,
    is_title_case,
    sentence_breaks,
    shared_topic,
    word_count,
)

_FURNITURE = frozenset({ZoneKind.SECTION, ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.BOILERPLATE, ZoneKind.CREDIT})
_LEAD_WORDS = 14  # a sentence this long before any other is a first paragraph rather than a headline or a line


def roles_of(text: str, blocks: tuple[Block, ...], title: str | None = None) -> tuple[ZoneKind, ...]:
    """Return one kind of zone for every block, in order."""
    words = [" ".join(block.span.of(text).split()) for block in blocks]
    return tuple(_Roles(blocks, words, title).decide())


class _Roles:
    """One page under decision: `kinds` fills up step by step; None is still open."""

    def __init__(self, blocks: tuple[Block, ...], words: list[str], title: str | None) -> None:
        self.blocks = blocks
        self.words = words
        self.title = title
        self.kinds: list[ZoneKind | None] = [block.kind for block in blocks]
        prose = [number for number, kind in enumerate(self.kinds) if self._is_prose(number)]
        self.first = prose[0] if prose else len(blocks)
        self.last = prose[-1] if prose else len(blocks)

    def decide(self) -> list[ZoneKind]:
        self._apply_rules()
        self._find_headline()
        self._name_head()
        self._spread_captions()
        self._name_headings()
        self._close_tail()
        return [kind or ZoneKind.BODY for kind in self.kinds]

    def _is_prose(self, number: int) -> bool:
        words = self.words[number]
        return (
            self.kinds[number] in (None, ZoneKind.BODY)
            and ends_sentence(words)
            and word_count(words) >= _LEAD_WORDS
            and rule_for(words) is None
            and not is_caption(words)
        )

    def _apply_rules(self) -> None:
        for number, words in enumerate(self.words):
            if self.kinds[number] is not None:
                continue
            where = "head" if number < self.first else "tail" if number > self.last else "body"
            rule = rule_for(words, where)
            if rule is not None:
                self.kinds[number] = rule.kind
            elif is_caption(words) and not is_short_line(words):
                self.kinds[number] = ZoneKind.CAPTION

    def _find_headline(self) -> None:
        if ZoneKind.HEADLINE in self.kinds:
            return
        open_ones = [number for number in range(min(self.first + 1, len(self.words))) if self.kinds[number] is None]
        if self.title:
            for number in open_ones:
                if self._is_title(number):
                    self.kinds[number] = ZoneKind.HEADLINE
                    return
        for number in open_ones:
            if self._could_be_headline(number):
                self.kinds[number] = ZoneKind.HEADLINE
                return

    def _is_title(self, number: int) -> bool:
        words, title = self.words[number], self.title or ""
        return word_count(words) <= 40 and shared_topic(words, title) >= 0.75 and shared_topic(title, words) >= 0.5

    def _could_be_headline(self, number: int) -> bool:
        words = self.words[number]
        if number >= self.first:
            return self._is_stopped_headline(number)
        return is_short_line(words) or self._is_stopped_headline(number)

    def _is_stopped_headline(self, number: int) -> bool:
        """Tell whether a first line with a full stop is a headline all the same, as some archives write them."""
        words = self.words[number]
        after = [other for other in range(number + 1, len(self.words)) if self._is_prose(other)][:1]
        if number != 0 or not after or word_count(words) > 22 or sentence_breaks(words) > 1 or words[-1] == ":":
            return False
        lead = self.words[after[0]]
        if goes_on(lead) or word_count(words) > 0.8 * word_count(lead):
            return False
        shared = shared_topic(words, lead)
        return is_title_case(words) or shared >= 0.5 or (is_news_clause(words) and shared >= 0.3)

    def _name_head(self) -> None:
        """Name what stands between the headline and the first paragraph, and what stands before the headline."""
        if ZoneKind.HEADLINE not in self.kinds:
            return
        headline = self.kinds.index(ZoneKind.HEADLINE)
        for number in range(headline + 1, self.first):
            words = self.words[number]
            if self.kinds[number] is not None or self.blocks[number].attached or self._opens_body(words):
                continue
            if word_count(words) >= 4:
                self.kinds[number] = ZoneKind.STANDFIRST
        for number in range(headline):
            if self.kinds[number] is None and is_short_line(self.words[number]):
                self.kinds[number] = ZoneKind.BOILERPLATE

    def _opens_body(self, words: str) -> bool:
        return dateline_length(words) > 0 or words.endswith(":") or words[0] in '“"'

    def _spread_captions(self) -> None:
        """A short line directly under a caption, in a text that sets paragraphs apart, is a caption too."""
        for number, block in enumerate(self.blocks):
            if (
                number
                and block.attached
                and self.kinds[number] is None
                and self.kinds[number - 1] is ZoneKind.CAPTION
                and word_count(self.words[number]) <= 25
            ):
                self.kinds[number] = ZoneKind.CAPTION

    def _name_headings(self) -> None:
        """Tell the headlines of further stories from subheadings, and both from what is no heading."""
        headings = {number: self._heading(number) for number in range(self.first + 1, len(self.words))}
        scores = {number: heading.score() for number, heading in headings.items() if heading is not None}
        # among several that are plainly subheadings a heading must say more to be a headline
        weak = sum(score < 0 for score in scores.values())
        needed = THRESHOLD + (1.0 if weak >= 2 else 0.0)
        for number, score in scores.items():
            starts = self.blocks[number].story or score >= needed
            self.kinds[number] = ZoneKind.HEADLINE if starts else ZoneKind.SUBHEADING

    def _heading(self, number: int) -> Heading | None:
        """Return a block as a heading with what stands around it, None if it is none or stands over no paragraph."""
        block, words = self.blocks[number], self.words[number]
        if self.kinds[number] is not None or block.listed or not (is_short_line(words) or block.level):
            return None
        lead = self._lead_of(number)
        if lead is None:
            return None
        own_line = (ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.SECTION)
        dated = self.kinds[number - 1] is ZoneKind.SECTION or any(
            kind in own_line for kind in self.kinds[number + 1 : lead]
        )
        second = self.words[lead + 1] if lead + 1 < len(self.words) else ""
        return Heading(words, " ".join(self.words[:number]), self.words[lead], second, dated)

    def _lead_of(self, number: int) -> int | None:
        """Return the paragraph that a heading stands over, None if another heading or the end comes first."""
        for other in range(number + 1, len(self.words)):
            if self.kinds[other] in _FURNITURE or self.kinds[other] is ZoneKind.CAPTION:
                continue
            return None if is_short_line(self.words[other]) else other
        return None

    def _close_tail(self) -> None:
        """After the last paragraph, what stands below a line of boilerplate is boilerplate too."""
        below = False
        for number in range(self.last + 1, len(self.words)):
            if self.kinds[number] is ZoneKind.BOILERPLATE:
                below = True
            elif below and self.kinds[number] is None and is_short_line(self.words[number]):
                self.kinds[number] = ZoneKind.BOILERPLATE
