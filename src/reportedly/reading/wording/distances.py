"""Words by which the reporter keeps away from what is said or from a name, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Wording, WordingKind
from reportedly.reading.wording.actors import Actors
from reportedly.reading.wording.labels import so_called_end
from reportedly.reading.wording.own import OwnWords, Passage
from reportedly.reading.wording.patterns import Patterns

_SO_CALLED = "so-called"


@cache
def distancing() -> Patterns[str]:
    """Return the words of data/en/distances.toml, each with itself as its term."""
    rules = load("distances")["rule"]
    return Patterns((pattern, tuple(rule.get("unless", ())), pattern) for rule in rules for pattern in rule["patterns"])


def find_distances(own: OwnWords, passage: Passage, actors: Actors) -> Iterator[Wording]:
    """Yield the distancing words of a passage that the reporter chose; about whom or what stands behind or owns it.

    In what somebody says only "so-called" before a name counts, as labels do.
    """
    for hit in distancing().find(passage.words):
        span = passage.span(hit.first, hit.end)
        if not own.names(span) or (hit.rule == _SO_CALLED and so_called_end(passage, hit.first)):
            continue
        about, named = actors.of_adjective(passage, hit.first, hit.end)
        if about is None and hit.first and passage.is_owner(hit.first - 1):
            about = actors.owner(passage, hit.first - 1)
        if own.states(span) or (named and hit.rule == _SO_CALLED):
            yield Wording(span, WordingKind.DISTANCES, hit.rule, about)
