"""Patterns made of the word lists that come with the program."""

from __future__ import annotations

import re
from functools import cache

from reportedly.lexicon import load

_LIST = re.compile(r"\{([a-z_]+)\}")


@cache
def pattern(template: str) -> re.Pattern[str]:
    r"""Return a template as a pattern, {name} standing for any word of that list in data/en/figures.toml.

    >>> pattern(r"{voted} \d+-\d+").fullmatch("passed 52-48") is not None
    True
    """
    return re.compile(_LIST.sub(lambda match: _any_of(match[1]), template))


def _any_of(name: str) -> str:
    words = sorted(load("figures")["words"][name], key=len, reverse=True)
    return f"(?i:{'|'.join(words)})".replace(" ", r"\s+")
