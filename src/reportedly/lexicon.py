"""Loads the word lists and rules that come with the program (data/en/NAME.toml)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.errors import DataError


@cache
def load(name: str) -> dict[str, Any]:
    """Return the parsed TOML of data/en/NAME.toml, read once; DataError if it is missing or damaged."""
    file = files("reportedly") / "data" / "en" / f"{name}.toml"
    try:
        text = file.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"the word list {name}.toml is missing: reinstall reportedly") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"the word list {name}.toml is damaged ({error}): reinstall reportedly") from error
