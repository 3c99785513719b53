"""Measures the readings of the invented test articles against what a careful person expects of them.

    python -m benchmarks.golden

`statements` is the share of expected statements with the right source, cue, content, kind and stance; `found` that of
statements found at all; `zones` and `quiet` the shares of expected zones and of silent passages that are right. Of the
short texts, `case statements` and `case found` are the same, and `case alone` the share with no statement too many.
`speakers` is the share of expected speakers, of statements found, whose every field is right, `speaker names` that of
the right name.
"""

from __future__ import annotations

import sys

import reportedly
from tests.golden import speakerbook
from tests.golden.casebook import case_files, cases_of, misses_in, statements_of
from tests.golden.expectations import article_files, expected_of, misses


def figures() -> dict[str, float]:
    """Return the shares, each 0 to 1, over all articles and all short texts."""
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
        **_cases(),
        **_speakers(),
    }


def _cases() -> dict[str, float]:
    statements = sum(len(list(statements_of(path))) for path in case_files())
    texts = sum(len(cases_of(path)) for path in case_files())
    wrong = [(table, fields) for path in case_files() for (table, _), fields in misses_in(path).items()]
    return {
        "case statements": 1 - sum(table == "case.statement" for table, _ in wrong) / statements,
        "case found": 1 - sum(fields == ["statement"] for _, fields in wrong) / statements,
        "case alone": 1 - sum(table == "case" for table, _ in wrong) / texts,
    }


def _speakers() -> dict[str, float]:
    wrong = list(speakerbook.misses().values())
    found = len(list(speakerbook.speakers())) - sum(fields == ["statement"] for fields in wrong)
    fields = [fields for fields in wrong if fields != ["statement"]]
    return {
        "speakers": 1 - len(fields) / found,
        "speaker names": 1 - sum("name" in each for each in fields) / found,
    }


def main() -> int:
    """Print the figures."""
    for name, value in figures().items():
        print(f"{name:16} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
