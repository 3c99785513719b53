"""reportedly watch: what is new in feeds, added to a ledger as it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.add import WorkersOption, followed
from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import mention
from reportedly.errors import BadRecord

if TYPE_CHECKING:
    from reportedly.ledger.database import Database
    from reportedly.ledger.feeds import KeptFeeds
    from reportedly.ledger.inputs.watch import Watch


def watch(  # noqa: PLR0913 - Typer reads the options from the signature
    feeds: Annotated[
        list[str],
        typer.Argument(metavar="FEED", help="A feed (RSS, Atom, JSON), a sitemap or an OPML list.", show_default=False),
    ],
    *,
    ledger: LedgerOption = None,
    every: Annotated[str, typer.Option(metavar="TIME", help="How often, as 90s, 15m, 2h or 1d.")] = "15m",
    once: Annotated[bool, typer.Option("--once", help="Look once and stop.")] = False,
    workers: WorkersOption = 1,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses, too.")
    ] = False,
) -> None:
    """Add what is new in feeds, until stopped.

    Looks at the feeds again and again; Ctrl-C stops.

    A feed is asked only whether it has changed; robots.txt is obeyed, a host is given pauses, and a feed that fails is
    asked less and less often.

    Exit status: 0 with --once where all went well, 1 where something failed, 2 wrong usage, 130 stopped.
    """
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.feeds import KeptFeeds, is_kept  # noqa: PLC0415 - heavy
    from reportedly.ledger.inputs.intervals import seconds_of  # noqa: PLC0415 - heavy
    from reportedly.ledger.inputs.polite import Fetcher  # noqa: PLC0415 - heavy
    from reportedly.ledger.inputs.watch import Watch  # noqa: PLC0415 - heavy
    from reportedly.reader import Options, limits_of  # noqa: PLC0415 - beside heavy modules

    try:
        seconds = seconds_of(every)
    except BadRecord as error:
        raise typer.BadParameter(f"--every {error}") from error
    options = Options(allow_private=allow_private)
    with Database.open(ledger) as opened:
        states = KeptFeeds(opened)
        fetcher = Fetcher(limits_of(options))
        watching = Watch(tuple(feeds), states, fetcher, lambda url: is_kept(opened, url), seconds, options)
        while True:
            failed = _look(opened, watching, states, workers)
            if once:
                raise typer.Exit(1 if failed else 0)
            mention(f"next look in {watching.pause():.0f} seconds; Ctrl-C stops")
            fetcher.clock.sleep(watching.pause())


def _look(ledger: Database, watching: Watch, states: KeptFeeds, workers: int) -> bool:
    """Look at the feeds once, tell what came of it, and return whether anything failed."""
    from reportedly.ledger.adding import add  # noqa: PLC0415 - heavy
    from reportedly.ledger.workers.worker import Crew  # noqa: PLC0415 - heavy

    failed = followed(ledger, add(ledger, watching.round(), Crew(workers=workers)), None)
    states.keep()
    return failed
