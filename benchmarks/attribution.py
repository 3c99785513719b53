"""Measures attribution on PolNeAR dev.

    python -m benchmarks.attribution [GOLD_DIR]

GOLD_DIR holds NAME.txt and NAME.ann (brat standoff); the default is ../shared/data/polnear/dev. Figures are F1, or
recall for `speech` and `other`, as `reportedly eval` prints them; the whole program reads the texts.
"""

from __future__ import annotations

import sys
from pathlib import Path

import reportedly
from reportedly.brat import read_folder
from reportedly.evaluation import Figures, compare, found_in, score

DEFAULT_FOLDER = Path(__file__).resolve().parents[1] / "../shared/data/polnear/dev"


def figures(folder: Path = DEFAULT_FOLDER) -> dict[str, float]:
    """Return the F1 (for speech and other, the recall) of every figure."""
    return {name: values.get("F", values["R"]) for name, values in scores(folder).items()}


def scores(folder: Path) -> Figures:
    """Return precision, recall and F1 by name."""
    return score([compare(document, found_in(reportedly.read(document.text))) for document in read_folder(folder)])


def main() -> int:
    """Print precision, recall and F1 of every figure."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return 0
    for name, values in scores(folder).items():
        print(f"{name:14} " + "  ".join(f"{kind} {value:.3f}" for kind, value in values.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
