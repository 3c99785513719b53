"""Figures and checks of a table written by the conventions: what a reader counts in news of every kind."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportedly.model import Figure, Page, ZoneKind
from reportedly.reading.figures import read_checks, read_figures

TABLE = tomllib.loads(Path(__file__).with_name("blind.toml").read_text(encoding="utf-8"))


def _written(figure: Figure, page: Page, expected: str) -> str:
    """Return a figure as the table writes it; what it counts only where the table judges it, "*" for any unit."""
    value = f"{figure.low:.15g}" if figure.low == figure.high else f"{figure.low:.15g}..{figure.high:.15g}"
    unit = "*" if expected.endswith(" *") else figure.unit
    counted = f" | {figure.of or '-'}" if " | " in expected else ""
    return f"{figure.span.of(page.article.text)} = {'about ' * figure.approximate}{value} {unit}{counted}"


@pytest.mark.parametrize("row", TABLE["sentence"], ids=lambda row: row["text"][:40])
def test_every_figure_of_a_sentence(make_page: Any, row: dict[str, Any]) -> None:
    page = make_page((ZoneKind.BODY, row["text"]))
    found = read_figures(page)
    expected = row["figures"] + [""] * (len(found) - len(row["figures"]))
    assert [_written(figure, page, told) for figure, told in zip(found, expected, strict=False)] == row["figures"]


@pytest.mark.parametrize("row", TABLE["check"], ids=lambda row: row["text"][:40])
def test_every_check_of_a_sentence(make_page: Any, row: dict[str, Any]) -> None:
    page = make_page((ZoneKind.BODY, row["text"]))
    checks = read_checks(page, read_figures(page))
    assert [f"{check.kind.value} {'ok' if check.ok else 'off'}" for check in checks] == row["checks"]
