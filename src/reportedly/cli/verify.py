"""reportedly verify: whether the ledger still is what was received."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TypeVar

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import say
from reportedly.report.phrases import counted

Found = TypeVar("Found")


def verify(*, ledger: LedgerOption = None) -> None:
    """Check the ledger against what was received.

    Holds every row against the received bytes, and names what does not match.

    Exit status: 0 everything matches, 1 something does not, 2 wrong usage.
    """
    from reportedly.ledger import verify as checking  # noqa: PLC0415 - heavy
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy

    articles = problems = 0
    with Database.open(ledger, create=False) as opened:
        for found in _followed(checking.verify(opened), checking.count(opened)):
            articles += isinstance(found, checking.Verified)
            said = found.problems if isinstance(found, checking.Verified) else (found,)
            problems += len(said)
            say("".join(f"{problem}\n" for problem in said))
    found_out = counted(problems, "problem") if problems else "everything matches"
    say(f"{counted(articles, 'article')} checked: {found_out}\n")
    if problems:
        raise typer.Exit(1)


def _followed(found: Iterable[Found], total: int) -> Iterable[Found]:
    from reportedly.cli.progress import with_bar  # noqa: PLC0415 - only where it is wanted

    return with_bar(found, total, "Checking") if sys.stderr.isatty() else found
