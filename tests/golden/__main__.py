"""Writes the golden readings and the marks of what the reader misses anew: `make golden`. Read the difference after."""

from __future__ import annotations

import re
from pathlib import Path

import reportedly
from tests.golden import speakerbook
from tests.golden.casebook import case_files, cases_of, misses_in
from tests.golden.expectations import READINGS, article_files, expected_of, misses
from tests.golden.snapshots import write_snapshot


def main() -> None:
    READINGS.mkdir(exist_ok=True)
    right = total = 0
    for path in article_files():
        reading = reportedly.read_file(path)
        expected = expected_of(path)
        wrong = misses(reading, expected)
        write_snapshot(path, reading)
        mark(path.with_suffix(".toml"), wrong)
        statements = len(expected.get("statement", []))
        wholly = statements - sum(1 for table, _ in wrong if table == "statement")
        right, total = right + wholly, total + statements
        print(f"{path.name:26} {wholly:3} of {statements:3} statements wholly as expected, {len(wrong)} tables marked")
    print(f"{'':26} {right:3} of {total:3}")
    for path in case_files():
        wrong = misses_in(path)
        mark(path, wrong)
        statements = sum(len(case.get("statement", [])) for case in cases_of(path))
        wholly = statements - sum(1 for table, _ in wrong if table == "case.statement")
        print(f"{path.name:26} {wholly:3} of {statements:3} statements wholly as expected, {len(wrong)} tables marked")
    wrong = speakerbook.misses()
    mark(speakerbook.FILE, wrong)
    count = len(list(speakerbook.speakers()))
    print(f"{speakerbook.FILE.name:26} {count - len(wrong):3} of {count:3} speakers wholly as expected")


def mark(toml_file: Path, wrong: dict[tuple[str, int], list[str]]) -> None:
    """Write into each table of an expectation what is missed in it."""
    blocks = re.split(r"(?m)^(?=\[)", re.sub(r"(?m)^missed = .*\n", "", toml_file.read_text(encoding="utf-8")))
    counts: dict[str, int] = {}
    for index, block in enumerate(blocks):
        name = re.match(r"\[+([\w.]+)", block)
        if name is None:
            continue
        number = counts.get(name[1], 0)
        counts[name[1]] = number + 1
        fields = wrong.get((name[1], number))
        if fields:
            line = "missed = [" + ", ".join(f'"{field}"' for field in fields) + "]\n"
            blocks[index] = block.rstrip("\n") + "\n" + line + block[len(block.rstrip("\n")) + 1 :]
    toml_file.write_text("".join(blocks), encoding="utf-8")


main()
