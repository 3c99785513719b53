"""Which name a body is compared under: a government, a ministry, an agency, a company, a movement."""

from __future__ import annotations

import re
from functools import cache

from reportedly.ledger.sources.folding import folded, spelled, word_set
from reportedly.model import SourceKind
from reportedly.reading.countries import country_of, named_country
from reportedly.reading.governments import government_of, ministry_of
from reportedly.reading.sources.words import is_plural, noun_kind, pronouns, singular, titles, without_possessive, words

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w.&'’-]*[^\W_])?")
_BRACKETED = re.compile(r"\s*\((?:the\s+)?[\"“]?([^\W\d_][\w.&]{1,9})[\"”]?\)\s*\Z")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "an", "de", "la", "al", "du", "des", "del", "at"})
_BODIES = frozenset({SourceKind.GOVERNMENT, SourceKind.ORGANIZATION})
# a country's name has so many words at most: "Democratic Republic of the Congo"
_COUNTRY = 5
# and a body's: what is longer is a run of text that was taken for one
_WORDS = 40


def body_key(name: str, kind: SourceKind, country: str | None) -> str | None:
    """Return the name that a body is compared under, or None where the name is general.

    A government that is named for its country is compared under the country's code; a part of a government under its
    name without the country, and a ministry under its matter.

    >>> [body_key(name, SourceKind.GOVERNMENT, "RU") for name in ("Kremlin", "Russia", "Russian authorities")]
    ['government of ru', 'government of ru', 'government of ru']
    >>> body_key("Foreign Ministry", SourceKind.GOVERNMENT, None)
    'ministry foreign'
    >>> body_key("Syrian Ministry of Foreign Affairs", SourceKind.GOVERNMENT, "SY")
    'ministry foreign'
    >>> [body_key(name, SourceKind.ORGANIZATION, None) for name in ("Board", "local papers", "Orvane Yacht Club")]
    [None, None, 'orvane yacht club']
    """
    bare = " ".join(_BRACKETED.sub("", name).split())
    tokens = _TOKEN.findall(bare)
    if kind is SourceKind.GOVERNMENT or named_country(bare):
        official = _government(bare, tokens, country)
        if official:
            return official
    if not _is_own_name(tokens, kind):
        return None
    if kind is SourceKind.GOVERNMENT:
        rest = _without_country(tokens, country)
        is_part = noun_kind(tuple(rest)) or folded(rest[0]) in word_set("departments")
        tokens = rest if is_part else tokens  # not "North America"
    compared = _compared(tokens)
    return (_department(compared.split()) if kind is SourceKind.GOVERNMENT else None) or compared or None


def country_of_body(name: str, kind: SourceKind, country: str | None) -> str | None:
    """Return the country that a body is told to be of, or the one that the name of a part of a government tells.

    >>> country_of_body("Russian Foreign Ministry", SourceKind.GOVERNMENT, None)
    'RU'
    """
    if country or kind is not SourceKind.GOVERNMENT:
        return country
    tokens = _TOKEN.findall(name)[:_WORDS]
    return next((code for start, end in _runs(len(tokens)) if (code := _country(tokens[start:end]))), None)


def bracketed_acronym(name: str) -> str | None:
    """Return the acronym that a body's name ends with in brackets.

    >>> bracketed_acronym("Veyra Harbour Board (VHB)")
    'VHB'
    """
    found = _BRACKETED.search(name)
    return found[1] if found and sum(letter.isupper() for letter in found[1]) > 1 else None


def is_office(key: str, name: str) -> bool:
    """Tell whether a body is named by common nouns that several countries have one of: "foreign ministry", "senate".

    >>> is_office("ministry foreign", "Foreign Ministry"), is_office("fbi", "FBI")
    (True, False)
    """
    last = tuple(key.split()[-2:])
    common = noun_kind(last) is SourceKind.GOVERNMENT or key.partition(" ")[0] in word_set("departments")
    return common and not name.isupper()


