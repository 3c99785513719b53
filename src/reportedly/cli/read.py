"""reportedly read: who says what in one article or many."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.wish import Form, Wish, check
from reportedly.reader import Options

_INPUTS = (
    "A file of plain text or saved HTML (may be gzipped), a URL, a .jsonl file with one article a line, "
    "or - for standard input."
)


def read(  # noqa: PLR0913 - Typer reads the options from the signature
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help=_INPUTS, show_default=False)],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, for one input.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a line, for any inputs.")] = False,
    html: Annotated[
        str | None, typer.Option(metavar="OUT", help="Write one self-contained HTML page to OUT, for one input.")
    ] = None,
    brat: Annotated[
        str | None, typer.Option(metavar="DIR", help="Write brat standoff into the folder DIR, for any inputs.")
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Show long contents and lists whole.")] = False,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When it was published, as 2026-05-14 or 2026-05-14T09:30.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the article.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where the article stands on the web.")] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses, too.")
    ] = False,
) -> None:
    """Read news articles and print who says what in them.

    Without --json, --jsonl, --html or --brat, prints a report. What is given with --published, --publisher and --url
    wins over what the page says of itself. An input that cannot be read is told on standard error and left out.

    Exit status: 0 all inputs were read, 1 at least one was not, 2 wrong usage.
    """
    wanted = (as_json, as_jsonl, html is not None, brat is not None)
    wish = Wish(
        inputs=tuple(inputs),
        forms=tuple(form for form, is_wanted in zip(Form, wanted, strict=True) if is_wanted),
        out=brat if html is None else html,
        full=full,
        options=Options(url=url, publisher=publisher, published=published, allow_private=allow_private),
    )
    check(wish)
    from reportedly.cli.deliver import deliver  # noqa: PLC0415 - heavy

    if deliver(wish):
        raise typer.Exit(1)
