"""reportedly add: keeps what articles say in a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import complain, say
from reportedly.cli.wish import check_facts
from reportedly.reader import Failure, Options
from reportedly.report.phrases import counted

if TYPE_CHECKING:
    from reportedly.ledger.adding import Added
    from reportedly.ledger.database import Database

_INPUTS = (
    "A file, a folder, a .jsonl file, a zipped folder, a WARC or WACZ archive, a feed, a sitemap, an OPML file, "
    "a list of URLs, a URL, or - for standard input."
)

WorkersOption = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, help="How many articles are read at once, each by a process.")
]


def add(  # noqa: PLR0913 - Typer reads the options from the signature
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help=_INPUTS, show_default=False)],
    *,
    ledger: LedgerOption = None,
    workers: WorkersOption = 1,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it was published, as 2026-05-14 or 2026-05-14T09:30.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the articles.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where the article stands on the web.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses, too.")
    ] = False,
) -> None:
    """Read articles and keep them in a ledger.

    Kept are the bytes as they came, the text and all that is read in it. What the ledger has already is not read again,
    so that a call that was interrupted goes on where it stopped. A page that has changed becomes a new version of its
    article. What cannot be read is told on standard error and kept for `reportedly failures`.

    Exit status: 0 all inputs are in the ledger, 1 at least one is not, 2 wrong usage.
    """
    options = Options(url=url, publisher=publisher, published=published, allow_private=allow_private)
    check_facts(tuple(inputs), options)
    from reportedly.ledger.adding import add as added  # noqa: PLC0415 - heavy
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.inputs.count import count  # noqa: PLC0415 - heavy
    from reportedly.ledger.inputs.expand import items  # noqa: PLC0415 - heavy
    from reportedly.ledger.workers.worker import Crew  # noqa: PLC0415 - heavy
    from reportedly.reader import limits_of  # noqa: PLC0415 - beside heavy modules

    with Database.open(ledger) as opened:
        outcomes = added(opened, items(inputs, options), Crew(workers=workers), limits_of(options))
        tell(opened, outcomes, count(inputs))


def tell(ledger: Database, outcomes: Iterator[Added | Failure], total: int | None) -> None:
    """Follow a batch to its end and exit with 1 where anything failed."""
    if followed(ledger, outcomes, total):
        raise typer.Exit(1)


def followed(ledger: Database, outcomes: Iterator[Added | Failure], total: int | None) -> bool:
    """Follow a batch to its end, tell each failure and what came of the whole; return whether anything failed."""
    from reportedly.report.ledger.changes import summary  # noqa: PLC0415 - beside heavy modules

    told: Counter[str] = Counter()
    statements = 0
    for outcome in _with_bar(outcomes, total):
        if isinstance(outcome, Failure):
            complain(str(outcome))
            told["failed"] += 1
        else:
            told[outcome.outcome.value] += 1
            if outcome.change is not None:
                say(f"{outcome.name}: new version: {summary(outcome.change) or 'the same statements'}\n")
            statements += outcome.statements
    say(_summary(told, statements, ledger.name))
    return told["failed"] > 0


def _with_bar(outcomes: Iterable[Added | Failure], total: int | None) -> Iterable[Added | Failure]:
    from reportedly.cli.progress import FEW, with_bar  # noqa: PLC0415 - only where it is wanted

    if not sys.stderr.isatty() or (total is not None and total <= FEW):
        return outcomes
    return with_bar(outcomes, total)


def _summary(told: Counter[str], statements: int, name: str) -> str:
    new = told["added"] + told["new version"]
    added = f"{counted(new, 'article')} with {counted(statements, 'statement')} added to"
    lines = [f"{added if new else 'nothing new for'} {name}"]
    if told["new version"]:
        lines.append(f"{told['new version']} of them new versions of pages that have changed")
    if told["there already"]:
        lines.append(f"{told['there already']} there already")
    if told["failed"]:
        lines.append(f"{told['failed']} not read: reportedly failures lists them")
    return "\n".join(lines) + "\n"
