"""Readings of short invented texts against what a careful person expects: chains, stances, denials, who is accused."""

from functools import cache
from pathlib import Path

import pytest

from reportedly.model import Reporter, Stance, StatementKind
from tests.golden.casebook import Misses, case_files, cases_of, marked_in, misses_in, statements_of
from tests.golden.expectations import located
from tests.golden.test_golden import SLACK

FILES = [pytest.param(path, id=path.stem) for path in case_files()]
FIELDS = {
    "source", "cue", "content", "kind", "stance", "reporter", "against", "chain", "parent", "denies", "missed",
}  # fmt: skip


@cache
def wrong_in(path: Path) -> Misses:
    return misses_in(path)


@pytest.mark.parametrize("path", FILES)
def test_expectations_are_about_their_text(path: Path):
    ids = [case["id"] for case in cases_of(path)]
    assert len(ids) == len(set(ids))
    for case, entry in statements_of(path):
        assert located(case["text"], entry).content
        assert set(entry) <= FIELDS
        assert entry["kind"] in set(StatementKind)
        assert entry["stance"] in set(Stance)
        assert entry.get("reporter", "neutral") in set(Reporter)
        names = [*entry.get("chain", []), *entry.get("against", []), entry.get("parent", ""), entry.get("denies", "")]
        assert all(name in case["text"] for name in names)


@pytest.mark.parametrize("path", FILES)
def test_statements_are_as_expected(path: Path):
    wrong, known = wrong_in(path), marked_in(path)
    turned = [place for place in wrong.keys() | known.keys() if wrong.get(place) != known.get(place)]
    tables = len(cases_of(path)) + len(list(statements_of(path)))
    assert len(turned) <= SLACK * tables, "\n".join(f"{place}: {wrong.get(place, 'right')}" for place in sorted(turned))
