"""What may stand between two expressions of time that belong together."""

from __future__ import annotations

import re

from reportedly.reading.whens.expressions import Found

# white space between two words; text from HTML has hard blanks
S = r"(?:[\s\u00a0]{1,3})"
# no two expressions further apart belong together
REACH = 100
# room for "between the"
OPENING = 12
TO = re.compile(
    rf"{S}?[–—-]{S}?|{S}(?:to|through|until|till|thru){S}(?:the{S})?|,?{S}and{S}ending{S}(?:on|in){S}", re.I
)
AND = re.compile(rf"{S}and{S}", re.I)
FROM = re.compile(rf"\b(?P<word>from|between){S}(?:the{S})?\Z", re.I)


def gap(text: str, first: Found, second: Found) -> str:
    """Return the text between two expressions; more than fits anything where that is long."""
    return text[first.span.end : second.span.start] if second.span.start - first.span.end <= REACH else "\n\n\n\n\n"
