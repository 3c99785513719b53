"""The commands of `reportedly review`; without one, the statements that the machine is least certain of."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from reportedly.cli.ledger_option import LedgerOption
from reportedly.cli.output import mention, say
from reportedly.cli.review import carrying, sources, statements
from reportedly.cli.review.options import ByOption, QueryOption, parsed

_NEXT = """
Say of each whether it is right:     reportedly review right ID...   or   reportedly review wrong ID...
Correct one:                         reportedly review fix ID --stance denies --content "…"
Go through them one after another:   reportedly review -i
"""

app = typer.Typer(
    name="review",
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(statements.right)
app.command()(statements.wrong)
app.command(no_args_is_help=True)(statements.fix)
app.command(no_args_is_help=True)(statements.add)
app.command(no_args_is_help=True)(statements.note)
app.command(no_args_is_help=True)(statements.undo)
app.command()(sources.pairs)
app.command(no_args_is_help=True)(sources.merge)
app.command(no_args_is_help=True)(sources.split)
app.command(no_args_is_help=True)(sources.distinct)
app.command(no_args_is_help=True)(carrying.history)
app.command("export", no_args_is_help=True)(carrying.export)
app.command("import", no_args_is_help=True)(carrying.import_)


@app.callback(invoke_without_command=True)
def review(  # noqa: PLR0913 - Typer reads the options from the signature
    context: typer.Context,
    *,
    ledger: LedgerOption = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many statements are shown.")] = 10,
    query: QueryOption = None,
    one_by_one: Annotated[
        bool, typer.Option("-i", "--one-by-one", help="Ask for each statement whether it is right.")
    ] = False,
    by: ByOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Say what is right and wrong in what the machine found, and correct it.

    Without a command, shows the statements that nobody has reviewed, those first that the machine is least certain of.
    What a person says counts from then on, is kept beside the machine's own answer with who, when and why, and can be
    taken back.

    Exit status: 0 all well, 1 it could not be done, 2 wrong usage.
    """
    if context.invoked_subcommand:
        _refuse_options(context)
        return
    if one_by_one and as_json:
        raise typer.BadParameter("-i asks a person, and --json is for programs: leave one out")
    from reportedly.ledger.database import Database  # noqa: PLC0415 - heavy

    with Database.open(ledger, create=False) as opened:
        if one_by_one:
            from reportedly.cli.review.asking import ask  # noqa: PLC0415 - heavy

            ask(opened, by, limit, parsed(query))
            return
        from reportedly.ledger.reviews.waiting import queue  # noqa: PLC0415 - heavy
        from reportedly.report.ledger.reviews import render_waiting  # noqa: PLC0415 - heavy

        with opened.reads() as connection:
            rows = queue(connection, limit, parsed(query))
    if as_json:
        say("".join(json.dumps(row.to_dict(), ensure_ascii=False) + "\n" for row in rows))
        return
    say(render_waiting(rows) or "Nothing waits for review.\n")
    if rows:
        mention_next()


def mention_next() -> None:
    """Tell a person at a terminal what to type next."""
    for line in _NEXT.strip().splitlines():
        mention(line)


def _refuse_options(context: typer.Context) -> None:
    """Raise typer.BadParameter for an option before the command, which would be lost."""
    for name in context.params:
        given = context.get_parameter_source(name)
        if given and given.name == "COMMANDLINE":
            option = next(one for one in context.command.params if one.name == name)
            raise typer.BadParameter(f"{option.opts[0]} stands behind {context.invoked_subcommand}, not before it")
