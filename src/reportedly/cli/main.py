"""The `reportedly` command: its subcommands, and how it ends."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from reportedly.cli.add import add
from reportedly.cli.evaluate import evaluate
from reportedly.cli.export import export
from reportedly.cli.failures import failures
from reportedly.cli.find import find
from reportedly.cli.import_ import import_
from reportedly.cli.lexicon import lexicon
from reportedly.cli.output import complain, drop_output, prepare_streams
from reportedly.cli.read import read
from reportedly.cli.reread import reread
from reportedly.cli.review import app as review
from reportedly.cli.show import show
from reportedly.cli.verify import verify
from reportedly.cli.watch import watch
from reportedly.errors import ReportedlyError

INTERRUPTED = 130  # as shells have it: 128 and the number of the signal

app = typer.Typer(
    name="reportedly",
    help="Reads the news and tells who says so: every statement, its source, its words and where it stands.",
    epilog="reportedly gives evidence, never a verdict. Start with: reportedly read FILE",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(no_args_is_help=True)(read)
app.command(no_args_is_help=True)(add)
app.command()(find)
app.command(no_args_is_help=True)(show)
app.command()(failures)
app.command()(reread)
app.command()(verify)
app.command(no_args_is_help=True)(watch)
app.command(no_args_is_help=True)(export)
app.command("import", no_args_is_help=True)(import_)
app.command("eval", no_args_is_help=True)(evaluate)
app.command()(lexicon)
app.add_typer(review)


def _tell_version(wanted: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if wanted:
        from reportedly import __version__  # noqa: PLC0415 - the package itself

        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Hold the options that stand before a subcommand."""


def main() -> None:
    """Run the command line and exit: 0 all well, 1 an input failed, 2 wrong usage, 130 interrupted."""
    prepare_streams()
    try:
        app()
    except ReportedlyError as error:
        complain(str(error))
        sys.exit(1)
    except OSError as error:
        # inputs that fail are dealt with one by one: what is left is the output, on a full disk for example
        drop_output()
        complain(f"the output cannot be written ({error.strerror or error})")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
