"""Shows the statements that a search gives, and what they have in common."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.ledger.search.found import Facets, Found, Page, Row
from reportedly.model import Stance
from reportedly.report.look import Look, printed
from reportedly.report.phrases import counted, one_line, shown
from reportedly.report.stances import STANCE_STYLES

# words of a content before the rest is cut
_WORDS = 40
# digits of an id that are shown: a million ids differ in them, but for a few, and any command takes them
_DIGITS = 10
_FIELDS = {
    "stance": "Stance",
    "kind": "Kind",
    "source_kind": "Kind of source",
    "source": "Source",
    "against": "Against",
    "publisher": "Outlet",
    "country": "Country of source",
    "place": "Place",
    "label": "Label",
    "voice": "Voice",
    "reporter": "Reporter",
    "published": "Month",
}


def render(found: Found, page: Page, look: Look) -> str:
    """Return a page of statements as a table, with the facets below it where there are any."""
    return printed(_lines(found, page, look), look)


def _lines(found: Found, page: Page, look: Look) -> Iterator[RenderableType]:
    if found.rows:
        yield _table(found, look)
    first = page.offset + 1 if found.rows else 0
    some = f", {first:,} to {page.offset + len(found.rows):,} shown" if len(found.rows) < found.total else ""
    yield Text(f"{counted(found.total, 'statement')}{some}", "dim")
    if found.facets:
        yield from _facets(found.facets, found.total)


def _table(found: Found, look: Look) -> Table:
    rows = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", expand=False)
    rows.add_column("Published", no_wrap=True)
    rows.add_column("Source", max_width=look.columns // 4)
    rows.add_column("Statement", ratio=1)
    rows.add_column("Id", no_wrap=True)
    for row in found.rows:
        rows.add_row((row.published_start or "undated")[:10], _who(row), _what(row), row.statement_id[:_DIGITS])
        rows.add_row("", "", Text(shown(_where(row)), "dim", no_wrap=True, overflow="ellipsis"), "")
    return rows


def _who(row: Row) -> Text:
    names = " and ".join(actor.name for actor in row.speakers)
    return Text(shown(names or one_line(row.source) or "nobody named"))


def _what(row: Row) -> Text:
    words = one_line(row.content).split()
    content = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    against = " and ".join(actor.name for actor in row.against)
    aimed = f" {against}" if against else ""
    verdict = f" [{row.verdict}]" if row.verdict else ""
    style = STANCE_STYLES.get(Stance(row.stance), "")
    return Text.assemble((row.stance, style), f"{shown(aimed)}{verdict}: {shown(content)}")


def _where(row: Row) -> str:
    said = f"said {row.said_start[:10]}" if row.said_start else ""
    return " · ".join(part for part in (row.publisher, row.title or row.url or row.file, said) if part)


def _facets(facets: Facets, total: int) -> Iterator[Text]:
    yield Text()
    if facets.counted < total:
        yield Text(f"Counted in {facets.counted:,} of them, a sample:", "dim")
    for facet in facets.facets:
        if facet.values:
            values = ", ".join(f"{value.name} {value.count:,}" for value in facet.values)
            more = f" and {facet.more:,} more" if facet.more else ""
            yield Text.assemble((f"{_FIELDS.get(facet.field, facet.field)}: ", "bold"), shown(values + more))
