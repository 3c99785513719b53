"""The stance of a statement: what its cue does, with the negation that stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.lexicon import find_cues
from reportedly.model import Span, Stance

# how far before a cue its negation can stand ("has never, in all these years, denied")
_REACH = 60
_BREAK = re.compile(r"[.?!;:\r\n“”\"]")


def stance_at(text: str, cue: Sequence[Span]) -> Stance:
    """Return the first stance beyond saying that the cue's words take where they stand, or SAYS.

    Words before the cue in its clause count only as negation: "did not | deny" is no denial.
    """
    for span in cue:
        start = _clause_start(text, span)
        for found in find_cues(text[start : span.end]):
            if start + found.end > span.start and found.stance is not Stance.SAYS:
                return found.stance
    return Stance.SAYS


def _clause_start(text: str, span: Span) -> int:
    reach = max(0, span.start - _REACH)
    breaks = [match.end() for match in _BREAK.finditer(text, reach, span.start)]
    return breaks[-1] if breaks else reach
