"""reportedly review right, wrong, fix, add, note and undo."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.review.options import ByOption, QueryOption, WhyOption, correct, parsed, whole_id
from reportedly.reader import STDIN

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from reportedly.ledger.reviews.composing import Reviewer
    from reportedly.ledger.reviews.review import Review

_UNKNOWN = "unknown"
_ids = "Ids of statements, or their first digits; - reads them from standard input, one a line."
_WORDS = 'Its words, as they stand in the text ("…" between pieces), or offsets as 120:131,140:155.'
_SPEAKER = "Who speaks: a source of the article, by id or name, the id of a source of the ledger, NAME=KIND, or nobody."

IdsArgument = Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help=_ids, show_default=False)]
YesOption = Annotated[bool, typer.Option("--yes", help="With --query: do not ask whether all of them are meant.")]
TargetArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a statement, an article or a source.", show_default=False)
]


def _option(name: str, metavar: str, words: str) -> Any:  # noqa: ANN401 - Typer's own
    return typer.Option(name, metavar=metavar, help=words)


def right(  # noqa: PLR0913 - Typer reads the options from the signature
    ids: IdsArgument = None,
    *,
    query: QueryOption = None,
    yes: YesOption = False,
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Say that statements are right as they stand."""
    chosen = _chosen(ledger, ids or [], query, asks=None if yes else "right")
    correct(ledger, by, why, lambda _, person: map(person.right, chosen))


