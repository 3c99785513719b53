"""reportedly failures: what could not be read, and another try."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.add import WorkersOption, tell
from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import say

if TYPE_CHECKING:
    from reportedly.ledger.keeping.failures import Failed


def failures(
    *,
    ledger: LedgerOption = None,
    retry: Annotated[bool, typer.Option("--retry", help="Try those again whose bytes are kept.")] = False,
    mended: Annotated[bool, typer.Option("--mended", help="List those, too, that were read later.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
    workers: WorkersOption = 1,
) -> None:
    """List what could not be read, or try it again.

    Exit status: 0 all well, 1 with --retry where something failed again, 2 wrong usage.
    """
    if retry and (mended or as_json):
        raise typer.BadParameter("--retry does not list: leave --mended and --json out")
    from reportedly.ledger.adding import retry as retried  # noqa: PLC0415 - heavy
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.keeping import failures as kept  # noqa: PLC0415 - heavy
    from reportedly.ledger.workers.worker import Crew  # noqa: PLC0415 - heavy

    with Database.open(ledger, create=False) as opened:
        with opened.reads() as connection:
            count = len(kept.unresolved_keys(connection))
            found = [] if retry else list(kept.failures(connection, resolved=mended))
        if retry:
            tell(opened, retried(opened, Crew(workers=workers)), count)
        elif as_json:
            say(json.dumps([one.to_dict() for one in found], ensure_ascii=False, indent=2) + "\n")
        else:
            say("".join(f"{one.failure}{_history(one)}\n" for one in found) or "Nothing failed.\n")


def _history(failed: Failed) -> str:
    tries = f"{failed.tries} times, last {failed.last_at}" if failed.tries > 1 else failed.first_at
    return f" [{tries}{f'; read {failed.resolved_at}' if failed.resolved_at else ''}]"
