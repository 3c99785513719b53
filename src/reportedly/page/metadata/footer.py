"""Finds the publisher's name in the closing lines of a page."""

from __future__ import annotations

import re

# a name: capitalised words, with "of", "and", "the" and the like between them, no sentence; not across lines
_NAME = r"(?P<name>(?:the\s+)?[A-Z0-9][\w.&’'-]*(?:[ \t]+(?:(?:of|and|the|for|de|&|/)[ \t]+)*[A-Z0-9][\w.&’'-]*){0,6}?)"
_LINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^\W*(?i:the\s+)?{_NAME}[’']s?\s+(?i:web\s?site|site|pages|app)\s+(?i:can|may|is)\s+(?i:also\s+)?(?i:be\s+)?"
        r"(?i:accessed|reached|read|available|found|visited)\b",
        rf"^\W*{_NAME}\s+(?i:can|may)\s+(?i:also\s+be\s+)(?i:accessed|reached|read|found)\s+(?i:at|on|via|under)\b",
        rf"(?:©|\([cC]\)|(?i:\bcopyright))[\s©:,.]{{0,4}}(?:(?:19|20)\d\d[\s,–-]{{1,3}}){{0,3}}{_NAME}(?=[.,;|]?\s*$|[.,;|]\s|\s+(?:19|20)\d\d|\s+(?i:all\s+rights))",
        rf"^\W*(?i:read\s+more|continue\s+reading|see\s+more|more)\s+(?i:at|on|from|in)\s+{_NAME}\W*$",
        rf"^\W*(?i:this\s+(?:article|story|report|post|piece))\s+(?i:was\s+)?(?:(?i:first|originally)\s+)?"
        rf"(?i:appeared|published)\s+(?:(?i:first|originally)\s+)?(?i:in|on|by|at)\s+{_NAME}(?=[.,;]|\s+(?i:on|in)\b|\s*$)",
        rf"(?i:subscribe\s+to|sign\s+up\s+(?:to|for)|follow|download)\s+{_NAME}[’']?s?\s+"
        r"(?i:newsletters?|on\s+(?:x|twitter|facebook|telegram|youtube|instagram)\b|app\b)",
    )
)
# closing lines are short; a longer one is text
_LONGEST = 300
_NOT_A_NAME = re.compile(r"(?i)^(?:all|rights?|reserved|the|our|us|this|your|home|here|getty|images?|page|video|\d+)$")


def publisher_in(line: str) -> str | None:
    """Return the publisher that a closing line names, or None.

    >>> publisher_in("Radio Lantern’s site can also be reached at these addresses:")
    'Radio Lantern'
    >>> publisher_in("© 2024 The Sella Courier. All rights reserved.")
    'The Sella Courier'
    >>> publisher_in("Read more at Orvane Daily")
    'Orvane Daily'
    >>> publisher_in("The Coast Guard can be reached on channel 16, he said.") is None
    True
    """
    if len(line) > _LONGEST:
        return None
    for pattern in _LINES:
        found = pattern.search(line)
        name = re.sub(r"[’']s$", "", found["name"]).strip(" .’'") if found else ""
        if name and not _NOT_A_NAME.match(name):
            return name
    return None
