"""reportedly import: what another ledger held, or readings made elsewhere, into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import complain, say
from reportedly.reader import STDIN, Failure

if TYPE_CHECKING:
    from reportedly.ledger.database import Database
    from reportedly.ledger.importing import Imported

_FILES = (
    "A .jsonl file of `reportedly export` or of `reportedly read --jsonl` (may be gzipped), or - for standard input."
)


def import_(
    files: Annotated[list[str], typer.Argument(metavar="FILE", help=_FILES, show_default=False)],
    *,
    ledger: LedgerOption = None,
) -> None:
    """Take in what another ledger held, or readings.

    What is there already stays as it is, so that a file can be imported again. A line that is damaged or does not fit
    is told with its number, and nothing of it is taken in.

    Exit status: 0 all lines were taken in, 1 at least one was not, 2 wrong usage.
    """
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy

    done: Counter[tuple[str, str]] = Counter()
    failed = False
    with Database.open(ledger) as opened:
        for name in files:
            for result in _results(opened, name):
                if isinstance(result, Failure):
                    complain(str(result))
                    failed = True
                else:
                    done[result.kind, result.change.value] += 1
    say("".join(f"{count:>9,}  {kind} {change}\n" for (kind, change), count in sorted(done.items())))
    if failed:
        raise typer.Exit(1)


def _results(ledger: Database, name: str) -> Iterator[Imported | Failure]:
    from reportedly.ledger.importing import import_file, import_lines  # noqa: PLC0415 - heavy

    try:
        yield from import_lines(ledger, sys.stdin.buffer, STDIN) if name == STDIN else import_file(ledger, Path(name))
    except OSError as error:
        yield Failure(name, None, error.strerror or str(error))
