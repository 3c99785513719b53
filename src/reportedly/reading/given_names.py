"""Given names that tell a sex, as data/en/given_names.toml lists them."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from reportedly.lexicon import load


class Sex(StrEnum):
    """What a name, a title or a pronoun tells of a person's sex."""

    WOMAN = "f"
    MAN = "m"


@cache
def given_names() -> dict[str, Sex]:
    """Return the sex that a given name in lower case tells.

    >>> given_names()["maria"], given_names().get("orla")
    (<Sex.WOMAN: 'f'>, None)
    """
    lists = load("given_names")
    return {
        **dict.fromkeys(lists["women"].split(), Sex.WOMAN),
        **dict.fromkeys(lists["men"].split(), Sex.MAN),
    }
