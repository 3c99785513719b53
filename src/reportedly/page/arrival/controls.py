"""Takes out of HTML what parsers break on: characters that XML does not know, and tags of thousands of attributes."""

from __future__ import annotations

import re

# C0 controls but tab and line ends, and the two noncharacters, as they are and as references, with or without their
# semicolon. lxml reads them and raises ValueError when an element beside them is dropped and texts are joined
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?:;|(?!\d))"
    r"|&#[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?:;|(?![0-9a-fA-F]))"
)
_LONG_TAG = re.compile(r"<([a-zA-Z]\w{0,30})\s[^<>]{5000,}>")
_MOST_ATTRIBUTES = 1000


def without_controls(html: str) -> str:
    r"""Return HTML without control characters and references to them.

    >>> without_controls("Fog&#x1F; in\0 the&#10;strait&#31")
    'Fog in the&#10;strait'
    """
    return _CONTROLS.sub("", html)


def without_attribute_floods(html: str) -> str:
    """Return HTML in which a tag of more than a thousand attributes has none: parsers compare each with all others.

    >>> without_attribute_floods("<p " + "a=1 " * 10_000 + ">Fog</p>")
    '<p>Fog</p>'
    """
    return _LONG_TAG.sub(_without_flood, html)


def _without_flood(tag: re.Match[str]) -> str:
    # a long tag with few attributes holds a picture or a record
    return tag.group() if len(tag.group().split()) <= _MOST_ATTRIBUTES else f"<{tag.group(1)}>"
