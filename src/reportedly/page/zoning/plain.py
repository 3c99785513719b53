"""Splits plain text into blocks, whatever way it sets paragraphs apart: blank lines, lines, or hard-wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.model import Span
from reportedly.page.zoning.blocks import Block

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"(?:[•·▪●◦*‣–—-]|\d{1,2}[.)]|\([a-z\d]\))[ \t\u00a0]+\S")
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»]$")
_WIDEST_WRAP = 120  # e-mail and agency files wrap at 65 to 80 columns; nobody wraps wider than a wide terminal
_NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True)
class _Line:
    """One line that is not blank: its span without outer white space, its indent, and whether a blank one precedes."""

    span: Span
    words: str
    indent: int
    after_blank: bool


def text_to_blocks(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of a plain text, in order, none empty; white space belongs to none of them.

    Lines that a fixed width has wrapped are joined into one block; so is a line that goes on in lower case where the
    line before it has not ended its sentence.

    >>> text = "Ferry runs again\n\nThe ferry to Orvane sails again.\nIt was repaired."
    >>> [block.span.of(text) for block in text_to_blocks(text)]
    ['Ferry runs again', 'The ferry to Orvane sails again.', 'It was repaired.']
    """
    lines = tuple(_lines(text))
    if not lines:
        return ()
    width = _wrap_width(lines)
    spaced = any(line.after_blank for line in lines[1:])
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else None
        if above is not None and not line.after_blank and _goes_on(above, line, width):
            blocks[-1] = replace(blocks[-1], span=Span(blocks[-1].span.start, line.span.end))
            continue
        blocks.append(
            Block(
                line.span,
                attached=spaced and number > 0 and not line.after_blank,
                listed=_ITEM.match(line.words) is not None,
            )
        )
    return tuple(blocks)


def _lines(text: str) -> Iterator[_Line]:
    end_of_last = 0
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        breaks = sum(1 for _ in _BLANK.finditer(text, end_of_last, start))
        yield _Line(Span(start, start + len(words)), words, start - match.start(), breaks > 1)
        end_of_last = start + len(words)


def _wrap_width(lines: tuple[_Line, ...]) -> int:
    """Return the column at which the text was wrapped, 0 if it was not.

    A text is wrapped if the lines that do not end a sentence are nearly all so long that the next word would not
    have fitted: greedy wrapping leaves no other kind of line inside a paragraph.
    """
    width = max(line.indent + len(line.words) for line in lines)
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    inner = [
        (above, below)
        for above, below in pairwise(lines)
        if not below.after_blank and not _ENDED.search(above.words[-100:]) and not _ITEM.match(below.words)
    ]
    full = sum(1 for above, below in inner if _is_full(above, below, width))
    # 0.8: a few headings and short lines without a stop stand inside most files
    return width if len(inner) >= 3 and full >= 0.8 * len(inner) else 0


def _is_full(above: _Line, below: _Line, width: int) -> bool:
    """Tell whether the first word of `below` would not have fitted on `above`, give or take a ragged margin."""
    first = below.words.split(maxsplit=1)[0]
    return above.indent + len(above.words) + 1 + len(first) > width - 4


def _goes_on(above: _Line, below: _Line, width: int) -> bool:
    if _ITEM.match(below.words):
        return False
    if width:
        return _is_full(above, below, width) and below.indent <= above.indent
    opening = below.words[0]
    in_sentence = " " in below.words and " " in above.words
    return (opening in ",;)" or (opening.islower() and in_sentence)) and not _ENDED.search(above.words[-100:])
