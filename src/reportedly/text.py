"""Plain facts about text."""

from __future__ import annotations

import re

from reportedly.model import Span

_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


def lines(text: str) -> tuple[Span, ...]:
    r"""Return the lines of a text that hold more than white space, without their line ends.

    >>> [line.of("One.\r\n\nTwo.") for line in lines("One.\r\n\nTwo.")]
    ['One.', 'Two.']
    """
    return tuple(Span(*match.span()) for match in _LINE.finditer(text))
