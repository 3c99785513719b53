from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model import Article, Page, Span, Story, Zone, ZoneKind
from reportedly.reading.figures import read_checks, read_figures

Told = Callable[[str], list[str]]


def page_of(*zones: tuple[ZoneKind, str]) -> Page:
    text, placed = "", []
    for kind, words in zones:
        placed.append(Zone(kind, Span(len(text), len(text) + len(words))))
        text += words
    return Page(Article(text), (Story("s1", None, tuple(placed)),))


@pytest.fixture
def make_page() -> Callable[..., Page]:
    """Return a maker of pages from zones as (kind, words)."""
    return page_of


@pytest.fixture
def told() -> Told:
    """Return what tells the figures of a paragraph: "$3.2 million = 3200000 USD", "about" before what is left open."""

    def tell(text: str) -> list[str]:
        found = []
        for figure in read_figures(page_of((ZoneKind.BODY, text))):
            value = f"{figure.low:g}" if figure.low == figure.high else f"{figure.low:g}..{figure.high:g}"
            if abs(figure.high) >= 1e5 and figure.low == figure.high:
                value = f"{figure.low:.0f}"
            open_ = "about " if figure.approximate else ""
            found.append(f"{figure.span.of(text)} = {open_}{value} {figure.unit}".rstrip())
        return found

    return tell


@pytest.fixture
def counted() -> Told:
    """Return what tells what the figures of a paragraph count, in the words of the text."""

    def tell(text: str) -> list[str]:
        return [figure.of or "-" for figure in read_figures(page_of((ZoneKind.BODY, text)))]

    return tell


@pytest.fixture
def checked() -> Told:
    """Return what tells the checks of a paragraph: "sum ok: 5 + 7 = 12, the 12 people."."""

    def tell(text: str) -> list[str]:
        page = page_of((ZoneKind.BODY, text))
        checks = read_checks(page, read_figures(page))
        return [f"{check.kind.value} {'ok' if check.ok else 'off'}: {check.says}" for check in checks]

    return tell
