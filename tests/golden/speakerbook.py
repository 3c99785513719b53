"""Short invented texts with who speaks in them: speakers.toml, which says what its tables mean.

`missed` in a [[case.speaker]] lists the fields that the present reader gets wrong: "statement" where it finds none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import reportedly
from reportedly.model import Reading, Source, Statement

FILE = Path(__file__).parent / "speakers.toml"
SINGLE = ("role", "affiliation")


def speakers() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every expected speaker with its case."""
    cases: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]
    return ((case, entry) for case in cases for entry in case["speaker"])


def misses() -> dict[tuple[str, int], list[str]]:
    """Return what the reader gets wrong, by table ("case.speaker") and number in the file."""
    readings: dict[str, Reading] = {}
    found: list[list[str]] = []
    for case, entry in speakers():
        if case["id"] not in readings:
            readings[case["id"]] = reportedly.read(case["text"])
        found.append(wrong(readings[case["id"]], entry))
    return {("case.speaker", number): fields for number, fields in enumerate(found) if fields}


def wrong(reading: Reading, entry: dict[str, Any]) -> list[str]:
    """Return the fields of an expected speaker that a reading gets wrong."""
    statement = statement_at(reading, entry["cue"])
    if statement is None:
        return ["statement"]
    sources = _of(reading, statement.sources)
    found: dict[str, Any] = {
        "name": [plain(source.name) for source in sources],
        "kind": [source.kind.value for source in sources],
        "country": [source.country or "" for source in sources],
        "against": [plain(source.name) for source in _of(reading, statement.against)],
        "role": sources[0].role if len(sources) == 1 else None,
        "affiliation": sources[0].affiliation if len(sources) == 1 else None,
    }
    wanted = {field: entry[field] for field in found if field in entry}
    for field in ("name", "against"):
        if field in wanted:
            wanted[field] = [plain(name) for name in wanted[field]]
    return [field for field, value in wanted.items() if found[field] != value]


def statement_at(reading: Reading, cue: str) -> Statement | None:
    """Return the statement with a cue that shares a word with this one, which occurs once in the text."""
    start = reading.article.text.index(cue)
    end = start + len(cue)
    near = (item for item in reading.statements if any(span.start < end and start < span.end for span in item.cue))
    return next(near, None)


def plain(name: str) -> str:
    """Return a name as it is compared: without article, its quotation marks and apostrophes of one kind."""
    return re.sub(r"\A(?:the|an?) ", "", name.replace("’", "'"), flags=re.IGNORECASE).casefold()


def _of(reading: Reading, ids: Sequence[str]) -> list[Source]:
    by_id = {source.id: source for source in reading.sources}
    return [by_id[id_] for id_ in ids]
