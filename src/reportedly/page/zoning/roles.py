"""Decides the role of every block of a page, from the rules, the HTML's hints and what stands around it."""

from __future__ import annotations

from reportedly.model import ZoneKind
from reportedly.page.zoning.blocks import Block
from reportedly.page.zoning.captions import is_caption
from reportedly.page.zoning.head import name_head
from reportedly.page.zoning.headings import THRESHOLD, Heading
from reportedly.page.zoning.lines import Lines
from reportedly.page.zoning.rules import rule_for
from reportedly.page.zoning.wording import is_short_line, word_count

_LOOK_BACK = 40  # blocks; a story is seldom longer, and a page of a thousand headings must not take a minute
_ONWARD = ("read-more", "click-here")


def roles_of(text: str, blocks: tuple[Block, ...], title: str | None = None) -> tuple[ZoneKind, ...]:
    """Return one kind of zone for every block, in order; `title` is the page's title where it is known."""
    lines = Lines(blocks, [" ".join(block.span.of(text).split()) for block in blocks])
    _apply_rules(lines)
    name_head(lines, title)
    _spread_captions(lines)
    _name_headings(lines)
    _name_teasers(lines)
    _close_tail(lines)
    return tuple(kind or ZoneKind.BODY for kind in lines.kinds)


def _apply_rules(lines: Lines) -> None:
    for number in lines.open_ones(0, len(lines.words)):
        words = lines.words[number]
        where = "head" if number < lines.first else "tail" if number > lines.last else "body"
        rule = rule_for(words, where)
        if rule is not None:
            lines.kinds[number] = rule.kind
            lines.rules[number] = rule.id
        elif is_caption(words) and number > 0:
            lines.kinds[number] = ZoneKind.CAPTION


def _spread_captions(lines: Lines) -> None:
    """A short line directly under a caption, in a text that sets paragraphs apart, is a caption too."""
    for number in lines.open_ones(1, len(lines.words)):
        under = lines.blocks[number].attached and lines.kinds[number - 1] in (ZoneKind.CAPTION, ZoneKind.CREDIT)
        if under and word_count(lines.words[number]) <= 25:
            lines.kinds[number] = ZoneKind.CAPTION


def _name_headings(lines: Lines) -> None:
    """Tell the headlines of further stories from subheadings, and both from what is no heading."""
    headings = {number: _heading(lines, number) for number in lines.open_ones(lines.first + 1, len(lines.words))}
    scores = {number: heading.score() for number, heading in headings.items() if heading is not None}
    # among several that are plainly subheadings a heading must say more to be a headline
    weak = sum(score < 0 for score in scores.values())
    needed = THRESHOLD + (1.0 if weak >= 2 else 0.0)
    for number, score in scores.items():
        starts = lines.blocks[number].story or score >= needed
        lines.kinds[number] = ZoneKind.HEADLINE if starts else ZoneKind.SUBHEADING


def _heading(lines: Lines, number: int) -> Heading | None:
    """Return a block as a heading with what stands around it, None if it is none or stands over no paragraph."""
    block, words = lines.blocks[number], lines.words[number]
    if not (is_short_line(words) or block.level) or _is_list_item(lines, number) or _is_teaser(lines, number):
        return None
    lead = lines.lead_of(number)
    if lead is None:
        return None
    own_line = (ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.SECTION)
    dated = lines.kinds[number - 1] is ZoneKind.SECTION or any(
        kind in own_line for kind in lines.kinds[number + 1 : lead]
    )
    second = lines.words[lead + 1] if lead + 1 < len(lines.words) else ""
    before = " ".join(lines.words[max(0, number - _LOOK_BACK) : number])
    return Heading(words, before, lines.words[lead], second, dated, marked=lines.marked)


def _is_list_item(lines: Lines, number: int) -> bool:
    """Tell whether a block is one of several items in a row; a numbered line alone over a paragraph is a heading."""
    beside = lines.blocks[max(0, number - 1) : number] + lines.blocks[number + 1 : number + 2]
    return lines.blocks[number].listed and any(block.listed for block in beside)


def _is_teaser(lines: Lines, number: int) -> bool:
    """Tell whether a line stands right above "Read more" or "Continue reading", with no paragraph of its own."""
    return number + 1 < len(lines.words) and lines.rules[number + 1] in _ONWARD


def _name_teasers(lines: Lines) -> None:
    for number in lines.open_ones(lines.first + 1, len(lines.words)):
        if is_short_line(lines.words[number]) and _is_teaser(lines, number):
            lines.kinds[number] = ZoneKind.BOILERPLATE


def _close_tail(lines: Lines) -> None:
    """After the last paragraph, what stands below a line of boilerplate is boilerplate too."""
    below = False
    for number in range(lines.last + 1, len(lines.words)):
        if lines.kinds[number] is ZoneKind.BOILERPLATE:
            below = True
        elif below and lines.kinds[number] is None and is_short_line(lines.words[number]):
            lines.kinds[number] = ZoneKind.BOILERPLATE
