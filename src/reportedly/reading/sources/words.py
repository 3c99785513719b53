"""The words that name speakers: nouns by kind, titles, pronouns."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reportedly.lexicon import load
from reportedly.model import SourceKind
from reportedly.reading.given_names import Sex

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_EDGES = " \t\n\r,;:.'\"“”‘’"
_POSSESSIVE = re.compile(r"[’']s?\Z")
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "police": "police",
    "wives": "wife",
}


def without_article(name: str) -> str:
    """Return a name without a leading article.

    >>> without_article("The harbour office"), without_article("Theresa Lume")
    ('harbour office', 'Theresa Lume')
    """
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


def without_possessive(name: str) -> str:
    """Return a name without the ending of a possessive.

    >>> without_possessive("the navy's"), without_possessive("The owners’"), without_possessive("Lume")
    ('the navy', 'The owners', 'Lume')
    """
    return _POSSESSIVE.sub("", name)


def normal(name: str) -> str:
    r"""Return a source's name without case, spacing, leading article and the ending of a possessive.

    >>> normal("The  Ministry of Fisheries") == normal("the ministry of\nfisheries’s")
    True
    """
    return without_possessive(without_article(" ".join(name.casefold().split()).strip(_EDGES)))


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """Return a noun in lower case as it stands in the singular, as far as its ending tells.

    >>> singular("Officials"), singular("agencies"), singular("women"), singular("press"), singular("witnesses")
    ('official', 'agency', 'woman', 'press', 'witness')
    """
    word = noun.lower()
    for plural, one in _IRREGULAR.items():
        if word.endswith(plural):
            return word[: len(word) - len(plural)] + one
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ews")):
        return word[:-1]
    return word


def is_plural(noun: str) -> bool:
    """Tell whether a noun stands in the plural, as far as its ending tells.

    >>> is_plural("officials"), is_plural("women"), is_plural("press"), is_plural("people")
    (True, True, False, True)
    """
    return singular(noun) != noun.lower() or noun.lower() in ("people", "police")


@cache
def pronouns() -> dict[str, str]:
    """Return what each pronoun is a form of: he, she, it, they, i, we, you or who."""
    return {form: name for name, forms in load("speakers")["pronouns"].items() for form in forms}


@cache
def kind_words() -> dict[str, SourceKind]:
    """Return the kind of source that a noun (or a few words) in the singular names."""
    return {noun: SourceKind(kind) for kind, nouns in load("speakers")["kinds"].items() for noun in nouns}


@cache
def words(field: str) -> frozenset[str]:
    """Return a list of data/en/speakers.toml as a set."""
    return frozenset(load("speakers")["lists"][field])


@cache
def titles(field: str) -> frozenset[str]:
    """Return one of the lists of titles (women, men, plain or roles)."""
    return frozenset(load("speakers")["titles"][field])


def noun_kind(words_: tuple[str, ...]) -> SourceKind | None:
    """Return the kind that the last word or the last two words of a noun phrase name; None if they are not listed.

    >>> noun_kind(("foreign", "ministry")), noun_kind(("news", "agencies")), noun_kind(("captain",))
    (<SourceKind.GOVERNMENT: 'government'>, <SourceKind.ORGANIZATION: 'organization'>, None)
    """
    if not words_:
        return None
    last = singular(words_[-1])
    two = f"{words_[-2].lower()} {last}" if len(words_) > 1 else ""
    return kind_words().get(two) or kind_words().get(words_[-1].lower()) or kind_words().get(last)


def sex_of(nouns: tuple[str, ...]) -> Sex | None:
    """Return the sex that a noun for a person tells.

    >>> sex_of(("chairwoman",)), sex_of(("treasurer",))
    (<Sex.WOMAN: 'f'>, None)
    """
    for noun in nouns:
        word = singular(noun)
        if word.endswith(tuple(words("women"))):
            return Sex.WOMAN
        if word.endswith(tuple(words("men"))):
            return Sex.MAN
    return None
