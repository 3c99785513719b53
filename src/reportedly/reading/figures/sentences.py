"""The sentences of a paragraph, as far as figures need them."""

from __future__ import annotations

import re

# no sentence ends at an initial, a title or "No."
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[DMS][rst])(?<!\bMrs)(?<!\bNo)(?<!\b(?:Gen|Sen|Rep|Gov|Col|Jan|Feb|Aug|Oct|Nov|Dec))(?<!\bSept)"
    r"[.?!][”\"'’)]{0,2}(?=\s)|\n"
)


def sentence_ends(text: str) -> list[int]:
    """Return where the sentences of a paragraph end, the last one at its end."""
    return [*(match.end() for match in _END.finditer(text)), len(text)]
