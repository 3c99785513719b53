"""Writes to standard output and standard error so that no text, locale or closed stream can break it."""

from __future__ import annotations

import io
import os
import re
import sys

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def prepare_streams() -> None:
    r"""Make standard output and error UTF-8 whatever the locale says, and replace streams that the caller closed.

    Halves of surrogate pairs, which UTF-8 cannot write, come out as \udXXX: within JSON that is the same character.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Write text to standard output at once, so that a reader down the pipe need not wait for the next."""
    sys.stdout.write(text)
    sys.stdout.flush()


def complain(message: str) -> None:
    """Write a message to standard error as one line."""
    sys.stderr.write(f"reportedly: {_CONTROLS.sub(' ', message)}\n")
    sys.stderr.flush()


def mention(message: str) -> None:
    """Write a line to standard error that only a person at a terminal has a use for."""
    if sys.stderr.isatty():
        complain(message)


def drop_output() -> None:
    """Let what standard output still holds go nowhere, so that it is not tried once more when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
