"""Measures attribution on PolNeAR dev with the corpus scorer.

    python -m benchmarks.attribution [GOLD_DIR]

GOLD_DIR holds NAME.txt and NAME.ann (brat standoff); the default is ../shared/data/polnear/dev. Figures are F1, or
recall for `speech` and `other`, as ../shared/scripts/score_attribution.py defines and prints them; the whole program
reads the texts, page layer included.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parents[1] / "../shared"
DEFAULT_FOLDER = SHARED / "data/polnear/dev"
SCORER = SHARED / "scripts/score_attribution.py"


def figures(folder: Path = DEFAULT_FOLDER) -> dict[str, float]:
    """Return the F1 (for speech and other, the recall) of every line that the scorer prints."""
    return {name: values.get("F", values["R"]) for name, values in scores(folder).items()}


def scores(folder: Path) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 by the scorer's names."""
    import reportedly  # noqa: PLC0415

    scorer = _scorer()
    gold = scorer.read_gold(folder)
    predicted = {name: reportedly.read(text).to_dict()["statements"] for name, (text, _) in gold.items()}
    found: dict[str, dict[str, float]] = scorer.score(gold, predicted)
    return found


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attribution", SCORER)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    """Print precision, recall and F1 of every figure."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    if not folder.is_dir() or not SCORER.is_file():
        print(f"skipped: there is no folder {folder} or no scorer {SCORER}")
        return 0
    for name, values in scores(folder).items():
        print(f"{name:14} " + "  ".join(f"{kind} {value:.3f}" for kind, value in values.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
