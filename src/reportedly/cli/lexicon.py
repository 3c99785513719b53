"""reportedly lexicon: the cues that the program knows, and those of given articles that it does not."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from reportedly.cli.output import complain, say

_INPUTS = "With --unknown: articles to read, as for `reportedly read`."


def lexicon(
    inputs: Annotated[list[str] | None, typer.Argument(metavar="[INPUT]...", help=_INPUTS, show_default=False)] = None,
    *,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="List the cues in the inputs of which the lexicon knows no word.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON array.")] = False,
) -> None:
    """List the cues that the program knows, with what each does.

    Each has its stance, what the reporter does with the content, and its event type in PLOVER where it has one. With
    --unknown, reads the inputs and lists the cues of their statements in which the lexicon knows no word, the most
    frequent first, each with its count and an example.

    Exit status: 0 all well, 1 at least one input was not read, 2 wrong usage.
    """
    if inputs and not unknown:
        raise typer.BadParameter("inputs are read only for their unknown cues: add --unknown, or use reportedly read")
    if unknown and not inputs:
        raise typer.BadParameter("--unknown needs articles to read, as in: reportedly lexicon --unknown FILE")
    if unknown:
        _list_unknown(inputs or [], as_json=as_json)
    else:
        _list_cues(as_json=as_json)


def _list_cues(*, as_json: bool) -> None:
    from reportedly.lexicon import cues  # noqa: PLC0415 - only where it is wanted
    from reportedly.report.lexicon import cue_dict, render_cues  # noqa: PLC0415 - only where it is wanted

    say(_json(cue_dict(cue) for cue in cues()) if as_json else render_cues(cues()))


def _list_unknown(inputs: list[str], *, as_json: bool) -> None:
    from reportedly.reader import Failure, read_inputs  # noqa: PLC0415 - only where it is wanted
    from reportedly.report.lexicon import UnknownCues, render_unknown  # noqa: PLC0415 - only where it is wanted

    found, failed = UnknownCues(), False
    for outcome in read_inputs(inputs):
        if isinstance(outcome, Failure):
            complain(str(outcome))
            failed = True
        else:
            found.add(outcome)
    say(_json(one.to_dict() for one in found.ranked()) if as_json else render_unknown(found.ranked()))
    if failed:
        raise typer.Exit(1)


def _json(values: Iterable[dict[str, Any]]) -> str:
    return json.dumps(list(values), ensure_ascii=False, indent=2) + "\n"
