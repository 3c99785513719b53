"""The name that a source is compared under across articles."""

from __future__ import annotations

from reportedly.ledger.sources.bodies import body_key
from reportedly.ledger.sources.people import person_key
from reportedly.ledger.sources.profiles import Profile
from reportedly.model import Source, SourceKind

_NEVER = frozenset({SourceKind.UNNAMED, SourceKind.DOCUMENT})
# longer than any name: a run of text that was taken for one
_LONGEST = 200


def name_key(source: Source | Profile) -> str | None:
    """Return the name that a source is compared under, or None where it is never one with that of another article.

    None is for whoever is not named, for documents, and for groups and bodies of a general name ("local police").
    Forms that transliteration may have made of one name are not guessed at.

    >>> name_key(Profile("Ivo A. Senn", SourceKind.PERSON)), name_key(Profile("witnesses", SourceKind.UNNAMED))
    ('ivo senn', None)
    """
    if source.kind in _NEVER or len(source.name) > _LONGEST or not source.name.strip():
        return None
    if source.kind is SourceKind.PERSON:
        return person_key(source.name)
    return body_key(source.name, source.kind, source.country)
