"""Short invented texts with every statement in them, beside the golden articles: cases/NAME.toml.

A [[case]] is one text with an id and, for every statement in it in order, a [[case.statement]] as in expectations.py; a
case without any is a text in which nobody says anything. `missed` lists what the present reader gets wrong: fields of
the statement, or for the case "extra", where the reader finds more statements than there are.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import reportedly
from tests.golden.expectations import statement_at, wrong_in_statement

CASES = Path(__file__).parent / "cases"
Misses = dict[tuple[str, int], list[str]]


def case_files() -> list[Path]:
    return sorted(CASES.glob("*.toml"))


def cases_of(path: Path) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return cases


def statements_of(path: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield every statement of a file with its case."""
    return ((case, entry) for case in cases_of(path) for entry in case.get("statement", []))


def misses_in(path: Path) -> Misses:
    """Return what the reader gets wrong in a file, by table ("case" or "case.statement") and number in the file."""
    wrong: Misses = {}
    at = 0
    for number, case in enumerate(cases_of(path)):
        reading, meant = reportedly.read(case["text"]), set()
        for entry in case.get("statement", []):
            wrong["case.statement", at] = wrong_in_statement(reading, entry)
            found = statement_at(reading, entry)
            meant |= {found.id} if found else set()
            at += 1
        if any(statement.id not in meant for statement in reading.statements):
            wrong["case", number] = ["extra"]
    return {place: fields for place, fields in wrong.items() if fields}


def marked_in(path: Path) -> Misses:
    """Return what a file says that the present reader gets wrong, as `misses_in` does."""
    tables = [("case", number, case) for number, case in enumerate(cases_of(path))]
    tables += [("case.statement", number, entry) for number, (_, entry) in enumerate(statements_of(path))]
    return {(table, number): entry["missed"] for table, number, entry in tables if entry.get("missed")}