def initials_of(name: str) -> str | None:
    """Return the initials of a body's name of three words or more, in lower case.

    >>> initials_of("Organisation for the Safety of Ferries"), initials_of("Harbour Board")
    ('osf', None)
    """
    kept = [word for word in folded(_BRACKETED.sub("", name)).split() if word not in _SMALL]
    return "".join(word[0] for word in kept) if len(kept) > 2 else None


def without_country(name: str, country: str | None) -> str:
    """Return a body's name, as it is compared, without the words that name its country.

    >>> without_country("Russian Chess Union", "RU"), without_country("Russian Chess Union", "US")
    ('chess union', 'russian chess union')
    """
    return _compared(_without_country(_TOKEN.findall(_BRACKETED.sub("", name)), country))


def _compared(tokens: list[str]) -> str:
    kept = [word for word in spelled(folded(" ".join(tokens)).split()) if word not in _dropped()]
    while len(kept) > 1 and kept[-1] in word_set("forms"):
        kept = kept[:-1]
    return " ".join(kept)


def _government(bare: str, tokens: list[str], country: str | None) -> str | None:
    """Return the key of the government of a country, where the name is the country's, its seat's or its rule's."""
    ministry = ministry_of(bare)
    if ministry:
        return _department(spelled(folded(ministry[1][0]).split()))
    code = government_of(bare) or country_of(bare)
    if code is None and tokens:
        rest = [token for token in tokens if folded(token) not in word_set("ruling") | _SMALL]
        code = country_of(without_possessive(" ".join(rest))) if 0 < len(rest) < len(tokens) else None
    return f"government of {code.lower()}" if code and country in (code, None) else None


def _without_country(tokens: list[str], country: str | None) -> list[str]:
    """Return the words of a body's name without those that name the country that it is of."""
    for start, end in _runs(len(tokens)):
        code = _country(tokens[start:end])
        if code and country in (code, None) and end - start < len(tokens):
            rest = tokens[:start] + tokens[end:]
            while len(rest) > 1 and rest[-1].lower() in _SMALL:
                rest = rest[:-1]
            return rest
    return tokens


def _runs(length: int) -> list[tuple[int, int]]:
    """Return the runs of words that may name a country, the longest first."""
    return [(start, start + size) for size in range(min(_COUNTRY, length), 0, -1) for start in range(length - size + 1)]


def _country(tokens: list[str]) -> str | None:
    name = without_possessive(" ".join(tokens))
    return named_country(name) if len(tokens) > 2 else country_of(name)


def _department(kept: list[str]) -> str | None:
    """Return a ministry's key: the noun and what it is for, whichever comes first."""
    noun = next((word for word in kept if word in word_set("departments")), None)
    if noun is None or noun not in (kept[0], kept[-1]):
        return None
    return " ".join([noun, *sorted(word for word in kept if word not in word_set("padding") and word != noun)])


def _is_own_name(tokens: list[str], kind: SourceKind) -> bool:
    """Tell whether the words are the name of one body rather than a description that many fit."""
    if len(tokens) < 2:
        return bool(tokens) and _is_own_word(tokens[0], kind)
    lower = [token for token in tokens if token[0].islower() and token.lower() not in _SMALL]
    if not lower:
        return not (kind is SourceKind.GROUP and _is_member(tokens[-1]))
    if lower != tokens[-1:] or folded(tokens[0]) in _general():
        return False
    several = is_plural(tokens[-1]) and tokens[-1] not in word_set("single")
    return noun_kind(tuple(tokens)) in _BODIES and not several  # "Orvane police", "Senn campaign"


def _is_own_word(token: str, kind: SourceKind) -> bool:
    word = folded(token)
    if token[0].islower() or token.isdigit() or word in pronouns() or _is_member(token):
        return False
    if kind is SourceKind.GROUP and country_of(token):  # a people: "Marentans"
        return False
    return word in word_set("alone") or token.isupper() or noun_kind((word,)) is None


def _is_member(token: str) -> bool:
    return singular(folded(token)) in word_set("members")


@cache
def _dropped() -> frozenset[str]:
    return frozenset({"the", "and", *(title.lower() for title in titles("plain"))})


@cache
def _general() -> frozenset[str]:
    return word_set("general") | words("general") | (words("definite") - {"the"})
