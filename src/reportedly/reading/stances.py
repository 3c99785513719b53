"""The stance of a statement and what the reporter does with it: by the cue and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.lexicon import FoundCue, find_cues, stance_of
from reportedly.model import Reporter, Span, Stance

# how far before a cue its negation can stand ("has never, in all these years, denied")
_REACH = 60
# how far behind a cue stands what belongs to it
_BEHIND = 40
_BREAK = re.compile(r"[.?!;:\r\n“”\"]")
# another clause ends what belongs to a cue, too: "told the court | that he tried to swim" is no demand
_NEXT = re.compile(rf"{_BREAK.pattern}|\b(?:that|he|she|they|it|we|I|there|who|which|what|how|why)\b")


def stance_at(text: str, cue: Sequence[Span]) -> Stance:
    """Return the first stance beyond saying that the cue's words take where they stand, or SAYS.

    Words before the cue in its clause count only as negation: "did not | deny" is no denial.
    """
    stances = (found.stance for found in _cues_at(text, cue))
    return next((stance for stance in stances if stance is not Stance.SAYS), Stance.SAYS)


def reporter_at(text: str, cue: Sequence[Span]) -> Reporter:
    """Return what the reporter who chose the cue does with the content: the first word that is not neutral decides.

    Words before the cue in its clause count only where they take its force away: "did not | confirm" is neutral.
    """
    reporters = (found.reporter for found in _cues_at(text, cue))
    return next((reporter for reporter in reporters if reporter is not Reporter.NEUTRAL), Reporter.NEUTRAL)


def stance_left(text: str, cue: Sequence[Span]) -> Stance | None:
    """Return the stance that a cue's last word takes and does not take where it stands: "denied | entry", or None."""
    words = " ".join(span.of(text) for span in cue).split()
    return stance_of(words[-1]) if words and next(iter(_cues_at(text, cue)), None) is None else None


def _cues_at(text: str, cue: Sequence[Span]) -> Iterator[FoundCue]:
    """Yield the lexicon's cues that touch the spans, read together with their clause around them.

    What stands behind a cue can make another of it: "is said | to be", "claimed | responsibility".
    """
    for span in cue:
        start = _clause_start(text, span)
        for found in find_cues(text[start : _clause_end(text, span)]):
            if start + found.start < span.end and start + found.end > span.start:
                yield found


def _clause_start(text: str, span: Span) -> int:
    reach = max(0, span.start - _REACH)
    breaks = [match.end() for match in _BREAK.finditer(text, reach, span.start)]
    return breaks[-1] if breaks else reach


def _clause_end(text: str, span: Span) -> int:
    found = _NEXT.search(text, span.end, min(len(text), span.end + _BEHIND))
    return found.start() if found else min(len(text), span.end + _BEHIND)
