"""reportedly review history, export and import."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import complain, mention, say
from reportedly.cli.review.options import whole_id
from reportedly.reader import STDIN

_File = Annotated[
    str, typer.Argument(metavar="FILE", help="A .jsonl file, or - for standard input or output.", show_default=False)
]


def history(
    target: Annotated[
        str, typer.Argument(metavar="ID", help="A statement, an article or a source.", show_default=False)
    ],
    *,
    ledger: LedgerOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Tell all that people have said of a thing, newest first, beside what the machine said.

    Of an article, what was said of its statements and sources is told, too.
    """
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.reviews.history import history as told  # noqa: PLC0415 - heavy
    from reportedly.report.ledger.reviews import render_history  # noqa: PLC0415 - heavy

    with Database.open(ledger, create=False) as opened, opened.reads() as connection:
        entries = told(connection, whole_id(connection, target))
    say(
        "".join(json.dumps(one.to_dict(), ensure_ascii=False) + "\n" for one in entries)
        if as_json
        else render_history(entries)
    )


def export(file: _File, *, ledger: LedgerOption = None) -> None:
    """Write the log of reviews, one JSON object a line, for another ledger."""
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.reviews.exchange import export_reviews  # noqa: PLC0415 - heavy

    with Database.open(ledger, create=False) as opened, opened.reads() as connection:
        lines = (json.dumps(one) + "\n" for one in export_reviews(connection))
        if file == STDIN:
            for line in lines:
                say(line)
            return
        try:
            with Path(file).open("w", encoding="utf-8", newline="\n") as out:
                out.writelines(lines)
        except OSError as error:
            complain(f"{file}: cannot be written ({error.strerror})")
            raise typer.Exit(1) from error
    mention(f"wrote {file}")


def import_(file: _File, *, ledger: LedgerOption = None) -> None:
    """Take in the reviews of another ledger.

    The same again changes nothing. Reviews of articles that are not here count as soon as these are added.

    Exit status: 0 all lines were taken in, 1 at least one was not, 2 wrong usage.
    """
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.reviews.exchange import import_reviews  # noqa: PLC0415 - heavy

    try:
        lines = sys.stdin.buffer.readlines() if file == STDIN else Path(file).read_bytes().splitlines()
    except OSError as error:
        complain(f"{file}: {error.strerror}")
        raise typer.Exit(1) from error
    with Database.open(ledger) as opened, opened.writes() as connection:
        done = import_reviews(connection, lines)
    for number, reason in done.refused:
        complain(f"{'standard input' if file == STDIN else file}:{number}: {reason}")
    later = f", {done.pending:,} of them of what is not here yet" if done.pending else ""
    say(f"{done.added:,} new{later}; {done.known:,} there already; {len(done.refused):,} refused\n")
    if done.refused:
        raise typer.Exit(1)
