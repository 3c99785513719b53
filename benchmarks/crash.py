"""Kills `reportedly add` again and again at random moments, and holds what is left against an uninterrupted run.

    python -m benchmarks.crash [TIMES]

After every kill the ledger must verify clean, and a ledger that was filled in spite of the kills must equal one that
was filled in one go, times of the clock aside. A failure of either is an error, not a figure.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.verify import Problem, verify
from tests.crash.killing import Run, kill_at_random
from tests.ledger_state import State, dump_state

TIMES = 50
# seconds: some half of the kills come while the program starts, the others while it reads and writes
LONGEST = 5.0
_CLOCK = ("added_at", "read_at")

_TEXT = """{place} harbour closed

PORT SELLA, May {day} (MNA) - The harbour board of {place} accused the owners of the tug {ship} on Monday of leaving it
to sink in the northern basin.

"We have asked them {number} times," said board member Ada Brann. The owners denied it.
"""
_PLACES = ("Orvane", "Veyra", "Lume", "Tessel", "Marn", "Sella", "Ostra", "Kell")
_SHIPS = ("Marisol", "Petrel", "Anna", "Gannet", "Tern")


def figures(times: int = TIMES) -> dict[str, float]:
    """Return how many runs were killed, and how many ledgers were filled in spite of it and equal to the first."""
    with tempfile.TemporaryDirectory() as name:
        return _figures(Path(name), times)


def _figures(folder: Path, times: int) -> dict[str, float]:
    pages = folder / "pages"
    _write_pages(pages)
    whole = folder / "whole.ledger"
    kill_at_random(_command(pages, whole), lambda run: None, times=1, longest=10_000)
    expected = _state(whole)
    filled = 0

    def check(run: Run) -> None:
        nonlocal filled
        path = folder / f"{filled}.ledger"
        if not run.killed:
            assert _state(path) == expected, "the ledger differs from that of an uninterrupted run"
            filled += 1
        elif path.exists() and path.stat().st_size:
            _check_sound(path)

    killed = number = 0
    while killed < times:
        number += 1
        (run,) = kill_at_random(
            _command(pages, folder / f"{filled}.ledger"), check, times=1, longest=LONGEST, seed=number
        )
        killed += run.killed
    kill_at_random(_command(pages, folder / f"{filled}.ledger"), check, times=1, longest=10_000)
    return {"killed": killed, "equal ledgers": filled}


def _command(pages: Path, ledger: Path) -> list[str]:
    return [sys.executable, "-m", "reportedly", "add", str(pages), "--ledger", str(ledger), "--workers", "2"]


def _write_pages(folder: Path) -> None:
    folder.mkdir()
    for number in range(60):
        place, ship = _PLACES[number % len(_PLACES)], _SHIPS[number % len(_SHIPS)]
        text = _TEXT.format(place=place, ship=ship, day=number % 28 + 1, number=number + 2)
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")


def _check_sound(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for found in verify(ledger):
            problems = (found,) if isinstance(found, Problem) else found.problems
            assert not problems, problems


def _state(path: Path) -> State:
    _check_sound(path)
    with Ledger.open(path) as ledger, ledger.reads() as connection:
        return {table: sorted(map(_timeless, rows)) for table, rows in dump_state(connection).items()}


def _timeless(row: Any) -> str:  # noqa: ANN401 - rows of any table
    shown = {name: value for name, value in row.items() if name not in _CLOCK} if isinstance(row, dict) else row
    return json.dumps(shown, sort_keys=True)


def main() -> int:
    """Print the figures."""
    for name, value in figures(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES).items():
        print(f"{name:24} {value:10.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
