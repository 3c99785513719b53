"""An entity: one person, body or other speaker of an article while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.model import SourceKind, Span
from reportedly.reading.countries import country_of
from reportedly.reading.given_names import Sex
from reportedly.reading.sources.descriptions import Description
from reportedly.reading.sources.words import normal


@dataclass(slots=True, eq=False)
class Entity:
    """One person, body or other speaker while an article is read: its names, its mentions and what is said of it.

    `names` are the forms of its proper name in order of mention, `nouns` the head nouns that it is called by, in the
    singular, `descriptions` what the text says that it is, in order, and `about` the words of names and
    roles. `rivals` are whom an ambiguous name may also mean.
    """

    kind: SourceKind | None
    names: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    descriptions: list[Description] = field(default_factory=list)
    about: set[str] = field(default_factory=set)
    sex: Sex | None = None
    country: str | None = None
    plural: bool = False
    is_place: bool = False
    proper: bool = False
    rivals: list[Entity] = field(default_factory=list)

    @property
    def name_words(self) -> set[str]:
        """Return the words of a body's proper names in lower case, by which a noun can take it up."""
        return self.about if self.proper and self.kind is not SourceKind.PERSON else set()

    def call(self, name: str) -> None:
        """Add a form of its name."""
        if name not in self.names:
            self.about |= set(normal(name).split())
        self.names.append(name)

    @property
    def is_person(self) -> bool:
        """Tell whether it is a person who is named or known by a role."""
        return self.kind is SourceKind.PERSON

    @property
    def is_several(self) -> bool:
        """Tell whether it is persons rather than a body: the clerks, a couple."""
        return self.plural or (self.kind is SourceKind.GROUP and not self.about)

    @property
    def is_country(self) -> bool:
        """Tell whether it is a country's government, or what stands for it."""
        return self.kind is SourceKind.GOVERNMENT and self.country is not None

    @property
    def may_be_one_person(self) -> bool:
        """Tell whether "he" or "she" can mean it: one person, named or not."""
        return not self.plural and self.kind in (SourceKind.PERSON, SourceKind.UNNAMED)

    def mention(self, span: Span) -> None:
        """Add a place where it is meant; of mentions within each other the widest stays."""
        if not any(known.covers(span) for known in self.mentions):
            self.mentions = [*(known for known in self.mentions if not span.covers(known)), span]

    def name(self) -> str:
        """Return its fullest form, without article: of a person that with the most words, of a body the longest.

        A government's is the one that says so, or else its country's rather than its capital's.
        """
        if self.is_person:
            return max(self.names, key=lambda form: len(form.split()))
        if self.is_country:
            return max(self.names, key=_rank)
        return max(self.names, key=len)


def _rank(form: str) -> tuple[bool, bool, int]:
    """Return how full a form of a government's name is: one that says so, one with the country, the longest."""
    told = any(country_of(word) for word in (form, *form.split()))
    return "government" in form.lower() and told, told, len(form)
