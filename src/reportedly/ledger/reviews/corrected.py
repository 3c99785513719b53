"""One statement with what people corrected in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.ledger.reviews.findings import Findings
from reportedly.ledger.reviews.review import Review, Value, Verb
from reportedly.ledger.reviews.snapshot import spans_in
from reportedly.ledger.reviews.values import ROLES
from reportedly.model import Reporter, Stance, Statement, StatementKind


def corrected(statement: Statement, reviews: Sequence[Review], findings: Findings) -> Statement:
    """Return a statement with the reviews in force, earliest first, laid over it.

    What the program reckoned from corrected words, such as the kind, counts less than what a person said of it.
    """
    before = statement
    for told in _fields_of(reviews, (Verb.SPANS, Verb.ADD)):
        statement = _respanned(statement, told, findings.length)
    if _words(statement) != _words(before):
        statement = findings.detailed(statement)
    derived = [_derived(review) for review in reviews if review.verb in {Verb.SPANS, Verb.ADD}]
    stated = [review.value for review in reviews if review.verb not in {Verb.SPANS, Verb.ADD, Verb.PLACE}]
    for told in (*derived, *stated):
        statement = _with(statement, told, findings)
    for told in _fields_of(reviews, (Verb.PLACE,)):
        statement = findings.with_place(statement, told["place"], pinned=told["pinned"])
    return statement


def _fields_of(reviews: Sequence[Review], verbs: Sequence[Verb]) -> list[Value]:
    return [review.value for review in reviews if review.verb in verbs]


def _derived(review: Review) -> Value:
    return {name: value for name, value in review.value.items() if name not in ROLES}


def _respanned(statement: Statement, told: Value, length: int) -> Statement:
    roles = {name: spans_in(told[name]) for name in ROLES if name in told}
    # a review that came before its article could not be held against the text
    if any(span.end > length for spans in roles.values() for span in spans):
        return statement
    return replace(
        statement,
        source=roles.get("source", statement.source),
        cue=roles.get("cue", statement.cue),
        content=roles.get("content", statement.content),
    )


def _with(statement: Statement, told: Value, findings: Findings) -> Statement:
    """Return a statement with each field that a review corrects."""
    if "kind" in told:
        statement = replace(statement, kind=StatementKind(told["kind"]))
    if "stance" in told:
        statement = replace(statement, stance=Stance(told["stance"]))
    if "reporter" in told:
        statement = replace(statement, reporter=Reporter(told["reporter"]))
    if "sources" in told:
        statement = _spoken_by(statement, findings.ids_of(told["sources"]))
    if "against" in told:
        statement = replace(statement, against=findings.ids_of(told["against"]))
    if "said" in told:
        statement = replace(statement, said=findings.when(told["said"]))
    return statement


def _spoken_by(statement: Statement, sources: tuple[str, ...]) -> Statement:
    """Return a statement of other sources; they take the place of the old ones at the end of the chain."""
    outer = tuple(one for one in statement.chain if one not in (*statement.sources, *sources))
    return replace(statement, sources=sources, chain=(*outer, *sources))


def _words(statement: Statement) -> tuple[object, ...]:
    return (statement.source, statement.cue, statement.content)
