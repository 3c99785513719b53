"""Loads the word lists and rules that come with the program (data/en/NAME.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from reportedly.errors import DataError


@cache
def load(name: str) -> Mapping[str, Any]:
    """Return the parsed TOML of data/en/NAME.toml, read once; DataError if it is missing or damaged."""
    file = files("reportedly") / "data" / "en" / f"{name}.toml"
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"the word list {name}.toml is missing or damaged: reinstall reportedly") from error
    return parse(name, text)


def parse(name: str, text: str) -> Mapping[str, Any]:
    """Return the parsed TOML text of the word list `name`; DataError if it is damaged."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"the word list {name}.toml is damaged ({error}): reinstall reportedly") from error
    return MappingProxyType(table)
