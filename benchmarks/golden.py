"""Measures the readings of the invented test articles against what a careful person expects of them.

    python -m benchmarks.golden

`statements` is the share of expected statements with the right source, cue, content, kind and stance; `found` that of
statements found at all; `zones` and `quiet` the shares of expected zones and of silent passages that are right.
"""

from __future__ import annotations

import sys

import reportedly
from tests.golden.expectations import article_files, expected_of, misses


def figures() -> dict[str, float]:
    """Return the four shares, each 0 to 1, over all articles."""
    total = {"statement": 0, "zone": 0, "quiet": 0}
    wrong = dict.fromkeys(total, 0)
    lost = 0
    for path in article_files():
        expected = expected_of(path)
        for table in total:
            total[table] += len(expected.get(table, []))
        for (table, _), fields in misses(reportedly.read_file(path), expected).items():
            if table in wrong:
                wrong[table] += 1
            lost += fields == ["statement"]
    return {
        "statements": 1 - wrong["statement"] / total["statement"],
        "found": 1 - lost / total["statement"],
        "zones": 1 - wrong["zone"] / total["zone"],
        "quiet": 1 - wrong["quiet"] / total["quiet"],
    }


def main() -> int:
    """Print the figures."""
    for name, value in figures().items():
        print(f"{name:12} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
