"""What the commands of `reportedly review` have in common: who speaks, and how what is said is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.output import say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from reportedly.ledger.database import Database
    from reportedly.ledger.query.tree import Query
    from reportedly.ledger.reviews.composing import Reviewer
    from reportedly.ledger.reviews.review import Review

ByOption = Annotated[
    str | None,
    typer.Option(
        "--by",
        envvar="REPORTEDLY_REVIEWER",
        show_envvar=True,
        metavar="NAME",
        help="Who you are; your login name, if you do not say.",
    ),
]
QueryOption = Annotated[
    str | None,
    typer.Option("--query", metavar="QUERY", help="Those that nobody has reviewed and reportedly find would find."),
]
WhyOption = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why: kept with the review.")]

Make = Callable[["Connection", "Reviewer"], Iterable["Review"]]


def correct(where: str | None, by: str | None, why: str | None, make: Make) -> None:
    """Keep the reviews that are made, all or none, and tell what each says. Raises LedgerError."""
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy

    with Database.open(where, create=False) as opened:
        tell(keep(opened, by, why, make))


def keep(ledger: Database, by: str | None, why: str | None, make: Make) -> list[Review]:
    """Keep the reviews that are made, all or none, and return them. Raises LedgerError."""
    from reportedly.ledger.reviews.applying import apply  # noqa: PLC0415 - heavy
    from reportedly.ledger.reviews.composing import Reviewer, reviewer  # noqa: PLC0415 - heavy

    who = reviewer(by)
    with ledger.writes() as connection:
        reviews = list(make(connection, Reviewer(connection, who, ledger.now(), why)))
        apply(connection, reviews)
    return reviews


def tell(reviews: Iterable[Review]) -> None:
    """Print what reviews say, each with its id, by which it can be taken back."""
    from reportedly.report.ledger.reviews import render_review  # noqa: PLC0415 - heavy

    say("".join(f"{review.id}  {render_review(review)}\n" for review in reviews))


def parsed(query: str | None) -> Query | None:
    """Return a query as it is asked, None where none is. Raises BadQuery."""
    from reportedly.ledger.query import parse  # noqa: PLC0415 - only where it is wanted

    return None if query is None else parse(query)


def whole_id(connection: Connection, written: str) -> str:
    """Return the id that is written, or that begins so; "ARTICLE/SOURCE" for a source within its article.

    Raises UnknownId.
    """
    from reportedly.errors import UnknownId  # noqa: PLC0415 - beside heavy modules
    from reportedly.ledger.lookup import Thing, look_up  # noqa: PLC0415 - heavy
    from reportedly.ledger.reviews.subjects import subject  # noqa: PLC0415 - heavy

    article, slash, source = written.partition("/")
    if slash:
        return f"{look_up(connection, article, (Thing.ARTICLE,)).id}/{source}"
    try:
        return look_up(connection, written).id
    except UnknownId as error:
        # one that the machine no longer finds is in the log of reviews only
        try:
            return subject(connection, written).target
        except UnknownId:
            raise error from None
