"""Plain facts about text."""

from __future__ import annotations

import re

from reportedly.model import Span

# no sentence ends at "Mr.", an initial, "Sept." or "9 a.m.", nor where the next word is in lower case
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[DMS][rst])(?<!\bMrs)(?<!\b(?:Gen|Sen|Rep|Gov|Col|Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec|Inc|Ltd))"
    r"(?<!\b(?:vs|Rs|Co|No|St|Mt))(?<!\b(?:Sept|Corp))(?<!\b[ap]\.m)[.?!][”\"'’)]*(?=\s+[“\"‘'(]?[^\sa-z]|\s*\Z)|(?=\n)"
)
_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def lines(text: str) -> tuple[Span, ...]:
    r"""Return the lines of a text that hold more than white space, without their line ends.

    >>> [line.of("One.\r\n\nTwo.") for line in lines("One.\r\n\nTwo.")]
    ['One.', 'Two.']
    """
    return tuple(Span(*match.span()) for match in _LINE.finditer(text))


def sentence_ends(text: str, span: Span) -> list[int]:
    """Return where the sentences of a part of a text end, behind their marks; lines end them, too.

    >>> text = "“It sank.” Mr. Lusk left at 9 a.m. on Sept. 3. No. 2 stayed"
    >>> sentence_ends(text, Span(0, len(text)))
    [10, 46]
    """
    return [match.end() for match in _SENTENCE_END.finditer(text, span.start, span.end) if match.end() > span.start]
