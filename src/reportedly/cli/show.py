"""reportedly show: an article, a statement or a source of a ledger."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.look import look
from reportedly.cli.output import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from reportedly.ledger.lookup import Named
    from reportedly.report.look import Look


def show(
    what: Annotated[str, typer.Argument(metavar="ID", help="An id, or its first digits.", show_default=False)],
    *,
    ledger: LedgerOption = None,
    full: Annotated[bool, typer.Option("--full", help="Show long contents and lists whole.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show an article, a statement or a source.

    An article with how it came in, the versions of its page and the passages that it shares with others; a statement
    with its place in the article; a source with what it says, is accused of and answers. `reportedly find` prints ids.

    Exit status: 0 all well, 1 there is nothing of that id, 2 wrong usage.
    """
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.lookup import look_up  # noqa: PLC0415 - heavy

    with Database.open(ledger, create=False) as opened, opened.reads() as connection:
        fields, render = _view(connection, look_up(connection, what))
    say(json.dumps(fields, ensure_ascii=False, indent=2) + "\n" if as_json else render(look(full=full)))


def _view(connection: Connection, named: Named) -> tuple[dict[str, Any], Callable[[Look], str]]:
    """Return what there is to show as JSON-ready values, and what sets it for a terminal."""
    from functools import partial  # noqa: PLC0415

    from reportedly.ledger import dossiers, showing  # noqa: PLC0415 - heavy
    from reportedly.ledger.lookup import Thing  # noqa: PLC0415 - heavy
    from reportedly.report.ledger import article, source, statement  # noqa: PLC0415 - only where it is wanted

    if named.thing is Thing.ARTICLE:
        view = showing.article_view(connection, named.id)
        return view.to_dict(), partial(article.render, view)
    if named.thing is Thing.STATEMENT:
        one = showing.statement_view(connection, named.id)
        return one.to_dict(), partial(statement.render, one)
    dossier = dossiers.dossier_of(connection, named.id)
    return dossiers.to_dict(dossier), partial(source.render, dossier)
