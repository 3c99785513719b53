"""What is told of an entity, over all its profiles: its name, kind, roles, bodies and countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportedly.ledger.sources.cells import country_of
from reportedly.ledger.sources.profiles import Profile
from reportedly.model import SourceKind


@dataclass(frozen=True, slots=True)
class Counted:
    """Words, and the number of articles that have them."""

    words: str
    articles: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """What profiles tell of one entity; of each thing all that is told, the most frequent first, then by words."""

    name: str
    kind: SourceKind
    forms: tuple[Counted, ...]
    roles: tuple[Counted, ...]
    affiliations: tuple[Counted, ...]
    countries: tuple[Counted, ...]


def portrait(profiles: Iterable[Profile]) -> Portrait:
    """Return what profiles, at least one, tell of the entity that they are of.

    The name is the most frequent of the full ones: of a person one with a given name, and none that is printed in
    capitals only, if there are others.
    """
    members = list(profiles)
    forms = _counted(members, lambda profile: profile.name)
    kinds = _counted(members, lambda profile: profile.kind.value)
    kind = SourceKind(kinds[0].words)
    return Portrait(
        max(forms, key=lambda form: (_fullness(form.words, kind), form.articles, len(form.words))).words,
        kind,
        forms,
        _counted(members, lambda profile: profile.role),
        _counted(members, lambda profile: profile.affiliation),
        _counted(members, country_of),
    )


def _fullness(form: str, kind: SourceKind) -> tuple[bool, bool]:
    full = " " in form
    return (full or kind is not SourceKind.PERSON, not (full and form.isupper()))


def _counted(profiles: Iterable[Profile], told: Callable[[Profile], str | None]) -> tuple[Counted, ...]:
    counts: Counter[str] = Counter()
    for profile in profiles:
        words = told(profile)
        if words:
            counts[words] += profile.articles
    return tuple(Counted(words, counts[words]) for words in sorted(counts, key=lambda words: (-counts[words], words)))
