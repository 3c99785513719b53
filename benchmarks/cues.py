"""Measures how many cues of PolNeAR train hold a word of the cue lexicon: python -m benchmarks.cues [FOLDER].

`speech` counts the cues in which a verb of saying stands by the list of common ones that `reportedly eval` counts by.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from reportedly.brat import read_folder
from reportedly.evaluation.figures import SAYING
from reportedly.evaluation.matching import words
from reportedly.lexicon import find_cues

DEFAULT_FOLDER = Path(__file__).resolve().parents[1] / "../shared/data/polnear/train"


def figures(folder: Path = DEFAULT_FOLDER) -> dict[str, float]:
    """Return the share of cue occurrences with a word of the lexicon: of all, and of those with a verb of saying."""
    counts = cue_counts(folder)
    speech = {cue: count for cue, count in counts.items() if SAYING & set(cue.split())}
    return {"all": _known(counts), "speech": _known(speech)}


def cue_counts(folder: Path) -> Counter[str]:
    """Return how often each cue text, in lower case, is annotated in the brat files of a folder."""
    return Counter(
        words(document.text, attribution.cue)
        for document in read_folder(folder)
        for attribution in document.attributions
        if attribution.cue
    )


def _known(counts: Counter[str] | dict[str, int]) -> float:
    known = sum(count for cue, count in counts.items() if find_cues(cue))
    return known / sum(counts.values())


def main() -> int:
    """Print the figures and the commonest cues without a word of the lexicon."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder}")
        return 0
    for name, value in figures(folder).items():
        print(f"{name:10} {value:.4f}")
    unknown = Counter({cue: count for cue, count in cue_counts(folder).items() if not find_cues(cue)})
    print("commonest unknown:", ", ".join(f"{cue!r} {count}" for cue, count in unknown.most_common(30)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
