"""reportedly find: the statements of a ledger that a query asks for."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.look import look
from reportedly.cli.output import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from reportedly.ledger.search.found import Found

_QUERY = (
    'Words, "phrases", beginnings (miss*) and conditions such as stance:denies, source:"Ada Brann", said:2026-05; '
    "without any, all statements."
)


def find(  # noqa: PLR0913 - Typer reads the options from the signature
    query: Annotated[list[str] | None, typer.Argument(metavar="[QUERY]", help=_QUERY, show_default=False)] = None,
    *,
    sort: Annotated[
        str,
        typer.Option(
            metavar="KEY",
            show_default=False,
            help="published, said, score, added or source; with a - before it, the last first.",
        ),
    ] = "-published",
    page: Annotated[int, typer.Option(metavar="N", min=1, help="Which page.")] = 1,
    size: Annotated[int, typer.Option(metavar="N", min=0, max=1000, help="Statements on a page.")] = 20,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count by source, stance, outlet, country and the like.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV, the page with all columns.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Find statements in the ledger.

    By words, by who says them, when, where and against whom. Prints a table, the statements published last first.
    docs/query.md has all that a query can ask.

    Exit status: 0 all well, 1 the query or the ledger is not right, 2 wrong usage.
    """
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv exclude each other: give one of them")
    if as_csv and facets:
        raise typer.BadParameter("--facets are not for --csv: leave one of them out")
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.query import parse  # noqa: PLC0415 - only where it is wanted
    from reportedly.ledger.search.finding import find as found_by  # noqa: PLC0415 - heavy
    from reportedly.ledger.search.found import Page, Sort  # noqa: PLC0415 - heavy
    from reportedly.report.ledger import table  # noqa: PLC0415 - only where it is wanted

    asked = parse(" ".join(query or ()))
    shown = Page(size, (page - 1) * size)
    with Database.open(ledger, create=False) as opened, opened.reads() as connection:
        found = found_by(connection, asked, shown, Sort.of(sort), facets=facets)
        if as_csv:
            _write_csv(connection, found)
        elif as_json:
            say(json.dumps({"query": str(asked), **found.to_dict()}, ensure_ascii=False, indent=2) + "\n")
        else:
            say(table.render(found, shown, look()))


def _write_csv(connection: Connection, found: Found) -> None:
    from reportedly.ledger.export import formats  # noqa: PLC0415 - heavy
    from reportedly.ledger.export.selection import Selection  # noqa: PLC0415 - heavy

    chosen = Selection(frozenset(row.statement_id for row in found.rows))
    formats.write(connection, formats.FORMATS["csv"], sys.stdout.buffer, chosen)
    sys.stdout.buffer.flush()
