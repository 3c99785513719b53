"""A program whose reader is replaced, so that the command line is tested without page, model or network."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from reportedly.cli.main import app
from reportedly.model import Article, Reading
from reportedly.reader import Failure

# run by a Python of its own: what the reader would give is made from the names of the inputs
DRIVER = """
import sys
from reportedly.cli import deliver
from reportedly.model import Article, Reading
from reportedly.reader import Failure

def read_inputs(names, options):
    for name in names:
        if name.startswith("bad"):
            yield Failure(name, None, "empty")
        elif name.startswith("interrupt"):
            raise KeyboardInterrupt
        elif name.startswith("damaged"):
            from reportedly.errors import DataError
            raise DataError("the model is damaged: reinstall reportedly")
        elif name.startswith("many"):
            yield from [Reading(Article("One.", file=name), (), ())] * 20_000
        else:
            yield Reading(Article("One “two” \\ud800.", file=name), (), ())

deliver.read_inputs = read_inputs
from reportedly.cli import main
main()
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return what runs the command in this process; inputs whose name starts with "bad" fail."""
    seen = []

    def read_inputs(names, options):
        seen.append((tuple(names), options))
        for name in names:
            fine = Reading(Article(f"One from {name}.", file=name), (), ())
            yield Failure(name, None, "empty; give a file with an article in it") if name.startswith("bad") else fine

    monkeypatch.setattr("reportedly.cli.deliver.read_inputs", read_inputs)

    def run(*arguments: str) -> Result:
        result = CliRunner().invoke(app, arguments)
        result.seen = seen
        return result

    return run


@pytest.fixture
def driver() -> str:
    """Return the code that runs the command with such a reader."""
    return DRIVER


@pytest.fixture
def spawn(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Return what runs the command in a process of its own."""

    def spawn(*arguments: str | bytes, **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-c", DRIVER, *arguments]
        return subprocess.run(command, capture_output=True, cwd=tmp_path, timeout=60, check=False, **options)

    return spawn
