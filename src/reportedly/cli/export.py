"""reportedly export: what a ledger holds, in formats that other programs read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.ledger_option import LedgerOption, QueryOption
from reportedly.cli.output import mention
from reportedly.reader import STDIN

if TYPE_CHECKING:
    from reportedly.ledger.database import Database
    from reportedly.ledger.export.formats import Format

_OUT = "The file or folder to write, or - for standard output. The ending of a file says its format."
_FORMAT = "csv, xlsx, parquet, ledger, readings, jsonld, annotations, brat, ftm or prov."


def export(
    out: Annotated[str, typer.Argument(metavar="OUT", help=_OUT, show_default=False)],
    *,
    format_name: Annotated[str | None, typer.Option("--format", metavar="NAME", help=_FORMAT)] = None,
    query: QueryOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Write what the ledger holds to a file or folder.

    NAME.csv, NAME.xlsx and NAME.parquet are tables of statements; NAME.jsonl is the whole ledger, which `reportedly
    import` takes in again; NAME.readings.jsonl, NAME.jsonld, NAME.ftm.json and NAME.prov.json hold readings, linked
    data, FollowTheMoney entities and where each row came from. With --format annotations or --format brat, OUT is a
    folder. NAME.csv.gz and the like are packed. A file that is there already is replaced once the new one is whole.
    With --query, only the statements that it finds are written, and of the articles those that hold them.

    Exit status: 0 all is written, 1 it could not be, 2 wrong usage.
    """
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.export import formats  # noqa: PLC0415 - heavy
    from reportedly.ledger.export.selection import EVERYTHING, Selection  # noqa: PLC0415 - heavy
    from reportedly.ledger.query import parse  # noqa: PLC0415 - only where it is wanted
    from reportedly.ledger.search.finding import matching  # noqa: PLC0415 - heavy

    form = _form(out, format_name)
    with Database.open(ledger, create=False) as opened:
        if out != STDIN:
            _check_target(Path(out), opened)
        with opened.reads() as connection:
            selection = EVERYTHING if query is None else Selection(matching(connection, parse(query)))
            if out == STDIN:
                formats.write(connection, form, sys.stdout.buffer, selection)
                sys.stdout.buffer.flush()
            else:
                formats.export(connection, form, Path(out), selection)
                mention(f"wrote {out}")


def _form(out: str, name: str | None) -> Format:
    """Return the format that is asked for. Raises typer.BadParameter, which ends the program with status 2."""
    from reportedly.ledger.export.formats import FORMATS, format_of  # noqa: PLC0415 - heavy

    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"--format {name}: there are {', '.join(FORMATS)}")
    form = FORMATS[name] if name is not None else format_of(out)
    if form is None:
        raise typer.BadParameter(f"{out}: its ending says no format; add --format and one of {', '.join(FORMATS)}")
    if out == STDIN and form.folder:
        raise typer.BadParameter(f"{form.name} is a folder of files: name one")
    if out == STDIN and not form.plain and sys.stdout.isatty():
        raise typer.BadParameter(f"{form.name} is not for a terminal: name a file")
    return form


def _check_target(target: Path, ledger: Database) -> None:
    """Raise typer.BadParameter where the ledger itself would be overwritten."""
    if target.exists() and Path(ledger.name).exists() and target.samefile(ledger.name):
        raise typer.BadParameter(f"{target} is the ledger itself: give another name")
