"""Places and buildings that stand for governments, as data/en/governments.toml lists them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reportedly.lexicon import load

_ARTICLE = re.compile(r"the\s+")


@cache
def _seats() -> dict[str, str]:
    data = load("governments")
    return {_plain(name): country for table in ("capitals", "seats") for name, country in data[table].items()}


@cache
def _ministries() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        _plain(name): (entry["country"], tuple(_plain(other) for other in entry["also"]))
        for name, entry in load("governments")["ministries"].items()
    }


@lru_cache(maxsize=4096)
def government_of(name: str) -> str | None:
    """Return the country, ISO 3166-1 alpha-2, whose government a capital or a seat of government stands for.

    >>> government_of("Damascus"), government_of("the Kremlin"), government_of("Marseille")
    ('SY', 'RU', None)
    """
    return _seats().get(_plain(name))


def ministry_of(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the country of the ministry that a building stands for, and that ministry's names, in normal form.

    >>> ministry_of("the Pentagon")[0]
    'US'
    """
    return _ministries().get(_plain(name))


def _plain(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.casefold().split()), count=1)
