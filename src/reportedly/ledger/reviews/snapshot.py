"""What the machine said of a statement when a person reviewed it: enough to keep the statement should it be lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportedly.ledger.reviews.review import Value
from reportedly.ledger.reviews.values import are_sources, are_spans, has, is_interval, one_of, or_none
from reportedly.model import Place, Reading, Reporter, Source, Span, Stance, Statement, StatementKind, When

_FIELDS = {
    "kind": one_of(StatementKind),
    "stance": one_of(Stance),
    "reporter": one_of(Reporter),
    "source": are_spans,
    "cue": are_spans,
    "content": are_spans,
    "score": lambda value: isinstance(value, int | float) and 0 <= value <= 1,
    "why": lambda value: isinstance(value, str),
    "parent": or_none(lambda value: isinstance(value, str)),
    "denies": or_none(lambda value: isinstance(value, str)),
    "sources": are_sources,
    "against": are_sources,
    "chain": are_sources,
    "said": or_none(is_interval),
    "places": lambda value: isinstance(value, list),
    "text": lambda value: isinstance(value, dict),
}


def snapshot(reading: Reading, statement: Statement) -> dict[str, Any]:
    """Return what a reading says of one of its statements, without ids that only this reading gives a meaning."""
    sources = {source.id: source for source in reading.sources}
    said = next((when for when in reading.whens if when.id == statement.said), None)
    text = reading.article.text

    def described(ids: Iterable[str]) -> list[dict[str, Any]]:
        return [described_source(sources[one]) for one in ids if one in sources]

    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return {
        "kind": statement.kind.value,
        "stance": statement.stance.value,
        "reporter": statement.reporter.value,
        **{name: [span.to_list() for span in spans] for name, spans in roles.items()},
        "score": statement.score,
        "why": statement.why,
        "parent": statement.parent,
        "denies": statement.denies,
        "sources": described(statement.sources),
        "against": described(statement.against),
        "chain": described(statement.chain),
        "said": interval(said) if said else None,
        "places": [described_place(place) for place in reading.places if place.id in statement.places],
        "text": {name: " … ".join(span.of(text) for span in spans) for name, spans in roles.items()},
    }


def is_snapshot(value: Any) -> bool:  # noqa: ANN401 - as JSON has it
    """Tell whether a value is what `snapshot` returns."""
    return has(value, _FIELDS, {})


def statement_in(told: Value, statement_id: str) -> Statement:
    """Return the statement of a snapshot, or of a review that adds one, with what the text alone gives it."""
    return Statement(
        id=statement_id,
        story="",
        kind=StatementKind(told["kind"]),
        stance=Stance(told["stance"]),
        reporter=Reporter(told["reporter"]),
        source=spans_in(told["source"]),
        cue=spans_in(told["cue"]),
        content=spans_in(told["content"]),
        score=told.get("score", 1.0),
        why=told.get("why", "review"),
        parent=told.get("parent"),
        denies=told.get("denies"),
    )


def spans_in(pairs: Iterable[Iterable[int]]) -> tuple[Span, ...]:
    """Return spans that a review writes as lists of [start, end]."""
    return tuple(Span(*pair) for pair in pairs)


def described_source(source: Source) -> dict[str, Any]:
    """Return what a review says of a source, so that it is known again in another reading."""
    return {
        "name": source.name,
        "kind": source.kind.value,
        "role": source.role,
        "affiliation": source.affiliation,
        "country": source.country,
        "mentions": [span.to_list() for span in source.mentions],
    }


def described_place(place: Place) -> dict[str, Any]:
    """Return what a review says of a place."""
    return {name: value for name, value in place.to_dict().items() if name != "id"}


def interval(when: When) -> dict[str, str]:
    """Return what a review says of a time."""
    return {"start": when.start, "end": when.end, "precision": when.precision.value}
