"""Presuppositions: what the reporter's own words take for granted though it may be disputed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.lexicon.cues import inflection
from reportedly.model import Wording, WordingKind
from reportedly.reading.wording.actors import Actors
from reportedly.reading.wording.own import OwnWords, Passage
from reportedly.reading.wording.patterns import Hit, Patterns
from reportedly.reading.wording.phrases import stops

# words before an act within which it can be left open ("allegations of …"), and words between owner and act
_BEFORE = 5
_BETWEEN = 2
# words behind "of" that are taken into the span of a possessed act
_OBJECT = 4
_APOSTROPHES = frozenset("'’")
_BREAKS = frozenset(".;:!?—–")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Presupposition:
    """A word or pattern that takes something for granted: its rule's id, its plain form, None for the words found.

    `act` tells that it names an act by the charge, `owned` that it must stand behind a possessive.
    """

    id: str
    term: str | None = None
    act: bool = False
    owned: bool = False


@cache
def presupposing() -> Patterns[tuple[Presupposition, ...]]:
    """Return the rules of data/en/presuppositions.toml; several where one noun is in two of them."""
    entries: dict[str, tuple[tuple[str, ...], tuple[Presupposition, ...]]] = {}
    for pattern, unless, rule in _spelled():
        before = entries.get(pattern, ((), ()))
        entries[pattern] = (before[0] + unless, (*before[1], rule))
    return Patterns((pattern, unless, rules) for pattern, (unless, rules) in entries.items())


def find_presuppositions(own: OwnWords, passage: Passage, actors: Actors) -> Iterator[Wording]:
    """Yield what a passage takes for granted in the reporter's own voice, about whose it is or who does it.

    The span of an act with an owner runs from the owner to the object ("its looting of Marentan oil").
    """
    for hit in presupposing().find(passage.words):
        for rule in hit.rule:
            found = _found(passage, hit, rule, actors)
            if found is not None and own.states(found.span):
                yield found
                break


def _found(
    passage: Passage, hit: Hit[tuple[Presupposition, ...]], rule: Presupposition, actors: Actors
) -> Wording | None:
    words = " ".join(passage.at(number) for number in range(hit.first, hit.end))
    term = rule.term or words
    if not (rule.act or rule.owned):
        return Wording(
            passage.span(hit.first, hit.end), WordingKind.PRESUPPOSITION, term, actors.before(passage, hit.first)
        )
    if passage.at(hit.end) in _words("cases"):
        return None
    owner = _owner(passage, hit.first)
    left_open = _is_left_open(passage, hit.first, owner)
    if left_open or (rule.owned and owner is None):
        return None
    about = None if owner is None else actors.owner(passage, owner)
    span = passage.span(hit.first if owner is None else owner, _object_end(passage, hit.end) if rule.owned else hit.end)
    return Wording(span, WordingKind.PRESUPPOSITION, term, about)


def _owner(passage: Passage, first: int) -> int | None:
    """Return the index of the possessive that a noun belongs to, at most _BETWEEN words before it, or None."""
    for number in range(first - 1, max(-1, first - 2 - _BETWEEN), -1):
        if passage.is_owner(number):
            return None if passage.at(number) in _words("no_owners") else number
        word = passage.at(number)
        if word not in _APOSTROPHES and (word in stops() or not word.replace("-", "").isalpha()):
            return None
    return None


def _is_left_open(passage: Passage, first: int, owner: int | None) -> bool:
    """Tell whether a word shortly before an act leaves it open, or charges somebody with it."""
    reach = first - _BEFORE if owner is None else owner - 2
    for number in range(first - 1, max(-1, reach - 1), -1):
        word = passage.at(number)
        if word in _BREAKS:
            return False
        if word in _words("hedges"):
            return True
    return False


def _object_end(passage: Passage, end: int) -> int:
    """Return the index behind the object of a possessed act: "of" and a few words of one noun phrase."""
    if passage.at(end) != "of":
        return end
    last = end + 1
    while last < min(len(passage.words), end + 1 + _OBJECT) and passage.at(last) not in _words("object_ends"):
        last += 1
    return last if last > end + 1 else end


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("presuppositions")[name])


def _spelled() -> Iterator[tuple[str, tuple[str, ...], Presupposition]]:
    data = load("presuppositions")
    forms = {name: "|".join(_forms(verbs)) for name, verbs in data["verbs"].items()}
    for rule in data["rule"]:
        unless = tuple(rule.get("unless", ()))
        for pattern in rule.get("patterns", ()):
            yield (
                _PLACEHOLDER.sub(lambda match: forms[match[1]], pattern),
                unless,
                Presupposition(rule["id"], rule.get("term")),
            )
        for owned, nouns in ((True, rule.get("nouns", ())), (False, rule.get("acts", ()))):
            for noun in nouns:
                for spelling in _spellings(noun):
                    yield spelling, unless, Presupposition(rule["id"], noun, act=not owned, owned=owned)


def _spellings(noun: str) -> tuple[str, ...]:
    """Return a noun or phrase in singular and plural; a plural or a phrase with a preposition as it stands."""
    *before, last = noun.split()
    if last.endswith("s") or last in _words("prepositions"):
        return (noun,)
    return tuple(" ".join((*before, form)) for form in sorted(inflection().noun(last)))


def _forms(verbs: list[str]) -> list[str]:
    return sorted({form for verb in verbs for form in inflection().verb(verb)})
