"""The cue lexicon (data/en/verbs.toml): words and phrases of saying, each with the stance it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.errors import DataError
from reportedly.lexicon.inflection import Inflection
from reportedly.lexicon.loading import load
from reportedly.model import Reporter, Stance

_FIELDS = {
    **dict.fromkeys(("forms", "nouns", "fixed", "unless"), list),
    **dict.fromkeys(("reporter", "plover", "example", "counter"), str),
    "keeps": bool,
}
# Halterman, Bagozzi, Beger, Schrodt and Scarborough, "PLOVER and POLECAT: A New Political Event Ontology and Dataset"
# (2023), which took the place of CAMEO
PLOVER = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """An entry of the cue lexicon.

    `forms` are verbs or verb phrases (the first word is inflected), `nouns` have a plural, `fixed` stand as they are.
    `unless` are patterns around the cue, which "~" stands for, in which it is none. `keeps` marks a cue whose negation
    says what is said and leaves the stance as it is ("does not believe it" is a belief). `reporter` is what the
    reporter who chooses the cue does with the content. `plover` is the type that PLOVER gives to such an event, or
    None. `example` is a sentence in which the cue has this stance, `counter` one in which the same word has not.
    """

    id: str
    stance: Stance
    forms: tuple[str, ...]
    nouns: tuple[str, ...]
    fixed: tuple[str, ...]
    unless: tuple[str, ...]
    keeps: bool
    reporter: Reporter
    plover: str | None
    example: str
    counter: str

    def spellings(self, inflection: Inflection) -> frozenset[tuple[str, ...]]:
        """Return every spelling of the cue as a sequence of pattern elements."""
        inflected = (
            (first, *rest.split())
            for phrases, forms_of in ((self.forms, inflection.verb), (self.nouns, inflection.noun))
            for lemma, _, rest in (phrase.partition(" ") for phrase in phrases)
            for first in forms_of(lemma)
        )
        return frozenset({*inflected, *(tuple(phrase.split()) for phrase in self.fixed)})


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that turn a stance off (`turns`), and longer phrases around them that do not (`leaves`).

    `weakens` are words that leave open whether the thing is said at all, so that the reporter vouches for nothing.
    """

    turns: frozenset[tuple[str, ...]]
    leaves: frozenset[tuple[str, ...]]
    weakens: frozenset[str] = frozenset()


@cache
def inflection() -> Inflection:
    """Return the irregular forms of the lexicon's verbs."""
    table = load("verbs").get("inflection", {})
    return Inflection(table.get("irregular", {}), frozenset(table.get("doubling", ())))


@cache
def cues() -> tuple[Cue, ...]:
    """Return every entry of the cue lexicon, in the order of the file; DataError where an entry is malformed."""
    return cues_of(load("verbs"))


def cues_of(table: Mapping[str, Any]) -> tuple[Cue, ...]:
    """Return the cues of a parsed verbs.toml; DataError names the entry that is malformed."""
    return tuple(
        _cue(stance, key, entry) for stance, entries in table.get("cue", {}).items() for key, entry in entries.items()
    )


@cache
def negation() -> Negation:
    """Return the words that negate a cue, in all their forms."""
    table = load("verbs").get("negation", {})
    spelled = {(first, *rest) for verb in table.get("verbs", ()) for first, *rest in _inflected(verb)}
    return Negation(
        turns=frozenset(spelled | _split(table.get("words", ()))),
        leaves=frozenset(_split(table.get("leaves", ()))),
        weakens=frozenset(table.get("weakens", ())),
    )


def _inflected(phrase: str) -> list[tuple[str, ...]]:
    lemma, _, rest = phrase.partition(" ")
    return [(form, *rest.split()) for form in inflection().verb(lemma)]


def _split(phrases: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(phrase.split()) for phrase in phrases}


def _cue(stance: str, key: str, entry: Mapping[str, Any]) -> Cue:
    name = f"{stance}.{key}"
    for field, value in entry.items():
        if not isinstance(value, _FIELDS.get(field, ())):
            raise _damaged(name, f"{field} is no field of a cue or of another type")
    for field in ("example", "counter"):
        if not entry.get(field, "").strip():
            raise _damaged(name, f"it has no {field}")
    if stance not in set(Stance):
        raise _damaged(name, f"{stance} is no stance")
    if entry.get("reporter", Reporter.NEUTRAL) not in set(Reporter):
        raise _damaged(name, f"{entry['reporter']} is nothing that a reporter does")
    if "plover" in entry and entry["plover"] not in PLOVER:
        raise _damaged(name, f"{entry['plover']} is no event type of PLOVER")
    others = entry.get("nouns") or entry.get("fixed")
    forms, nouns, fixed, unless = (tuple(entry.get(field, ())) for field in ("forms", "nouns", "fixed", "unless"))
    if any("~" not in pattern.split() for pattern in unless):
        raise _damaged(name, "a pattern under unless does not say with ~ where the cue stands")
    return Cue(
        id=name.replace(" ", "-"),
        stance=Stance(stance),
        forms=forms or (() if others else (key,)),
        nouns=nouns,
        fixed=fixed,
        unless=unless,
        keeps=entry.get("keeps", False),
        reporter=Reporter(entry.get("reporter", Reporter.NEUTRAL)),
        plover=entry.get("plover"),
        example=entry["example"],
        counter=entry["counter"],
    )


def _damaged(name: str, why: str) -> DataError:
    return DataError(f"the word list verbs.toml is damaged at {name} ({why}): reinstall reportedly")
