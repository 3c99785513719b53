"""What an article says of a source, which is what sources of several articles are compared by."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.model import Source, SourceKind


@dataclass(frozen=True, slots=True)
class Profile:
    """A source as articles give it; two articles that give the same have one profile.

    `articles` is how many give it, which no comparison of profiles takes into account.
    """

    name: str
    kind: SourceKind
    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    articles: int = field(default=1, compare=False)

    @property
    def is_person(self) -> bool:
        """Tell whether it is a person, named."""
        return self.kind is SourceKind.PERSON


def profile_of(source: Source) -> Profile:
    """Return the profile that an article gives of a source."""
    return Profile(source.name, source.kind, source.role, source.affiliation, source.country)


def sort_key(profile: Profile) -> tuple[str, ...]:
    """Return what profiles are sorted by, wherever their order shows."""
    return (profile.name, profile.kind.value, profile.role or "", profile.affiliation or "", profile.country or "")
