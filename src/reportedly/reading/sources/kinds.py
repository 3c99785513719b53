"""Which kind of source a noun phrase without a name means."""

from __future__ import annotations

import re

from reportedly.model import SourceKind, Span
from reportedly.reading.sources.descriptions import is_role
from reportedly.reading.sources.entity import Entity
from reportedly.reading.sources.phrases import Phrase, Phrases
from reportedly.reading.sources.words import noun_kind, without_possessive, words

_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_WITHHELD = re.compile(
    r"\b(?:anonymous(?:ly)?|unnamed|unidentified|undisclosed|familiar with|close to|anonymity|privy to)\b",
    re.IGNORECASE,
)
_BODIES = frozenset({SourceKind.GOVERNMENT, SourceKind.ORGANIZATION, SourceKind.GROUP})


def counted(text: str, phrases: Phrases, phrase: Phrase) -> Phrase:
    """Return the phrase after "of" where the head only counts ("dozens of clerks"), or the phrase itself."""
    of = _OF.match(text, phrase.head.end, phrase.span.end)
    if of and phrase.last in words("counting"):
        return phrases.phrase(Span(of.end(), phrase.span.end))
    return phrase


def kind_of(text: str, phrases: Phrases, phrase: Phrase) -> SourceKind:
    """Return the kind of source that a phrase without a name means.

    Conventions, "Statements": unnamed is whose identity is withheld or left general ("witnesses", "a source close
    to"); a definite role, an institution, a document or a spokesman is not.
    """
    inner = counted(text, phrases, phrase)
    several = inner is not phrase
    general = several or not phrase.definite
    kind = noun_kind(tuple(without_possessive(word) for word in inner.words))
    if _WITHHELD.search(phrase.span.of(text)) or (
        inner.last in words("unnamed") and (general or inner.last == "source")
    ):
        return SourceKind.UNNAMED
    if kind is SourceKind.DOCUMENT:
        return kind
    if inner.name is not None:
        return SourceKind.GROUP
    if several or (inner.plural and kind is not SourceKind.GOVERNMENT):
        return SourceKind.UNNAMED if general else SourceKind.GROUP
    return kind or _kind_of_one(inner, general=general)


def _kind_of_one(phrase: Phrase, *, general: bool) -> SourceKind:
    """Return the kind of one person or thing whose noun is not listed."""
    if phrase.last in words("spokespersons"):
        return SourceKind.PERSON
    bare = [word for word in phrase.words if word.lower() not in words("definite")]
    if bare and not any(word.islower() for word in bare) and not is_role(phrase.last):
        # a name that was not taken for one: "Schiff", "iFixit", "The Harbour Wire"
        plain = len(bare) == len(phrase.words) and all(word.istitle() for word in bare)
        return SourceKind.PERSON if plain else SourceKind.ORGANIZATION
    if general or not phrase.words:
        return SourceKind.UNNAMED
    if is_role(phrase.last):
        return SourceKind.PERSON
    return SourceKind.DOCUMENT if phrase.words[-1].islower() else SourceKind.ORGANIZATION


def final_kind(entity: Entity) -> SourceKind:
    """Return the kind of an entity: for a body by the nouns of its name, without which it is an organization."""
    if entity.kind is not None:
        return entity.kind
    names = [name for name in entity.names if not (entity.is_place and " of " in name)]  # "Federation of Lusk"
    for name in sorted(names, key=len, reverse=True):
        # "Ministry of Trade and Industry" is a ministry
        kind = noun_kind(tuple(name.partition(" of ")[0].split()[-2:])) or noun_kind(tuple(name.split()[-2:]))
        if kind in _BODIES:
            return kind
    kinds = (noun_kind(tuple(noun.split())) for noun in sorted(entity.nouns, key=lambda noun: (-len(noun), noun)))
    said = next((kind for kind in kinds if kind in _BODIES), None)
    return said or (SourceKind.GOVERNMENT if entity.is_place else SourceKind.ORGANIZATION)
