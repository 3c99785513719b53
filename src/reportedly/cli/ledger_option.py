"""The options that commands about a ledger share."""

from __future__ import annotations

from typing import Annotated

import typer

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        envvar="REPORTEDLY_LEDGER",
        show_envvar=True,
        metavar="PATH|URL",
        help="The ledger: a file (reportedly.ledger, if none is named) or a postgresql:// URL.",
    ),
]

QueryOption = Annotated[
    str | None, typer.Option("--query", metavar="QUERY", help="Only what this finds, as for `reportedly find`.")
]
