"""reportedly review pairs, merge, split and distinct: who is who across articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import mention, say
from reportedly.cli.review.options import ByOption, WhyOption, correct, whole_id

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from reportedly.ledger.reviews.composing import Reviewer
    from reportedly.ledger.reviews.review import Review

_Source = Annotated[str, typer.Argument(metavar="SOURCE", help="The id of a source.", show_default=False)]
_Into = Annotated[str, typer.Argument(metavar="INTO", help="The one that stands for both.", show_default=False)]
_Other = Annotated[str, typer.Argument(metavar="OTHER", help="The id of another one.", show_default=False)]
_Part = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE", help="The id of a source, or ARTICLE/SOURCE for one within an article.", show_default=False
    ),
]


def pairs(
    *,
    ledger: LedgerOption = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many pairs are shown.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List sources that may be one person or body, the likeliest first."""
    from reportedly.ledger import pairs as offering  # noqa: PLC0415 - heavy
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy

    with Database.open(ledger, create=False) as opened, opened.reads() as connection:
        found = offering.pairs(connection, limit)
    if as_json:
        say("".join(json.dumps(pair.to_dict(), ensure_ascii=False) + "\n" for pair in found))
        return
    for pair in found:
        say(f"{pair.first}  {pair.second}  {pair.likeness}: {'; '.join(pair.evidence)}\n")
    if found:
        mention("say of a pair: reportedly review merge ID INTO, or: reportedly review distinct ID OTHER")
    else:
        say("No two sources look like one.\n")


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

    def make(connection: Connection, person: Reviewer) -> Iterator[Review]:
        target = whole_id(connection, source)
        article, slash, local = target.partition("/")
        yield person.split_source(article, local) if slash else person.split(target)

    correct(ledger, by, why, make)
