"""reportedly reread: the articles of a ledger, read by this edition of the program."""

from __future__ import annotations

import sys

import typer

from reportedly.cli.add import WorkersOption
from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import complain, say
from reportedly.report.phrases import counted


def reread(*, ledger: LedgerOption = None, workers: WorkersOption = 1) -> None:
    """Read articles again with this edition.

    Those that another edition of the program has read: another version, other models or data.

    Ids, reviews and the older readings are kept: a statement that is found again, by the same characters, stays the
    same row. What has changed is told for each article.

    Exit status: 0 all well, 1 at least one article could not be read again, 2 wrong usage.
    """
    from reportedly.cli.progress import with_bar  # noqa: PLC0415 - only where it is wanted
    from reportedly.ledger import rereading  # noqa: PLC0415 - heavy
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.workers.worker import Crew  # noqa: PLC0415 - heavy
    from reportedly.reader import Failure  # noqa: PLC0415 - beside heavy modules
    from reportedly.report.ledger.changes import summary  # noqa: PLC0415 - only where it is wanted

    done = failed = 0
    with Database.open(ledger, create=False) as opened:
        outcomes = rereading.reread(opened, Crew(workers=workers))
        total = rereading.stale_count(opened)
        for outcome in with_bar(outcomes, total) if sys.stderr.isatty() else outcomes:
            if isinstance(outcome, Failure):
                complain(str(outcome))
                failed += 1
                continue
            done += 1
            changes = summary(outcome.difference)
            if changes:
                say(f"{outcome.name}: {changes}\n")
    say(f"{counted(done, 'article')} read again{f', {failed:,} not' if failed else ''}\n")
    if failed:
        raise typer.Exit(1)
