"""Kills a program again and again at random moments, and asks after each whether all still holds.

Only the process itself is killed, as the system or a person would: those it started have to end by themselves.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Run:
    """One run of the program: the how manyth, counted from 0, when it was to be killed, and whether it still ran."""

    number: int
    seconds: float
    killed: bool


def kill_at_random(
    command: Sequence[str], check: Callable[[Run], None], *, times: int, longest: float, seed: int = 0
) -> list[Run]:
    """Start the command so many times, kill each with SIGKILL after 0 to `longest` seconds, and check after each.

    `longest` is best a bit more than a whole run takes. A run that ends before by itself has to end well. An error of
    the check, or such an end, is raised with a note that says which run it was.
    """
    chance = Random(seed)
    runs = []
    for number in range(times):
        seconds = chance.uniform(0, longest)
        try:
            run = Run(number, seconds, _was_killed(command, seconds))
            check(run)
        except Exception as error:
            error.add_note(f"run {number} of seed {seed}, to be killed after {seconds:.3f} s")
            raise
        runs.append(run)
    return runs


def _was_killed(command: Sequence[str], seconds: float) -> bool:
    """Run the command for so long at most; tell whether it was killed. Raises AssertionError where it ends badly."""
    # a file, since a pipe would be held open by processes that outlive their parent for a while
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT) as process,
    ):
        try:
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            # it can have ended in the meantime
            status = process.wait()
        if status == -9:
            return True
        said.seek(0)
        assert status == 0, f"{command[0]} ended with {status}: {said.read().decode(errors='replace')}"
        return False
