"""Sources: who speaks and who is accused, one for all mentions of it in an article, and the chains they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.model import Source, SourceKind, Span, Statement
from reportedly.reading.sources.chains import Chains
from reportedly.reading.sources.descriptions import country_told, merged
from reportedly.reading.sources.entity import Entity
from reportedly.reading.sources.kinds import final_kind
from reportedly.reading.sources.resolve import Named, Resolver
from reportedly.reading.sources.words import normal, without_article

__all__ = ["Named", "normal", "with_sources", "without_article"]


def with_sources(
    named: Named, statements: Sequence[Statement], accused: Mapping[str, Sequence[Span]]
) -> tuple[tuple[Source, ...], tuple[Statement, ...]]:
    """Return the sources of an article, in order of first mention, and the statements with sources, against and chain.

    `accused` holds, by statement id, the spans that name who is accused, warned or threatened.
    """
    resolver = Resolver(named, statements)
    jobs = sorted(
        [(span, False, item) for item in statements for span in item.source[:1]]
        + [(span, True, item) for item in statements for span in accused.get(item.id, ())],
        key=lambda job: (job[0], job[1]),
    )
    for span, is_accused, item in jobs:  # in order of the text, so that each can look back at those before it
        resolver.resolve(span, item, accused=is_accused)
    told = [
        (item, _entities(resolver, item.source[:1], item), _entities(resolver, accused.get(item.id, ()), item))
        for item in statements
    ]
    spoken = [entity for _, said, against in told for entity in (*said, *against)]
    found = dict.fromkeys([*spoken, *(rival for entity in spoken for rival in entity.rivals)])
    ordered = sorted(found, key=lambda entity: min(entity.mentions))
    ids = {entity: f"source-{number}" for number, entity in enumerate(ordered, start=1)}
    finished = [
        replace(item, sources=tuple(ids[one] for one in said), against=tuple(ids[one] for one in against))
        for item, said, against in told
    ]
    chains = Chains(finished)
    return tuple(_source(entity, ids) for entity in ordered), tuple(
        replace(item, chain=chains.of(item)) for item in finished
    )


def _entities(resolver: Resolver, spans: Sequence[Span], item: Statement) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(entity for span in spans for entity in resolver.resolve(span, item)))


def _source(entity: Entity, ids: Mapping[Entity, str]) -> Source:
    said, name = merged(entity.descriptions), entity.name()
    kind = final_kind(entity)
    says_more = kind is SourceKind.PERSON and said.role is not None and said.role.lower() != name.lower()
    return Source(
        ids[entity],
        name,
        tuple(sorted(entity.mentions)),
        kind,
        said.role if says_more else None,
        said.affiliation,
        entity.country or said.country or (None if entity.is_person else _country_named(name)),
        tuple(ids[rival] for rival in entity.rivals),
    )


def _country_named(name: str) -> str | None:
    """Return the country that a body's name tells: "Turkish Foreign Ministry", "Moscow Evening Gazette"."""
    return next((country for word in name.split() if word[:1].isupper() and (country := country_told(word))), None)
