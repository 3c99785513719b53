"""Takes out of HTML the characters that no XML library lets anyone write."""

from __future__ import annotations

import re

# C0 controls but tab and line ends, and the two noncharacters, as they are and as references, with or without their
# semicolon. lxml reads them and raises ValueError when an element beside them is dropped and texts are joined
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?:;|(?!\d))"
    r"|&#[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?:;|(?![0-9a-fA-F]))"
)


def without_controls(html: str) -> str:
    r"""Return HTML without control characters and references to them.

    >>> without_controls("Fog&#x1F; in\0 the&#10;strait&#31")
    'Fog in the&#10;strait'
    """
    return _CONTROLS.sub("", html)
