"""Cues by which the reporter vouches for what is said, or keeps a distance from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.lexicon import find_cues
from reportedly.model import Reporter, Statement, Wording, WordingKind
from reportedly.reading.wording.own import OwnWords

_KINDS = {Reporter.COMMITS: WordingKind.COMMITS, Reporter.DISTANCES: WordingKind.DISTANCES}


def find_vouching(own: OwnWords, statements: Sequence[Statement]) -> Iterator[Wording]:
    """Yield a wording for each statement by whose cue the reporter vouches or keeps a distance, about who says it."""
    for statement in statements:
        if statement.reporter is Reporter.NEUTRAL:
            continue
        about = statement.sources[0] if statement.sources else None
        for span in statement.cue:
            term = _term(span.of(own.text), statement.reporter)
            if term and own.states(span):
                yield Wording(span, _KINDS[statement.reporter], term, about)
                break


def _term(cue: str, reporter: Reporter) -> str:
    """Return the lexicon's form of the cue's word that vouches or keeps away, or the cue itself."""
    for found in find_cues(cue):
        if found.cue.reporter is reporter:
            return (found.cue.forms or found.cue.nouns or found.cue.fixed)[0].replace(" ...", "")
    return " ".join(cue.lower().split())
