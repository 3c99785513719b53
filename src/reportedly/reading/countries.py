"""Which country a name means: its own names, short forms and what its people are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from reportedly.lexicon import load

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\Z")
# names that only "the" makes those of a country
_WITH_ARTICLE = frozenset({"States"})
# names so short count in capitals only
_SHORT = 4


@lru_cache(maxsize=4096)
def country_of(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that a name or a name of a people means, or None.

    Only whole names of countries and peoples (data/en/countries.toml); towns, capitals for governments and parts of
    countries are none. "Georgia" is the country: what it means in a text is for `read_places` to say.

    >>> country_of("the U.S."), country_of("Britons"), country_of("Holland’s"), country_of("us")
    ('US', 'GB', 'NL', None)
    """
    return named_country(name) or people_of(name)


@lru_cache(maxsize=4096)
def named_country(name: str) -> str | None:
    """Return the code of the country that has this name, or None."""
    bare = _bare(name)
    if bare[:1].islower() or (bare in _WITH_ARTICLE and not _ARTICLE.match(name.strip())):
        return None
    return _names().get(_form(bare))


@lru_cache(maxsize=4096)
def people_of(name: str) -> str | None:
    """Return the code of the country whose people or things are called this, in the singular or plural, or None.

    >>> people_of("Syrians"), people_of("Syria")
    ('SY', None)
    """
    bare = _bare(name)
    if bare[:1].islower():
        return None
    form = _form(bare)
    return _people().get(form) or _people().get(form.removesuffix("s"))


def _bare(name: str) -> str:
    return _ARTICLE.sub("", _POSSESSIVE.sub("", " ".join(name.split())), count=1) if name else ""


def _form(name: str) -> str:
    """Return a name as it is looked up: long ones in lower case, with one kind of apostrophe."""
    return name if len(name) <= _SHORT and name.isupper() else name.replace("’", "'").lower()


@cache
def _names() -> Mapping[str, str]:
    return _table("names")


@cache
def _people() -> Mapping[str, str]:
    return _table("people")


def _table(column: str) -> Mapping[str, str]:
    countries = load("countries")["country"]
    return MappingProxyType({_form(name): code for code, entry in countries.items() for name in entry[column]})
