"""Labels: what the reporter's own words call an actor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.lexicon.cues import inflection
from reportedly.model import Wording, WordingKind
from reportedly.reading.wording.actors import Actors, ends_phrase, is_actor
from reportedly.reading.wording.own import OwnWords, Passage
from reportedly.reading.wording.patterns import Hit, Patterns
from reportedly.reading.wording.phrases import determiners, stops

# words of a noun phrase between an adjective and the actor that it labels
_REACH = 4


@dataclass(frozen=True, slots=True)
class Label:
    """An entry of the lexicon, spelled in one way: its id, its term in plain form, and how it names an actor.

    `actor` tells that it counts only before an actor; `attributive` that it may stand before other nouns, as singular.
    """

    id: str
    term: str
    actor: bool = False
    attributive: bool = False
    state: bool = False


def find_labels(own: OwnWords, passage: Passage, actors: Actors) -> Iterator[Wording]:
    """Yield the labels in a passage that the reporter chose.

    In what somebody says without quotation marks only those that stand with an actor's name count: how somebody is
    named is the reporter's choice there, what is said of him is not.
    """
    capitals_tell: bool | None = None
    for hit in _hits(passage):
        span = passage.span(hit.first, hit.end)
        head = _head(passage, hit, actors)
        if head is None or not own.names(span):
            continue
        if capitals_tell is None:
            capitals_tell = passage.capitals_tell()
        if actors.in_name(span) or (capitals_tell and _is_capitalised(passage, hit)):
            continue
        about, named = actors.of_label(passage, hit.first, head, state=hit.rule.state)
        if own.states(span) or named:
            yield Wording(span, WordingKind.LABEL, hit.rule.term, about)


def so_called_end(passage: Passage, number: int) -> int | None:
    """Return the index behind the noun for an actor that "so-called" stands before, or None if there is none.

    "So-called civil defence group" is a label; before a name ("the so-called Luskan Front") and before what is no actor
    ("so-called reforms") the word keeps a distance (see `distances`).
    """
    for end in range(number + 1, min(number + 1 + _REACH, len(passage.words))):
        word = passage.at(end)
        if word in stops() or passage.is_capital(end):
            return None
        if is_actor(word) and not (end + 1 < len(passage.words) and is_actor(passage.at(end + 1))):
            return end + 1
    return None


@cache
def labels() -> Patterns[Label]:
    """Return the labels of data/en/labels.toml, to be looked up."""
    return Patterns(_spelled())


def _spelled() -> Iterator[tuple[str, tuple[str, ...], Label]]:
    for entry in load("labels")["label"]:
        unless = tuple(entry.get("unless", ()))
        attributive, state = entry.get("attributive", False), entry.get("state", False)
        for noun in entry.get("nouns", ()):
            yield noun, unless, Label(entry["id"], noun, attributive=attributive, state=state)
            *before, last = noun.split()
            for form in _plurals(last):
                yield " ".join((*before, form)), unless, Label(entry["id"], noun, state=state)
        for adjective in entry.get("adjectives", ()):
            yield adjective, unless, Label(entry["id"], adjective, actor=True, state=state)


def _plurals(noun: str) -> frozenset[str]:
    irregular = load("labels")["plurals"].get(noun)
    return frozenset({irregular}) if irregular else inflection().noun(noun) - {noun}


def _hits(passage: Passage) -> Iterator[Hit[Label]]:
    past, known = 0, labels()
    for number, word in enumerate(passage.words):
        if number < past:
            continue
        hit = known.at(passage.words, number)
        if hit is None and "-" in word.text:
            hit = _compound(passage, number)
        if hit is not None:
            past = hit.end
            yield hit


def _compound(passage: Passage, number: int) -> Hit[Label] | None:
    """Return the label that a compound is ("Western-backed", "pro-Luskan", "rebel-held", "so-called …"), or None."""
    word, data = passage.at(number), load("labels")["compounds"]
    if word == "so-called":
        end = so_called_end(passage, number)
        term = " ".join(passage.at(at) for at in range(number, end)) if end else ""
        return Hit(number, end, Label("label.so-called", term)) if end else None
    stem, _, ending = word.rpartition("-")
    if ending in data["endings"] and (passage.is_capital(number) or stem in data["stems"]):
        first = _backer_start(passage, number)
        term = " ".join(passage.at(at) for at in range(first, number + 1))
        return Hit(first, number + 1, Label("label.backed", term, actor=True))
    if ending in data["held"] and stem in data["sides"]:
        return Hit(number, number + 1, Label("label.held", stem))
    beginning, _, cause = word.partition("-")
    letter = passage.text[passage.words[number].start + len(beginning) + 1 :][:1]
    if beginning in data["beginnings"] and (letter.isupper() or cause in data["causes"]):
        return Hit(number, number + 1, Label("label.backed", word, actor=True))
    return None


def _backer_start(passage: Passage, number: int) -> int:
    """Return the index of the first word of a backer's name: "Orla Party-backed"."""
    first = number
    while (
        passage.is_capital(first)
        and passage.is_capital(first - 1)
        and number - first < _REACH
        and passage.at(first - 1) not in stops()
        and not passage.begins_sentence(first - 1)
    ):
        first -= 1
    return first


def _head(passage: Passage, hit: Hit[Label], actors: Actors) -> int | None:
    """Return the index behind the last noun of the actor that a label names or stands before; None: no label here."""
    label, end = hit.rule, hit.end
    if label.actor:
        return _actor_behind(passage, hit, actors)
    while end < hit.end + _REACH and end < len(passage.words) and is_actor(passage.at(end)):
        end += 1
    if end > hit.end or not label.attributive or passage.is_owner(end - 1):
        return end
    return end if ends_phrase(passage, end) and _is_noun(passage, hit) else None


def _is_noun(passage: Passage, hit: Hit[Label]) -> bool:
    """Tell whether a singular that may be an adjective ("is racist") is a noun here: with an article or the like.

    At the beginning of a sentence or headline and before a name ("rebel Ana Lume") it needs none.
    """
    if passage.is_capital(hit.end):
        return True
    for number in range(hit.first - 1, max(-1, hit.first - 2 - _REACH), -1):
        if passage.at(number) in determiners() or passage.is_owner(number):
            return True
        if passage.at(number) in stops():
            return passage.begins_sentence(number + 1)
    return hit.first <= _REACH


def _actor_behind(passage: Passage, hit: Hit[Label], actors: Actors) -> int | None:
    """Return the index behind the noun for an actor, or of an actor's name, that an adjective stands before."""
    for number in range(hit.end, min(hit.end + _REACH + 1, len(passage.words))):
        if actors.begins(passage, number):
            return number
        if passage.at(number) in stops():
            return None
        noun = labels().at(passage.words, number)
        if is_actor(passage.at(number)) or (noun is not None and not noun.rule.actor):
            end = noun.end if noun is not None else number + 1
            while end < number + _REACH and end < len(passage.words) and is_actor(passage.at(end)):
                end += 1
            return end
    return None


def _is_capitalised(passage: Passage, hit: Hit[Label]) -> bool:
    """Tell whether capitals make a label a name, or part of one: "the Rebels", "Rebel Front"."""
    if not passage.is_capital(hit.first):
        return False
    if passage.begins_sentence(hit.first) or "-" in hit.rule.term or hit.rule.term in load("labels")["capitals"]:
        return passage.is_capital(hit.end) and is_actor(passage.at(hit.end))
    return True
