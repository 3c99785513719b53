"""FollowTheMoney entities as lines of JSON, for Aleph and OpenAleph: who says what in which article, and against whom.

https://followthemoney.tech/explorer/: an article is an Article, who speaks a Person, PublicBody, Organization or
LegalEntity. A statement is a Documentation, the edge from an article to whom it tells of, for each who speaks; an
accusation, warning or threat is an UnknownLink besides, from who makes it to whom it is against, with the article as
its proof. Unnamed sources are no entities, for they must not be matched with anybody: what they say is a Note on the
article. A Mention holds the name as the article has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from sqlalchemy import Connection

from reportedly.ledger.export.json_lines import put_line
from reportedly.ledger.export.selection import Chosen, Selection, readings
from reportedly.model import Source, SourceKind, Statement
from reportedly.model.digests import digest

SCHEMATA = {
    SourceKind.PERSON: "Person",
    SourceKind.GOVERNMENT: "PublicBody",
    SourceKind.ORGANIZATION: "Organization",
    SourceKind.GROUP: "LegalEntity",
}
# dates of FollowTheMoney have no offset
_MINUTE = len("2026-05-14T09:30")
_Properties = dict[str, list[str]]


def write(connection: Connection, selection: Selection, file: BinaryIO) -> None:
    """Write the entities of each article in turn, each once, with ids that every export of it gives them."""
    for chosen in readings(connection, selection):
        for entity in _entities(chosen):
            put_line(file, entity)


def _entities(chosen: Chosen) -> Iterator[dict[str, Any]]:
    yield _entity(_key("article", chosen.kept.article_id), "Article", _article(chosen))
    sources = {source.id: source for source in chosen.reading.sources if source.kind in SCHEMATA}
    named = dict.fromkeys(one for told in chosen.statements for one in (*told.sources, *told.against) if one in sources)
    for one in named:
        yield _party(chosen, sources[one])
        yield _mention(chosen, sources[one])
    for statement in chosen.statements:
        yield from _statement(chosen, statement, sources)


def _statement(chosen: Chosen, statement: Statement, sources: dict[str, Source]) -> Iterator[dict[str, Any]]:
    speakers = [one for one in statement.sources if one in sources]
    article = _key("article", chosen.kept.article_id)
    edge = {**_told(chosen, statement), "role": [statement.stance.value]}
    for one in speakers:
        ends = {"document": [article], "entity": [_source_key(chosen, one)]}
        yield _entity(_key("documentation", statement.id, one), "Documentation", {**ends, **edge})
        for other in statement.against:
            if other in sources:
                ends = {"subject": [_source_key(chosen, one)], "object": [_source_key(chosen, other)]}
                yield _entity(_key("link", statement.id, one, other), "UnknownLink", {**ends, **edge})
    if not speakers:
        note = {
            "name": [statement.stance.value],
            "description": [_words(chosen, statement)],
            "summary": [_evidence(chosen, statement)],
            "entity": [article],
            "proof": [article],
        }
        yield _entity(_key("note", statement.id), "Note", note)


def _told(chosen: Chosen, statement: Statement) -> _Properties:
    said = next((when for when in chosen.reading.whens if when.id == statement.said), None)
    article = chosen.reading.article
    return {
        "summary": [_words(chosen, statement)],
        "description": [_evidence(chosen, statement)],
        "recordId": [statement.id],
        "startDate": [said.start[:_MINUTE]] if said else [],
        "endDate": [said.end[:_MINUTE]] if said else [],
        "sourceUrl": [article.url] if article.url else [],
        "publisher": [article.publisher] if article.publisher else [],
        "proof": [_key("article", chosen.kept.article_id)],
    }


def _words(chosen: Chosen, statement: Statement) -> str:
    return " … ".join(span.of(chosen.reading.article.text) for span in statement.content)


def _evidence(chosen: Chosen, statement: Statement) -> str:
    """Return where in the text a statement stands, and how it is told."""
    places = ", ".join(f"{span.start}-{span.end}" for span in statement.content)
    text = chosen.reading.article.text
    source, cue = (" … ".join(span.of(text) for span in spans) for spans in (statement.source, statement.cue))
    told = f"{statement.kind.value} speech, source “{source}”, cue “{cue}”, score {statement.score:.2f}"
    return f"{told}; characters {places} of the text with the SHA-256 {chosen.reading.article.text_sha256}"


def _article(chosen: Chosen) -> _Properties:
    article = chosen.reading.article
    return {
        "title": [article.title] if article.title else [],
        "name": [article.title or article.url or article.file or chosen.kept.article_id],
        "author": list(article.byline),
        "publisher": [article.publisher] if article.publisher else [],
        "publishedAt": [article.published.start[:_MINUTE]] if article.published else [],
        "sourceUrl": [article.url] if article.url else [],
        "language": ["eng"] if article.language == "en" else [],
        "retrievedAt": [chosen.kept.fetched.removesuffix("Z")] if chosen.kept.fetched else [],
        "bodyText": [article.text],
    }


def _party(chosen: Chosen, source: Source) -> dict[str, Any]:
    entity = chosen.entities.get(source.id)
    country = [source.country.lower()] if source.country else []
    properties: _Properties = {
        "name": [entity.name if entity else source.name],
        "alias": [source.name] if entity and entity.name != source.name else [],
        "country": country,
    }
    if source.kind is SourceKind.PERSON:
        properties["position"] = [source.role] if source.role else []
        properties["notes"] = [f"of {source.affiliation}"] if source.affiliation else []
    return _entity(_source_key(chosen, source.id), SCHEMATA[source.kind], properties)


def _mention(chosen: Chosen, source: Source) -> dict[str, Any]:
    properties = {
        "document": [_key("article", chosen.kept.article_id)],
        "resolved": [_source_key(chosen, source.id)],
        "name": [source.name],
        "detectedSchema": [SCHEMATA[source.kind]],
        "contextCountry": [source.country.lower()] if source.country else [],
    }
    return _entity(_key("mention", chosen.kept.article_id, source.id), "Mention", properties)


def _entity(key: str, schema: str, properties: _Properties) -> dict[str, Any]:
    return {"id": key, "schema": schema, "properties": {name: said for name, said in properties.items() if said}}


def _source_key(chosen: Chosen, local: str) -> str:
    if local in chosen.entities:
        return _key("entity", chosen.entities[local].id)
    return _key("source", chosen.kept.article_id, local)


def _key(*parts: str) -> str:
    """Return an id of FollowTheMoney: the same in every export of the same."""
    return f"reportedly-{digest(*parts)[:40]}"
