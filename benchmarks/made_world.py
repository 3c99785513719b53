"""The invented world of the made ledger: its words, sources, publishers, places and labels, with how often each is met.

Frequencies follow Zipf's law, as those of words and names in news do. The same seed gives the same world.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

import numpy as np

from reportedly.model import SourceKind, Stance

Thing = TypeVar("Thing")


def _words(text: str) -> list[str]:
    return text.split()


# the words that English uses most: they make phrases such as "of the" as frequent as they are
COMMON = _words("""
the of to and a in that is for on it with as was at by be he has are from have not an this but had they their were
its which or will who one said more been would his about after we two also new other than when over there first if
all out up into people last government year time could some against can no president years minister state what only
three most she country no group between million police officials under before during her because them made while
where company such so many security public military against economic local national report market city foreign
political trade health court law water power south north east west party leader talks war day week month men women
children school house part deal work plan attack force control help support system oil gas price rate bank money
food land sea port ship boat road bridge
""")
_ONSETS = _words("""
b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh sk st t tr v w z
""")
_VOWELS = _words("""
a e i o u ai ea io ou
""")
_CODAS = ["", "", "", "", "", "l", "m", "n", "nd", "r", "s", "st", "t", "th"]
_COUNTRIES = _words("""
US GB FR DE RU CN IN JP BR ZA NG EG TR IR IL UA PL IT ES NL SE NO FI GR RS HU CZ AT CH CA MX AR CL CO PE AU NZ KR ID
PH
""")
_ROLES = _words("""
minister spokesman spokeswoman president director analyst professor mayor governor general colonel chairman
ambassador lawyer judge doctor engineer farmer captain secretary commissioner
""")
_UNNAMED = [
    "witnesses",
    "local sources",
    "officials",
    "critics",
    "a source close to the talks",
    "residents",
    "a senior official",
    "two diplomats",
    "people familiar with the matter",
    "aides",
    "analysts",
    "an eyewitness",
    "activists",
    "insiders",
    "rescue workers",
]
_LABELS = _words("""
militant terrorist rebel activist separatist extremist strongman regime hardliner dissident fighter insurgent tycoon
oligarch populist reformer moderate radical loyalist defector whistleblower
""")
CUES = {
    Stance.SAYS: ("said", "told reporters", "added", "stated", "noted", "announced"),
    Stance.CLAIMS: ("claimed",),
    Stance.WARNS: ("warned",),
    Stance.ACCUSES: ("accused", "blamed"),
    Stance.DENIES: ("denied",),
    Stance.CONFIRMS: ("confirmed",),
    Stance.BELIEVES: ("believes", "thinks"),
    Stance.DEMANDS: ("demanded", "called for"),
    Stance.PREDICTS: ("predicted", "expects"),
    Stance.PROMISES: ("promised", "vowed"),
    Stance.ASKS: ("asked",),
    Stance.ADMITS: ("admitted",),
    Stance.PLANS: ("plans",),
    Stance.ALLEGES: ("alleged",),
    Stance.CONDEMNS: ("condemned",),
    Stance.PRAISES: ("praised",),
    Stance.AGREES: ("agreed",),
    Stance.THREATENS: ("threatened",),
}
STANCE_SHARES = (60, 4, 5, 4, 4, 4, 4, 3, 3, 2, 1, 1, 1, 1, 1, 1, 0.6, 0.4)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks in the made ledger; each of `roles` is a way in which an article may introduce the same one."""

    name: str
    kind: SourceKind
    roles: tuple[str | None, ...]
    affiliation: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the made ledger."""

    name: str
    country: str
    geonameid: int
    lat: float
    lon: float


class Zipf(Generic[Thing]):
    """Things drawn with frequencies that fall as one over the rank."""

    def __init__(self, things: Sequence[Thing], exponent: float = 1.0) -> None:
        self.things = things
        weights = np.arange(1, len(things) + 1, dtype=np.float64) ** -exponent
        self._bounds = np.cumsum(weights) / weights.sum()

    def draw(self, rng: np.random.Generator, count: int) -> list[Thing]:
        """Return `count` things, each drawn on its own."""
        ranks = np.searchsorted(self._bounds, rng.random(count)).tolist()
        return [self.things[rank] for rank in ranks]


class World:
    """Everything that articles of the made ledger are put together from."""

    def __init__(self, seed: int = 5, actors: int = 20_000, words: int = 40_000) -> None:
        self._rng = np.random.default_rng(seed)
        self._actors = actors
        invented = self._invented(words)
        # common and invented words in turns after the first hundred, so that neither has the frequent ranks alone
        frequent = list(dict.fromkeys(COMMON))
        self.vocabulary = frequent[:100] + _alternate(frequent[100:], invented)
        self.words = Zipf(self.vocabulary)
        picks = self._rng.integers(100, min(5_000, len(self.vocabulary)), size=(2_000, 3)).tolist()
        self.collocations = Zipf(
            [" ".join(self.vocabulary[one] for one in pick[: 2 + pick[2] % 2]) for pick in picks], 0.8
        )

    @cached_property
    def actors(self) -> Zipf[Actor]:
        """Return who may speak, most frequent first."""
        rng = self._rng
        surnames, given = self._names(6_000), self._names(400)
        made: dict[str, Actor] = {}
        while len(made) < self._actors:
            country = _COUNTRIES[int(rng.integers(len(_COUNTRIES)) * rng.random())]
            one, two = _pick(rng, surnames), _pick(rng, given)
            roles = tuple({_pick(rng, _ROLES): None for _ in range(int(rng.integers(1, 4)))})
            draw = rng.random()
            if draw < 0.65:
                actor = Actor(f"{two} {one}", SourceKind.PERSON, roles, f"{one} Institute", country)
            elif draw < 0.75:
                actor = Actor(f"{one} Ministry", SourceKind.GOVERNMENT, (None,), None, country)
            elif draw < 0.9:
                actor = Actor(f"{one} {two} Agency", SourceKind.ORGANIZATION, (None,), None, country)
            elif draw < 0.95:
                actor = Actor(f"the {one} report", SourceKind.DOCUMENT, (None,), None, None)
            else:
                actor = Actor(f"{one} {two} movement", SourceKind.GROUP, (None,), None, country)
            made.setdefault(actor.name, actor)
        actors = list(made.values())
        for rank, name in enumerate(_UNNAMED):
            actors.insert(2 + 3 * rank, Actor(name, SourceKind.UNNAMED, (None,), None, None))
        return Zipf(actors)

    @cached_property
    def publishers(self) -> Zipf[str]:
        """Return 300 outlets, most frequent first."""
        endings = ("Courier", "Wire", "Post", "Daily", "Herald", "News")
        return Zipf([f"The {name} {endings[rank % 6]}" for rank, name in enumerate(self._names(300))], 0.7)

    @cached_property
    def spots(self) -> Zipf[Spot]:
        """Return 3,000 places, most frequent first."""
        rng = self._rng
        return Zipf(
            [
                Spot(
                    name,
                    _COUNTRIES[int(rng.integers(len(_COUNTRIES)))],
                    1_000_000 + rank,
                    round(float(rng.uniform(-60, 70)), 4),
                    round(float(rng.uniform(-180, 180)), 4),
                )
                for rank, name in enumerate(self._names(3_000))
            ]
        )

    @cached_property
    def labels(self) -> Zipf[str]:
        """Return what outlets call people."""
        return Zipf(_LABELS)

    def _names(self, count: int) -> list[str]:
        return [word.capitalize() for word in self._invented(count)]

    def _invented(self, count: int) -> list[str]:
        """Return words that look like words, no two alike."""
        rng, made = self._rng, dict[str, None]()
        while len(made) < count:
            syllables = int(rng.integers(1, 4))
            parts = [_pick(rng, _ONSETS) + _pick(rng, _VOWELS) + _pick(rng, _CODAS) for _ in range(syllables)]
            made["".join(parts)] = None
        return list(made)


def _pick(rng: np.random.Generator, words: list[str]) -> str:
    return words[int(rng.random() * len(words))]


def _alternate(some: list[str], others: list[str]) -> list[str]:
    mixed = [word for pair in zip(some, others, strict=False) for word in pair]
    rest = min(len(some), len(others))
    return list(dict.fromkeys(mixed + some[rest:] + others[rest:]))
