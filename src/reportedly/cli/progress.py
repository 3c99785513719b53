"""Shows on standard error how far a long batch is, where somebody can see it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from reportedly.cli.wish import Form, Wish
from reportedly.model import Reading
from reportedly.reader import Failure

Outcome = TypeVar("Outcome")

# a few files are read before a bar would be noticed
FEW = 3


def followed(outcomes: Iterable[Reading | Failure], wish: Wish) -> Iterator[Reading | Failure]:
    """Yield the outcomes as they are, with a progress bar on standard error for more than a few articles.

    There is no bar where standard error is no terminal, nor where the output itself goes to a terminal.
    """
    printed = wish.form is not Form.BRAT and (wish.form is not Form.JSONL or sys.stdout.isatty())
    if printed or not sys.stderr.isatty():
        return iter(outcomes)
    from reportedly.ledger.inputs.count import count  # noqa: PLC0415 - only where it is wanted

    total = count(wish.inputs)
    return iter(outcomes) if total is not None and total <= FEW else with_bar(outcomes, total)


def with_bar(outcomes: Iterable[Outcome], total: int | None, doing: str = "Reading") -> Iterator[Outcome]:
    """Yield the outcomes as they are, with a progress bar on standard error; `total` is how many, None if unknown.

    The bar tells how far it is, how many a second there are and how long the rest will take.
    """
    from rich.console import Console  # noqa: PLC0415 - only where it is wanted
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    rate = TextColumn("{task.fields[rate]}")
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    console = Console(stderr=True)
    # standard output stays as it is: only messages on standard error move the bar down
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task(doing, total=total, rate="")
        for outcome in outcomes:
            yield outcome
            progress.advance(task)
            speed = progress.tasks[0].finished_speed or progress.tasks[0].speed
            progress.update(task, rate=f"{speed:.1f}/s" if speed else "")
