"""The rows of statements that CSV, XLSX and Parquet share: what a fact-checker defends a row with, in named columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.ledger.export.selection import NO_NOTE, Chosen
from reportedly.ledger.keeping.indexing import Party, StatementRow, index_rows
from reportedly.model import Article, Figure, Place, Reading, Span, Statement, When

Cell = str | float | bool | list[str] | list[list[int]] | None
Row = dict[str, Cell]


class Kind(StrEnum):
    """What the cells of a column are; text, numbers and truth may be missing, lists may be empty."""

    TEXT = "text"
    NUMBER = "number"
    TRUTH = "true or false"
    TEXTS = "list of texts"
    SPANS = "list of spans"


# in the order of the columns; docs/export.md says what each holds
COLUMNS: Mapping[str, Kind] = {
    "statement_id": Kind.TEXT,
    "speakers": Kind.TEXTS,
    "stance": Kind.TEXT,
    "content": Kind.TEXT,
    "against": Kind.TEXTS,
    "answered": Kind.TEXTS,
    "publisher": Kind.TEXT,
    "title": Kind.TEXT,
    "published_start": Kind.TEXT,
    "published_end": Kind.TEXT,
    "published_precision": Kind.TEXT,
    "published_basis": Kind.TEXT,
    "said_start": Kind.TEXT,
    "said_end": Kind.TEXT,
    "said_precision": Kind.TEXT,
    "said_basis": Kind.TEXT,
    "said_words": Kind.TEXT,
    "kind": Kind.TEXT,
    "voice": Kind.TEXT,
    "reporter": Kind.TEXT,
    "source": Kind.TEXT,
    "cue": Kind.TEXT,
    "speaker_kinds": Kind.TEXTS,
    "speaker_roles": Kind.TEXTS,
    "speaker_affiliations": Kind.TEXTS,
    "speaker_countries": Kind.TEXTS,
    "speaker_ids": Kind.TEXTS,
    "against_ids": Kind.TEXTS,
    "chain": Kind.TEXTS,
    "parent": Kind.TEXT,
    "denies": Kind.TEXT,
    "places": Kind.TEXTS,
    "place_countries": Kind.TEXTS,
    "figures": Kind.TEXTS,
    "figure_values": Kind.TEXTS,
    "figure_units": Kind.TEXTS,
    "labels": Kind.TEXTS,
    "score": Kind.NUMBER,
    "why": Kind.TEXT,
    "reviewed": Kind.TRUTH,
    "verdict": Kind.TEXT,
    "review_who": Kind.TEXT,
    "review_at": Kind.TEXT,
    "review_why": Kind.TEXT,
    "machine": Kind.TEXT,
    "url": Kind.TEXT,
    "file": Kind.TEXT,
    "fetched": Kind.TEXT,
    "article_id": Kind.TEXT,
    "text_sha256": Kind.TEXT,
    "source_spans": Kind.SPANS,
    "cue_spans": Kind.SPANS,
    "content_spans": Kind.SPANS,
    "reader": Kind.TEXT,
}


def rows(chosen: Chosen) -> Iterator[Row]:
    """Yield the row of each chosen statement of an article, in the order of the text, with every column."""
    article = _article_cells(chosen)
    wanted = {statement.id for statement in chosen.statements}
    machine = None if chosen.reading is chosen.kept.reading else _by_id(chosen.kept.reading)
    for told in _Teller(chosen.reading).told():
        statement_id = str(told["statement_id"])
        if statement_id in wanted:
            cells = {**article, **told, **_note_cells(chosen, statement_id)}
            for party, ids in (("speaker_ids", "speakers"), ("against_ids", "against")):
                cells[party] = [_entity_id(chosen, local) for local in _texts(told[f"_{ids}"])]
            cells["machine"] = _differences(told, machine.get(statement_id, {})) if machine is not None else None
            yield {name: cells[name] for name in COLUMNS}


def _by_id(reading: Reading) -> dict[str, Row]:
    return {str(told["statement_id"]): told for told in _Teller(reading).told()}


def _differences(told: Row, machine: Row) -> str | None:
    """Return what the machine said otherwise, as JSON; of a statement that it has not found, null."""
    differing = {name: cell for name, cell in machine.items() if not name.startswith("_") and told[name] != cell}
    if not machine:
        return "null"
    return json.dumps(differing, ensure_ascii=False) if differing else None


def _entity_id(chosen: Chosen, local: str) -> str:
    return chosen.entities[local].id if local in chosen.entities else ""


def _texts(cell: Cell) -> list[str]:
    assert isinstance(cell, list)
    return [str(one) for one in cell]


def _article_cells(chosen: Chosen) -> Row:
    article: Article = chosen.reading.article
    return {
        "article_id": chosen.kept.article_id,
        "publisher": article.publisher,
        "title": article.title,
        "url": article.url,
        "file": article.file,
        "text_sha256": article.text_sha256,
        "fetched": chosen.kept.fetched,
        "reader": chosen.kept.reader,
        **_when_cells("published", article.published),
    }


def _note_cells(chosen: Chosen, statement_id: str) -> Row:
    note = chosen.notes.get(statement_id, NO_NOTE)
    return {
        "reviewed": note.reviewed,
        "verdict": note.verdict,
        "review_who": note.who,
        "review_at": note.at,
        "review_why": note.why,
    }


def _when_cells(name: str, when: When | None) -> Row:
    return {
        f"{name}_start": when.start if when else None,
        f"{name}_end": when.end if when else None,
        f"{name}_precision": when.precision.value if when else None,
        f"{name}_basis": when.basis.value if when else None,
    }


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells of the statements of a reading what depends on nothing else."""

    reading: Reading

    def told(self) -> Iterator[Row]:
        for statement, row in zip(self.reading.statements, index_rows(self.reading), strict=True):
            yield self._told(statement, row)

    def _told(self, statement: Statement, row: StatementRow) -> Row:
        speakers, against, chain = (_parties(row, role) for role in ("source", "against", "chain"))
        figures, places = self._figures(statement), self._places(statement)
        text = self.reading.article.text
        return {
            "statement_id": statement.id,
            **{name: _plain(row, name) for name in ("stance", "kind", "voice", "reporter", "source", "cue", "content")},
            "speakers": [party.profile.name for party in speakers],
            "speaker_kinds": [party.profile.kind for party in speakers],
            "speaker_roles": [party.profile.role for party in speakers],
            "speaker_affiliations": [party.profile.affiliation for party in speakers],
            "speaker_countries": [party.profile.country for party in speakers],
            "against": [party.profile.name for party in against],
            "answered": [party.answered or "" for party in against],
            "chain": [party.profile.name for party in chain],
            "_speakers": [party.local for party in speakers],
            "_against": [party.local for party in against],
            **self._said(statement),
            "parent": statement.parent,
            "denies": statement.denies,
            "places": [place.name for place in places],
            "place_countries": [place.country or "" for place in places],
            "figures": [figure.span.of(text) for figure in figures],
            "figure_values": [_amount(figure) for figure in figures],
            "figure_units": [figure.unit for figure in figures],
            "labels": sorted(row.labels),
            "score": statement.score,
            "why": statement.why,
            "source_spans": _pairs(statement.source),
            "cue_spans": _pairs(statement.cue),
            "content_spans": _pairs(statement.content),
        }

    def _said(self, statement: Statement) -> Row:
        said = next((when for when in self.reading.whens if when.id == statement.said), None)
        words = said.span.of(self.reading.article.text) if said and said.span else None
        return {**_when_cells("said", said), "said_words": words}

    def _places(self, statement: Statement) -> list[Place]:
        """Return the places of a content, in the order of the text, each once."""
        known = {place.id: place for place in self.reading.places}
        named = (known[one] for one in statement.places if one in known)
        return list({(place.geonameid, place.name, place.country): place for place in named}.values())

    def _figures(self, statement: Statement) -> list[Figure]:
        known = {figure.id: figure for figure in self.reading.figures}
        return [known[one] for one in statement.figures if one in known]


def _parties(row: StatementRow, role: str) -> list[Party]:
    return [party for party in row.parties if party.role == role]


def _plain(row: StatementRow, name: str) -> str:
    return str(row.columns[name])


def _amount(figure: Figure) -> str:
    """Return a figure's number, or its range as "24 to 99".

    >>> _amount(Figure("f1", 12.0, 12.0, "percent", None, False, Span(0, 2)))
    '12'
    """
    low, high = (f"{value:.15g}" for value in (figure.low, figure.high))
    return low if low == high else f"{low} to {high}"


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [span.to_list() for span in spans]
