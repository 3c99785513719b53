"""JSON-LD in the words of schema.org: NewsArticle, Quotation, Claim, Person, Organization, Place.

https://schema.org/Quotation, https://schema.org/Claim. What schema.org has no word for (stance, cue, whom it is
against) stands in a vocabulary of the program's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from sqlalchemy import Connection

from reportedly.ledger.export.json_lines import put_document
from reportedly.ledger.export.names import URN, source_urn, urn
from reportedly.ledger.export.selection import Chosen, Selection, readings
from reportedly.model import Article, Place, Source, SourceKind, Stance, Statement, StatementKind

_Node = dict[str, Any]

# whole in itself, so that nothing has to be fetched to read the file
CONTEXT: _Node = {
    "@vocab": "https://schema.org/",
    "reportedly": URN,
    **{name: {"@type": "@id"} for name in ("url", "appearance", "firstAppearance", "isPartOf", "sameAs")},
    **{f"reportedly:{name}": {"@type": "@id"} for name in ("against", "chain", "parent", "denies")},
}
_TYPES = {
    SourceKind.PERSON: "Person",
    SourceKind.GOVERNMENT: "GovernmentOrganization",
    SourceKind.ORGANIZATION: "Organization",
    SourceKind.DOCUMENT: "CreativeWork",
    SourceKind.GROUP: "Organization",
    # whether it is one person or many is not told
    SourceKind.UNNAMED: "Thing",
}
# who says so in one of these ways holds it for true; a denial's content is what its author does not hold
ASSERTING = frozenset(
    {
        Stance.SAYS,
        Stance.CLAIMS,
        Stance.ALLEGES,
        Stance.ACCUSES,
        Stance.CONFIRMS,
        Stance.ADMITS,
        Stance.WARNS,
        Stance.PREDICTS,
        Stance.BELIEVES,
    }
)


def write(connection: Connection, selection: Selection, file: BinaryIO) -> None:
    """Write one document with one context; its graph has the nodes of each article in turn."""
    nodes = ((None, node) for chosen in readings(connection, selection) for node in _nodes(chosen))
    put_document(file, {"@context": CONTEXT}, "@graph", nodes)


def _nodes(chosen: Chosen) -> Iterator[_Node]:
    yield _article(chosen)
    sources = {source.id: source for source in chosen.reading.sources}
    wanted = {
        one: None for told in chosen.statements for one in (*told.sources, *told.against, *told.chain) if one in sources
    }
    for one in wanted:
        yield _source(chosen, sources[one])
    for statement in chosen.statements:
        yield _quotation(chosen, statement)
        if statement.stance in ASSERTING:
            yield _claim(chosen, statement)


def _article(chosen: Chosen) -> _Node:
    article = chosen.reading.article
    return _said(
        {
            "@id": urn("article", chosen.kept.article_id),
            "@type": "NewsArticle",
            "identifier": chosen.kept.article_id,
            "headline": article.title,
            "url": article.url,
            "inLanguage": article.language,
            "datePublished": article.published.start if article.published else None,
            "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
            "author": [{"@type": "Person", "name": name} for name in article.byline],
            "encoding": {
                "@type": "TextObject",
                "encodingFormat": "text/plain; charset=utf-8",
                "sha256": article.text_sha256,
            },
        }
    )


def _source(chosen: Chosen, source: Source) -> _Node:
    entity = chosen.entities.get(source.id)
    node: _Node = {
        "@id": source_urn(chosen, source.id),
        "@type": _TYPES[source.kind],
        "name": entity.name if entity else source.name,
        "reportedly:kind": source.kind.value,
    }
    if source.kind is SourceKind.PERSON:
        node["jobTitle"] = source.role
        node["affiliation"] = {"@type": "Organization", "name": source.affiliation} if source.affiliation else None
        node["nationality"] = {"@type": "Country", "identifier": source.country} if source.country else None
    return _said(node)


def _quotation(chosen: Chosen, statement: Statement) -> _Node:
    speakers = _references(chosen, statement.sources)
    said = next((when for when in chosen.reading.whens if when.id == statement.said), None)
    places = {place.id: place for place in chosen.reading.places}
    return _said(
        {
            "@id": urn("statement", statement.id),
            "@type": "Quotation",
            "identifier": statement.id,
            "isPartOf": urn("article", chosen.kept.article_id),
            "text": _words(chosen.reading.article, statement),
            "spokenByCharacter": speakers,
            # of indirect speech the words are the reporter's
            "creator": [] if statement.kind is StatementKind.INDIRECT else speakers,
            "temporalCoverage": f"{said.start}/{said.end}" if said else None,
            "mentions": [_place(places[one]) for one in statement.places if one in places],
            "reportedly:kind": statement.kind.value,
            "reportedly:stance": statement.stance.value,
            "reportedly:reporter": statement.reporter.value,
            "reportedly:cue": " … ".join(span.of(chosen.reading.article.text) for span in statement.cue),
            "reportedly:against": [source_urn(chosen, one) for one in statement.against],
            "reportedly:chain": [source_urn(chosen, one) for one in statement.chain],
            "reportedly:parent": urn("statement", statement.parent) if statement.parent else None,
            "reportedly:denies": urn("statement", statement.denies) if statement.denies else None,
            "reportedly:spans": [f"{span.start}-{span.end}" for span in statement.content],
            "reportedly:score": statement.score,
            "reportedly:verdict": chosen.notes[statement.id].verdict if statement.id in chosen.notes else None,
        }
    )


def _claim(chosen: Chosen, statement: Statement) -> _Node:
    article = urn("article", chosen.kept.article_id)
    return _said(
        {
            "@id": urn("claim", statement.id),
            "@type": "Claim",
            "text": _words(chosen.reading.article, statement),
            "author": _references(chosen, statement.sources),
            "appearance": [urn("statement", statement.id), article],
            "firstAppearance": article,
        }
    )


def _references(chosen: Chosen, sources: Iterable[str]) -> list[_Node]:
    return [{"@id": source_urn(chosen, one)} for one in sources]


def _place(place: Place) -> _Node:
    return _said(
        {
            "@type": "Place",
            "name": place.name,
            "geo": {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon},
            "sameAs": f"https://sws.geonames.org/{place.geonameid}/" if place.geonameid else None,
        }
    )


def _words(article: Article, statement: Statement) -> str:
    return " … ".join(span.of(article.text) for span in statement.content)


def _said(node: _Node) -> _Node:
    """Return a node without what is not known."""
    return {name: value for name, value in node.items() if value is not None and value != []}
