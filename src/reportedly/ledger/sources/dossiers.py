"""All that the ledger holds on one entity: what it is called, what it says, what it is accused of, what it answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.ledger.sources.portraits import Counted, portrait
from reportedly.ledger.sources.profiles import Profile
from reportedly.model import SourceKind, Stance


@dataclass(frozen=True, slots=True)
class Appearance:
    """That an entity is a source of an article: the profile there, who published the article and from when it is.

    `published` is local wall time as ISO 8601, of any precision, or None.
    """

    article: str
    profile: Profile
    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A statement that an entity makes or that is against it: its id, article, stance and when it was published."""

    statement: str
    article: str
    stance: Stance
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Accusation:
    """A statement against an entity, and the id of the statement of the same article that answers it, or None."""

    told: Told
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the ledger holds on one entity.

    `articles` are ids in order of publication, the undated last; `first` and `last` the earliest and latest known
    times of publication. `outlets` count articles. `said` and `accused` are in order of publication.
    """

    entity: str
    name: str
    kind: SourceKind
    forms: tuple[Counted, ...]
    roles: tuple[Counted, ...]
    affiliations: tuple[Counted, ...]
    countries: tuple[Counted, ...]
    articles: tuple[str, ...]
    outlets: tuple[Counted, ...]
    first: str | None
    last: str | None
    said: tuple[Told, ...]
    accused: tuple[Accusation, ...]

    @property
    def answered(self) -> tuple[Accusation, ...]:
        """Return the accusations that it answers."""
        return tuple(accusation for accusation in self.accused if accusation.answer is not None)


def dossier(
    entity: str, appearances: Iterable[Appearance], said: Iterable[Told], accused: Iterable[Accusation]
) -> Dossier:
    """Return the dossier of an entity from its appearances, at least one, and its statements, in whatever order.

    The same row twice counts once.
    """
    rows = sorted(set(appearances), key=lambda row: (_when(row.published), row.article))
    told = portrait(_profiles(rows))
    published = [row.published for row in rows if row.published]
    outlets = Counter(outlet for _, outlet in {(row.article, row.outlet) for row in rows} if outlet)
    return Dossier(
        entity=entity,
        name=told.name,
        kind=told.kind,
        forms=told.forms,
        roles=told.roles,
        affiliations=told.affiliations,
        countries=told.countries,
        articles=tuple(dict.fromkeys(row.article for row in rows)),
        outlets=tuple(
            Counted(name, outlets[name]) for name in sorted(outlets, key=lambda name: (-outlets[name], name))
        ),
        first=min(published, default=None),
        last=max(published, default=None),
        said=tuple(sorted(set(said), key=_order)),
        accused=tuple(sorted(set(accused), key=lambda row: (*_order(row.told), row.answer or ""))),
    )


def _profiles(rows: Iterable[Appearance]) -> list[Profile]:
    """Return the distinct profiles, each with the number of the articles that give it among the rows."""
    counts = Counter(profile for _, profile in {(row.article, row.profile) for row in rows})
    return [
        Profile(one.name, one.kind, one.role, one.affiliation, one.country, articles)
        for one, articles in counts.items()
    ]


def _order(told: Told) -> tuple[bool, str, str, str]:
    return (*_when(told.published), told.article, told.statement)


def _when(published: str | None) -> tuple[bool, str]:
    return (published is None, published or "")
