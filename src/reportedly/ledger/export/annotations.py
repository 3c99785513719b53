"""W3C Web Annotations: one a statement, in the pages of a collection.

https://www.w3.org/TR/annotation-model/: offsets are code points ("in units of characters", section 4.2.5, which are
Unicode code points), and the text that they count in is named by its SHA-256.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from reportedly.ledger.export.json_lines import encoded
from reportedly.ledger.export.names import URN, source_urn, urn
from reportedly.ledger.export.selection import Chosen, Selection, readings
from reportedly.model import Span, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"reportedly": URN}]
COLLECTION = "collection.jsonld"
ON_A_PAGE = 1_000
# as much before and after a quotation as tells it from another of the same words
_AROUND = 32
_Node = dict[str, Any]


def write(connection: Connection, selection: Selection, folder: Path) -> None:
    """Write collection.jsonld and the pages page-1.jsonld, page-2.jsonld, … into a folder that is there."""
    annotations = chain.from_iterable(map(_annotations, readings(connection, selection)))
    number = total = 0
    page = list(islice(annotations, ON_A_PAGE))
    while page or not number:
        number += 1
        following = list(islice(annotations, ON_A_PAGE))
        _put(folder / _page(number), _page_fields(number, total, page, last=not following))
        total += len(page)
        page = following
    _put(
        folder / COLLECTION,
        {
            "id": COLLECTION,
            "type": "AnnotationCollection",
            "label": "Statements of a reportedly ledger",
            "total": total,
            "first": _page(1),
            "last": _page(number),
        },
    )


def _page_fields(number: int, before: int, page: list[_Node], *, last: bool) -> _Node:
    fields: _Node = {"id": _page(number), "type": "AnnotationPage", "partOf": COLLECTION, "startIndex": before}
    if number > 1:
        fields["prev"] = _page(number - 1)
    if not last:
        fields["next"] = _page(number + 1)
    return {**fields, "items": page}


def _page(number: int) -> str:
    return f"page-{number}.jsonld"


def _put(path: Path, fields: _Node) -> None:
    path.write_bytes(encoded({"@context": CONTEXT, **fields}) + b"\n")


def _annotations(chosen: Chosen) -> Iterator[_Node]:
    for statement in chosen.statements:
        yield {
            "id": urn("annotation", statement.id),
            "type": "Annotation",
            "motivation": ["identifying", "classifying"],
            "generator": {"id": urn("program", chosen.kept.reader), "type": "Software"},
            "body": list(_bodies(chosen, statement)),
            "target": list(_targets(chosen, statement)),
        }


def _bodies(chosen: Chosen, statement: Statement) -> Iterator[_Node]:
    """Yield the stance as a tag, who speaks and whom it is against by their names, and all else as one structure."""
    yield {"type": "TextualBody", "purpose": "classifying", "value": statement.stance.value}
    names = {source.id: source.name for source in chosen.reading.sources}
    for role, sources in (("source", statement.sources), ("against", statement.against)):
        for one in sources:
            yield {
                "type": "SpecificResource",
                "purpose": "identifying",
                "source": source_urn(chosen, one),
                "reportedly:role": role,
                "reportedly:name": names.get(one, ""),
            }
    told: _Node = {
        "id": urn("statement", statement.id),
        "type": "reportedly:Statement",
        "reportedly:kind": statement.kind.value,
        "reportedly:reporter": statement.reporter.value,
        "reportedly:score": statement.score,
        "reportedly:why": statement.why,
        "reportedly:chain": [source_urn(chosen, one) for one in statement.chain],
    }
    for name in ("parent", "denies"):
        other = getattr(statement, name)
        if other:
            told[f"reportedly:{name}"] = {"id": urn("statement", other)}
    yield told


def _targets(chosen: Chosen, statement: Statement) -> Iterator[_Node]:
    """Yield one target for each span of source, cue and content."""
    article = chosen.reading.article
    source: _Node = {
        "id": article.url or urn("article", chosen.kept.article_id),
        "type": "Text",
        "format": "text/plain",
        "language": article.language or "en",
        "reportedly:article": chosen.kept.article_id,
        "reportedly:textSha256": article.text_sha256,
    }
    for role in ("source", "cue", "content"):
        spans: tuple[Span, ...] = getattr(statement, role)
        for span in spans:
            target: _Node = {"type": "SpecificResource", "reportedly:role": role, "source": source}
            if chosen.kept.fetched:
                target["state"] = {"type": "TimeState", "sourceDate": chosen.kept.fetched}
            yield {**target, "selector": _selectors(article.text, span)}


def _selectors(text: str, span: Span) -> list[_Node]:
    """Return the place and the words of a span: two ways to find the same."""
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _AROUND) : span.start],
            "suffix": text[span.end : span.end + _AROUND],
        },
    ]
