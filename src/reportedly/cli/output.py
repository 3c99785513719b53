"""Writes to standard output and standard error so that no text can break it."""

from __future__ import annotations

import io
import re
import sys

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def speak_utf8() -> None:
    r"""Make standard output and error UTF-8 whatever the locale says.

    Halves of surrogate pairs, which UTF-8 cannot write, come out as \udXXX: within JSON that is the same character.
    """
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
