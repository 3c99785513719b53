"""Wording: what the reporter's own words call actors, keep away from, vouch for and take for granted."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model import Page, Place, Source, Statement, Wording
from reportedly.reading.names import Name
from reportedly.reading.wording.actors import Actors
from reportedly.reading.wording.distances import find_distances
from reportedly.reading.wording.labels import find_labels
from reportedly.reading.wording.own import OwnWords, Runs
from reportedly.reading.wording.presuppositions import find_presuppositions
from reportedly.reading.wording.scare_quotes import find_scare_quotes
from reportedly.reading.wording.vouching import find_vouching

__all__ = ["read_wording"]


def read_wording(
    page: Page,
    statements: Sequence[Statement],
    sources: Sequence[Source],
    places: Sequence[Place] = (),
    names: Sequence[Name] = (),
) -> tuple[Wording, ...]:
    """Return the choices of words in the reporter's own voice, in reading order; see `own` for what that is.

    `about` is who or what a choice of words is about, where a source or place of the article stands beside it. `names`
    tell a label from a part of a body's name ("Islamic State").
    """
    own = OwnWords(page, statements)
    actors = Actors(sources, places, names)
    cues = tuple(find_vouching(own, statements))
    told = Runs(cue.span for cue in cues)
    found = [*cues, *find_scare_quotes(own, actors)]
    for passage in own.passages:
        found += find_labels(own, passage, actors)
        found += find_presuppositions(own, passage, actors)
        # "reportedly" is within the cue "reportedly said"
        found += (item for item in find_distances(own, passage, actors) if not told.meet(item.span))
    return tuple(sorted(set(found), key=lambda item: (item.span, item.kind, item.term)))
