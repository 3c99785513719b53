"""Reads the documents of the project for the tests that hold them against the code."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from reportedly.reader import read_file
from reportedly.report.look import Look
from reportedly.report.terminal import render

ROOT = Path(__file__).parents[2]
_OUTPUT = re.compile(r"(<!-- output: (?P<command>.+?) -->\n\n```text\n)(?P<shown>.*?)(```\n)", re.S)
_EXAMPLES = re.compile(r"^```pycon\n(.*?)^```$", re.S | re.M)


def document(name: str) -> str:
    """Return the text of a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def examples(name: str) -> str:
    """Return the Python examples of a document as one session."""
    return "\n".join(_EXAMPLES.findall(document(name)))


def commands(name: str) -> list[str]:
    """Return the `reportedly` commands shown as indented lines, without comments and the folder of the program."""
    lines = re.findall(r"^    (?:.*\| )?(?:\.venv/bin/)?(reportedly .*)$", document(name), re.M)
    return [line.partition("  #")[0].partition(" > ")[0].strip() for line in lines]


def with_output(text: str) -> str:
    """Return a document's text with every shown output made anew."""
    return _OUTPUT.sub(lambda found: f"{found[1]}{_output(found['command'])}{found[4]}", text)


def _output(command: str) -> str:
    program, subcommand, file = shlex.split(command)
    assert (program, subcommand) == ("reportedly", "read")
    reading = read_file(file)
    return render(reading, Look(width=80))
