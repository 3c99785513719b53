"""Measures `reportedly add` on a folder against `reportedly read --jsonl` of the same folder, and its memory.

    python -m benchmarks.adding [FOLDER]

FOLDER holds .txt files; the default is ../shared/data/polnear/dev. The commands run in turns, as whole processes, and
the best time of each counts, since other work on the machine can only make them slower. Memory is that of all processes
of one call after 1,000 and after 10,000 made articles, whose ratio shows whether it grows.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

DEFAULT_FOLDER = Path(__file__).resolve().parents[1] / "../shared/data/polnear/dev"
_PROGRAM = (sys.executable, "-m", "reportedly")
_ROUNDS = 2
_TEXT = (
    'Harbour {number} closed\n\nThe harbour board of Orvane closed basin {number} on Monday. "It is not safe," '
    "said Ada Brann.\n"
)


def figures(folder: Path = DEFAULT_FOLDER, articles: int = 10_000) -> dict[str, float]:
    """Return the throughput of adding as a ratio to reading, that of two workers to one, and the growth of memory."""
    with tempfile.TemporaryDirectory() as name:
        pages = Path(name) / "pages"
        pages.mkdir()
        for path in folder.glob("*.txt"):
            (pages / path.name).write_bytes(path.read_bytes())
        seconds: dict[str, list[float]] = {"read": [], "one": [], "two": []}
        for number in range(_ROUNDS):
            for what, times in seconds.items():
                times.append(_seconds(_command(what, pages, Path(name) / f"{what}{number}.ledger")))
        early, late = _memory(Path(name), articles)
    best = {what: min(times) for what, times in seconds.items()}
    return {
        "add to read": best["read"] / best["one"],
        "two workers to one": best["one"] / best["two"],
        "memory at the end MiB": late,
        "memory growth": late / early,
    }


def _command(what: str, pages: Path, ledger: Path) -> list[str]:
    if what == "read":
        return [*_PROGRAM, "read", "--jsonl", *map(str, sorted(pages.iterdir()))]
    return [*_PROGRAM, "add", str(pages), "--ledger", str(ledger), "--workers", "2" if what == "two" else "1"]


def _seconds(command: list[str]) -> float:
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def _memory(folder: Path, articles: int) -> tuple[float, float]:
    """Return the memory in MiB of all processes after a tenth of the articles, and the most after that."""
    lines = folder / "made.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for number in range(articles):
            text = _TEXT.format(number=number).replace("\n", "\\n").replace('"', '\\"')
            file.write(f'{{"text": "{text}", "url": "https://daily.example/{number}"}}\n')
    ledger = folder / "memory.ledger"
    command = [*_PROGRAM, "add", str(lines), "--ledger", str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        early = late = 0.0
        while process.poll() is None:
            time.sleep(1)
            used = _resident(process.pid)
            if _articles(ledger) < articles // 10:
                early = max(early, used)
            else:
                late = max(late, used)
    return early, late


def _resident(pid: int) -> float:
    """Return the resident memory of a process and its children in MiB, as Linux tells it; 0 where it has ended."""
    children = _read(Path(f"/proc/{pid}/task/{pid}/children")).split()
    lines = (_read(Path(f"/proc/{one}/status")) for one in (str(pid), *children))
    kilobytes = (line.split()[1] for text in lines for line in text.splitlines() if line.startswith("VmRSS"))
    return sum(map(int, kilobytes)) / 1024


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


def _articles(path: Path) -> int:
    from sqlalchemy import func, select  # noqa: PLC0415

    from reportedly.ledger.ledger import Ledger  # noqa: PLC0415
    from reportedly.ledger.tables import schema  # noqa: PLC0415

    if not path.exists() or not path.stat().st_size:
        return 0
    with Ledger.open(path) as ledger, ledger.reads() as connection:
        return connection.execute(select(func.count()).select_from(schema.article)).scalar_one()


def main() -> int:
    """Print the figures."""
    for name, value in figures(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER).items():
        print(f"{name:24} {value:10.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
