"""Hand-made readings for the tests of what a person sees."""

from collections.abc import Callable, Iterable

import pytest

from reportedly.model import (
    Article,
    Precision,
    Reading,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    When,
    WhenBasis,
    Zone,
    ZoneKind,
    statement_id,
)
from reportedly.reading.sources import Named, with_sources
from tests.unit.report.rich_reading import rich_reading

Row = tuple[str, str, tuple[str, ...], StatementKind, Stance]
Make = Callable[..., Reading]

TEXT = """Courier: ferry "never safe"

PORT SELLA (MNA) — The Port Authority has denied that the ferry was unsafe.

"We checked every bolt," said harbour master Ivo Senn. "Nothing was loose."

The Lantern Party accused the Port Authority of hiding a report.

The Harbour Wire, citing a pilot, reported that the ferry listed in March.

The ferry was reportedly built in 1988.
"""
DIRECT, INDIRECT = StatementKind.DIRECT, StatementKind.INDIRECT
ROWS: tuple[Row, ...] = (
    ("The Port Authority", "has denied", ("that the ferry was unsafe",), INDIRECT, Stance.DENIES),
    ("harbour master Ivo Senn", "said", ('"We checked every bolt,"', '"Nothing was loose."'), DIRECT, Stance.SAYS),
    ("The Lantern Party", "accused", ("the Port Authority of hiding a report",), INDIRECT, Stance.ACCUSES),
    ("The Harbour Wire", "reported", ("that the ferry listed in March",), INDIRECT, Stance.SAYS),
    ("a pilot", "citing", ("that the ferry listed in March",), INDIRECT, Stance.SAYS),
    ("", "reportedly", ("built in 1988",), INDIRECT, Stance.SAYS),
)
PUBLISHED = When("w1", "2026-05-14", "2026-05-15", Precision.DAY, WhenBasis.METADATA)


def spans_in(text: str, pieces: Iterable[str]) -> tuple[Span, ...]:
    return tuple(Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces if piece)


def statement_of(article: Article, row: Row, story: str = "s1") -> Statement:
    source, cue, content, kind, stance = row
    roles = [spans_in(article.text, pieces) for pieces in ((source,), (cue,), content)]
    return Statement(statement_id(article, roles), story, kind, stance, *roles, 0.875, "by-hand")


@pytest.fixture
def make() -> Make:
    """Return what makes a reading of one story of body text from rows of source, cue, content, kind and stance."""

    def make(text: str = TEXT, rows: Iterable[Row] = ROWS, **fields: object) -> Reading:
        article = Article(text, **fields)
        story = Story("s1", None, (Zone(ZoneKind.BODY, Span(0, len(text))),))
        sources, statements = with_sources(
            Named(text, [Span(0, len(text))], ()), [statement_of(article, row) for row in rows], {}
        )
        return Reading(article, (story,), statements, sources)

    return make


@pytest.fixture
def reading(make: Make) -> Reading:
    """Return a reading with every form that a report must show."""
    return make(
        title="Ferry “never safe”",
        file="ferry.txt",
        publisher="The Sella Courier",
        byline=("Ana Torrel",),
        published=PUBLISHED,
        basis={"publisher": "json-ld", "published": "opengraph"},
        warnings=("the text looks wrongly decoded",),
    )


@pytest.fixture(scope="session")
def rich() -> Reading:
    """Return a reading of two stories that holds everything that a reading can hold."""
    return rich_reading()
