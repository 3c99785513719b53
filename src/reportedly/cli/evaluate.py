"""reportedly eval: how often the program is right on annotated texts."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.output import complain, say
from reportedly.errors import InputError

if TYPE_CHECKING:
    from reportedly.brat import Document
    from reportedly.evaluation import Comparison

_FOLDER = "A folder of brat standoff: texts NAME.txt and, beside each, its annotations NAME.ann."


def evaluate(
    gold_dir: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", help=_FOLDER, exists=True, file_okay=False, show_default=False)
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
) -> None:
    """Count how often the program is right on annotated texts.

    Reads every NAME.txt and holds what is found against NAME.ann: precision, recall and F1 of sources, cues, contents
    and whole attributions; recall by kind, by cue and by publisher; and the worst errors. A text that cannot be read is
    told on standard error and counts as one in which nothing was found.

    Exit status: 0 all texts were read, 1 at least one was not, 2 wrong usage.
    """
    from reportedly import evaluation  # noqa: PLC0415 - heavy
    from reportedly.brat import read_folder  # noqa: PLC0415 - only where it is wanted
    from reportedly.report.evaluation import render  # noqa: PLC0415 - beside heavy modules

    try:
        documents = read_folder(gold_dir)
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error
    if not documents:
        raise InputError(f"{gold_dir}: no .ann files in this folder; name one that holds NAME.txt and NAME.ann")
    failed: list[str] = []
    comparisons = list(_followed(_compared(documents, failed), len(documents)))
    counted = evaluation.evaluate(comparisons)
    say(json.dumps(counted.to_dict(), ensure_ascii=False, indent=2) + "\n" if as_json else render(counted))
    if failed:
        raise typer.Exit(1)


def _compared(documents: list[Document], failed: list[str]) -> Iterator[Comparison]:
    """Yield the comparison of each document with its reading, adding the names of those that cannot be read."""
    from reportedly.evaluation import compare, found_in  # noqa: PLC0415 - heavy
    from reportedly.reader import read  # noqa: PLC0415 - beside heavy modules

    for document in documents:
        name = f"{document.name}.txt"
        try:
            reading = read(document.text, file=name)
        except InputError as error:
            complain(f"{name}: {error}")
            failed.append(name)
            yield compare(document, ())
        else:
            yield compare(document, found_in(reading))


def _followed(comparisons: Iterator[Comparison], total: int) -> Iterator[Comparison]:
    from reportedly.cli.progress import FEW, with_bar  # noqa: PLC0415 - only where it is wanted

    return with_bar(comparisons, total) if total > FEW and sys.stderr.isatty() else comparisons
