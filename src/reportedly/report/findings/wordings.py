"""Who is called what in the reporter's own voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.model import Reading, Span, Wording, WordingKind

# how each kind of wording is told to a person, and the order in which they stand
SAYS: Mapping[WordingKind, str] = {
    WordingKind.LABEL: "called",
    WordingKind.SCARE_QUOTES: "in scare quotes",
    WordingKind.PRESUPPOSITION: "taken for granted",
    WordingKind.COMMITS: "vouched for by",
    WordingKind.DISTANCES: "kept at a distance by",
}
_ORDER = tuple(SAYS)


@dataclass(frozen=True, slots=True)
class Term:
    """A term as it first stands in the text, and the spans where it stands."""

    words: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Whom words are about (None: the text does not say), and the terms of each kind, the most frequent first."""

    name: str | None
    terms: Mapping[WordingKind, tuple[Term, ...]]


def actors(reading: Reading) -> tuple[Actor, ...]:
    """Return whom the wording of an article is about, those with the most of it first and nobody in particular last."""
    names = {source.id: source.name for source in reading.sources} | {place.id: place.name for place in reading.places}
    found: dict[str | None, list[Wording]] = {}
    for wording in sorted(reading.wording, key=lambda wording: wording.span):
        found.setdefault(names.get(wording.about or ""), []).append(wording)
    ordered = sorted(found.items(), key=lambda item: (item[0] is None, -len(item[1])))
    return tuple(Actor(name, _terms(wordings)) for name, wordings in ordered)


def _terms(wordings: list[Wording]) -> Mapping[WordingKind, tuple[Term, ...]]:
    terms: dict[WordingKind, dict[str, list[Wording]]] = {kind: {} for kind in _ORDER}
    for wording in wordings:
        terms[wording.kind].setdefault(wording.term.casefold(), []).append(wording)
    return {kind: _ranked(by_term) for kind, by_term in terms.items() if by_term}


def _ranked(by_term: dict[str, list[Wording]]) -> tuple[Term, ...]:
    terms = [Term(same[0].term, tuple(wording.span for wording in same)) for same in by_term.values()]
    return tuple(sorted(terms, key=lambda term: -len(term.spans)))
