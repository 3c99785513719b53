"""reportedly review merge, split and distinct: who is who across articles."""

from __future__ import annotations

from typing import Annotated

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.review.options import ByOption, WhyOption, correct, whole_id

_Source = Annotated[str, typer.Argument(metavar="SOURCE", help="The id of a source.", show_default=False)]
_Into = Annotated[str, typer.Argument(metavar="INTO", help="The one that stands for both.", show_default=False)]
_Other = Annotated[str, typer.Argument(metavar="OTHER", help="The id of another one.", show_default=False)]
_Part = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE", help="The id of a source, or ARTICLE/SOURCE for one within an article.", show_default=False
    ),
]


def merge(
    source: _Source, into: _Into, *, ledger: LedgerOption = None, by: ByOption = None, why: WhyOption = None
) -> None:
    """Say that two sources are one person or body."""
    correct(
        ledger,
        by,
        why,
        lambda connection, person: [person.merge(whole_id(connection, source), whole_id(connection, into))],
    )


def distinct(
    source: _Source, other: _Other, *, ledger: LedgerOption = None, by: ByOption = None, why: WhyOption = None
) -> None:
    """Say that two sources are not one, so that they are not offered for merging again."""
    correct(
        ledger,
        by,
        why,
        lambda connection, person: [person.distinct(whole_id(connection, source), whole_id(connection, other))],
    )


def split(source: _Part, *, ledger: LedgerOption = None, by: ByOption = None, why: WhyOption = None) -> None:
    """Take a source out of what it was merged into, or one article's source out of those of its name."""

    def make(connection, person):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - as options.Make
        target = whole_id(connection, source)
        article, slash, local = target.partition("/")
        yield person.split_source(article, local) if slash else person.split(target)

    correct(ledger, by, why, make)
