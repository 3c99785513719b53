"""Who is called what in the reporter's own voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Reading
from reportedly.report.findings.wordings import SAYS, Actor, Term, actors
from reportedly.report.groups import Entry
from reportedly.report.phrases import times
from reportedly.report.sections.section import Section

NOBODY = "nobody named"
# terms of one kind for one actor: about two lines of eighty columns
_TERMS = 6


def wording(reading: Reading, _entries: Sequence[Entry]) -> Iterator[Section]:
    """Yield the section of words for each actor, kind by kind."""
    yield Section("Wording", tuple(row for actor in actors(reading) for row in _rows(actor)))


def _rows(actor: Actor) -> Iterator[tuple[str, str]]:
    name = actor.name or NOBODY
    for kind, terms in actor.terms.items():
        yield name, f"{SAYS[kind]} {_listed(terms)}"
        name = ""


def _listed(terms: Sequence[Term]) -> str:
    left_out = len(terms) - _TERMS
    more = [f"… and {left_out:,} more"] if left_out > 0 else []
    return ", ".join([*map(_term, terms[:_TERMS]), *more])


def _term(term: Term) -> str:
    return " ".join(part for part in (f"“{term.words}”", times(len(term.spans))) if part)