def wrong(  # noqa: PLR0913 - Typer reads the options from the signature
    ids: IdsArgument = None,
    *,
    query: QueryOption = None,
    yes: YesOption = False,
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Say that statements are none, or not worth keeping; they stay in the ledger, marked as wrong."""
    chosen = _chosen(ledger, ids or [], query, asks=None if yes else "wrong")
    correct(ledger, by, why, lambda _, person: map(person.wrong, chosen))


def _chosen(where: str | None, ids: Sequence[str], query: str | None, *, asks: str | None) -> list[str]:
    """Return the ids of the statements that are meant; those that a query finds are counted, and asked about."""
    if bool(ids) == (query is not None):
        raise typer.BadParameter("name statements by their ids, or give --query: one of the two")
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy
    from reportedly.ledger.reviews.waiting import waiting_ids  # noqa: PLC0415 - heavy

    with Database.open(where, create=False) as opened, opened.reads() as connection:
        if query is None:
            written = [word for one in ids for word in (sys.stdin.read().split() if one == STDIN else [one])]
            return list(dict.fromkeys(whole_id(connection, one) for one in written))
        found = waiting_ids(connection, None, parsed(query))
    if found and asks:
        typer.confirm(f"Are {len(found):,} statements {asks}?", abort=True, err=True)
    return found


def fix(  # noqa: PLR0913 - Typer reads the options from the signature
    target: TargetArgument,
    *,
    source: Annotated[str | None, _option("--source", "TEXT", f"Statement: who speaks. {_WORDS}")] = None,
    cue: Annotated[
        str | None, _option("--cue", "TEXT", "Statement: the words that say that something is said.")
    ] = None,
    content: Annotated[str | None, _option("--content", "TEXT", "Statement: what is said.")] = None,
    stance: Annotated[str | None, _option("--stance", "STANCE", "Statement: says, denies, accuses, …")] = None,
    reporter: Annotated[str | None, _option("--reporter", "WORD", "Statement: commits, distances or neutral.")] = None,
    speaker: Annotated[list[str] | None, _option("--speaker", "SOURCE", f"Statement, repeatable. {_SPEAKER}")] = None,
    against: Annotated[
        list[str] | None, _option("--against", "SOURCE", "Statement, repeatable: whom it is against, named alike.")
    ] = None,
    said: Annotated[
        str | None, _option("--said", "DATE", "Statement: when, as 2026-05-14, 2026-05-10/2026-05-14, or unknown.")
    ] = None,
    place: Annotated[
        list[str] | None,
        _option("--place", "PLACE", "Statement, repeatable: a place of its content, NAME or NAME@LAT,LON."),
    ] = None,
    no_place: Annotated[
        list[str] | None, _option("--no-place", "PLACE", "Statement, repeatable: no place of its content.")
    ] = None,
    published: Annotated[
        str | None, _option("--published", "DATE", "Article: when it was published, or unknown.")
    ] = None,
    publisher: Annotated[str | None, _option("--publisher", "NAME", "Article: who published it, or unknown.")] = None,
    title: Annotated[str | None, _option("--title", "TEXT", "Article: its title, or unknown.")] = None,
    name: Annotated[str | None, _option("--name", "NAME", "Source: what it is called.")] = None,
    kind: Annotated[
        str | None, _option("--kind", "KIND", "Statement: direct, indirect or mixed. Source: person, government, …")
    ] = None,
    role: Annotated[str | None, _option("--role", "TEXT", "Source: its role, or unknown.")] = None,
    country: Annotated[str | None, _option("--country", "CODE", "Source: its country, as FR, or unknown.")] = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Correct a statement, an article or a source: everything that is given, or nothing of it."""
    given = {
        option: value
        for option, value in locals().items()
        if value is not None and option not in {"target", "ledger", "by", "why"}
    }
    if not given:
        raise typer.BadParameter("say what is to be corrected, as in: reportedly review fix ID --stance denies")

    def make(connection: Connection, person: Reviewer) -> Iterator[Review]:
        from reportedly.ledger.reviews.subjects import subject  # noqa: PLC0415 - heavy

        of = subject(connection, whole_id(connection, target))
        makers = _MAKERS[of.about.value]
        for option in given:
            if option not in makers:
                raise typer.BadParameter(f"--{option.replace('_', '-')} is not for {of.about.value} {of.target}")
        for maker in dict.fromkeys(makers[option] for option in given):
            yield from maker(person, of.target, given)

    correct(ledger, by, why, make)


_Maker = Callable[["Reviewer", str, dict[str, Any]], "Iterator[Review]"]
_ROLES = ("source", "cue", "content")


def _words(person: Reviewer, target: str, given: dict[str, Any]) -> Iterator[Review]:
    yield person.spans(target, {role: given[role] for role in _ROLES if role in given})


def _word(option: str) -> _Maker:
    def make(person: Reviewer, target: str, given: dict[str, Any]) -> Iterator[Review]:
        yield person.word(target, _verb(option), given[option])

    return make


def _speakers(option: str, verb: str) -> _Maker:
    def make(person: Reviewer, target: str, given: dict[str, Any]) -> Iterator[Review]:
        yield person.speakers(target, _verb(verb), given[option])

    return make


def _said(person: Reviewer, target: str, given: dict[str, Any]) -> Iterator[Review]:
    yield person.said(target, _known(given["said"]))


def _places(person: Reviewer, target: str, given: dict[str, Any]) -> Iterator[Review]:
    for option in ("no_place", "place"):
        for named in given.get(option, ()):
            yield person.place(target, named, pinned=option == "place")


def _of_article(option: str) -> _Maker:
    def make(person: Reviewer, target: str, given: dict[str, Any]) -> Iterator[Review]:
        yield person.article(target, _verb(option), _known(given[option]))

    return make


def _of_entity(option: str) -> _Maker:
    def make(person: Reviewer, target: str, given: dict[str, Any]) -> Iterator[Review]:
        yield person.entity(target, _verb(option), _known(given[option]))

    return make


_MAKERS: dict[str, dict[str, _Maker]] = {
    "statement": {
        **dict.fromkeys(_ROLES, _words),
        **{option: _word(option) for option in ("stance", "kind", "reporter")},
        "speaker": _speakers("speaker", "sources"),
        "against": _speakers("against", "against"),
        "said": _said,
        "place": _places,
        "no_place": _places,
    },
    "article": {option: _of_article(option) for option in ("published", "publisher", "title")},
    "entity": {option: _of_entity(option) for option in ("name", "kind", "role", "country")},
    "source": {},
}


def _known(said: str) -> str | None:
    return None if said == _UNKNOWN else said


def _verb(name: str) -> Any:  # noqa: ANN401 - its module is heavy
    from reportedly.ledger.reviews.review import Verb  # noqa: PLC0415 - heavy

    return Verb(name)


def add(  # noqa: PLR0913 - Typer reads the options from the signature
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The id of an article.", show_default=False)],
    *,
    content: Annotated[str, _option("--content", "TEXT", f"What is said. {_WORDS}")],
    source: Annotated[str, _option("--source", "TEXT", "Who says so, in the words of the text.")] = "",
    cue: Annotated[str, _option("--cue", "TEXT", "By which words.")] = "",
    stance: Annotated[str | None, _option("--stance", "STANCE", "If not what the cue says.")] = None,
    reporter: Annotated[str | None, _option("--reporter", "WORD", "If not what the cue says.")] = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Add a statement that the machine has missed."""
    fields = {name: word for name, word in (("stance", stance), ("reporter", reporter)) if word}
    said = {"source": source, "cue": cue, "content": content}
    correct(ledger, by, why, lambda connection, person: [person.add(whole_id(connection, article), said, fields)])


def note(
    target: TargetArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is to be remembered.", show_default=False)],
    *,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> None:
    """Leave a comment, which changes nothing."""
    correct(ledger, by, text, lambda connection, person: [person.note(whole_id(connection, target))])


def undo(
    reviews: Annotated[list[str], typer.Argument(metavar="REVIEW...", help="Ids of reviews.", show_default=False)],
    *,
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = None,
) -> None:
    """Take reviews back; the log keeps them, and an undo can be undone."""
    correct(ledger, by, why, lambda _, person: (person.undo(one) for one in dict.fromkeys(reviews)))
