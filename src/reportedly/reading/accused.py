"""Whom an accusation, a warning or a threat is against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from reportedly.lexicon import load
from reportedly.model import Span, Stance
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft, sentence_at
from reportedly.reading.passives import is_passive
from reportedly.reading.stances import stance_at

AGAINST = frozenset({Stance.ACCUSES, Stance.WARNS, Stance.THREATENS})
_AND = re.compile(r",?\s+and\s+|,\s+")
# words between whom an accusation is against and the rest of what is said: "on Sunday night"
_FEW = 3
_WORD = re.compile(r"[^\W_][\w’'-]*")
_TAIL = re.compile(r"\s(?:of|in|from|at|for|with|on|near|behind|who|whose|that|which|to)\s|,")
_POSSESSIVE = re.compile(r"[’']s?\Z")


@dataclass(frozen=True, slots=True)
class AccusedRule:
    """A form of accusing: its pattern, with the group who (or whose), and whether who must be shown to be somebody."""

    id: str
    pattern: re.Pattern[str]
    agent: bool


@cache
def accused_rules() -> tuple[AccusedRule, ...]:
    """Return the forms of data/en/accused.toml, in order."""
    data = load("accused")
    parts = {"{run}": data["run"], "{end}": data["end"], "{office}": f"(?i:{'|'.join(data['office'])})"}

    def filled(pattern: str) -> re.Pattern[str]:
        for mark, part in parts.items():
            pattern = pattern.replace(mark, part)
        return re.compile(pattern)

    return tuple(AccusedRule(rule["id"], filled(rule["pattern"]), rule.get("agent", False)) for rule in data["rule"])


def find_accused(draft: Draft) -> Draft:
    """Return the draft with the spans of whom each accusation, warning or threat is against.

    Conventions, "Statements": the person, body or state; not things. In the passive ("has long been accused of") it is
    the subject.
    """
    return draft.having([_spoken_of(draft.text, item, _against(draft, item)) for item in draft.attributions])


def _spoken_of(text: str, item: Attribution, against: tuple[Span, ...]) -> Attribution:
    """Return the attribution with whom it is against, and with these words in the content if they stand before it.

    Conventions, "Statements": for accuse, blame, threaten and warn the content includes the one spoken of.
    """
    item = replace(item, against=against)
    if len(against) != 1 or not item.cue:
        return item
    who, cue = against[0], item.cue[-1]
    after = next((span for span in item.content if span.start >= max(cue.end, who.end)), None)
    if after is None or who.start < cue.start or any(span.overlaps(who) for span in item.content):
        return item
    if _WORD.search(text[cue.end : who.start]) or (len(text[max(cue.end, who.end) : after.start].split()) > _FEW):
        return item
    shorter = Span(cue.start, min(cue.end, cue.start + len(text[cue.start : who.start].rstrip())))
    content = tuple(Span(who.start, span.end) if span is after else span for span in item.content)
    return replace(item, cue=(*item.cue[:-1], shorter), content=content)


def _against(draft: Draft, item: Attribution) -> tuple[Span, ...]:
    if not item.cue or stance_at(draft.text, item.cue) not in AGAINST:
        return ()
    if is_passive(draft.text, item.cue[0]):
        subjects = [span for span in item.content if span.end <= item.cue[0].start]
        blamed = "blame" in item.cue[0].of(draft.text).lower()
        if subjects and (not blamed or is_agent(subjects[-1].of(draft.text))):
            return (subjects[-1],)
    return tuple(islice(_named(draft, item), 1))


def _named(draft: Draft, item: Attribution) -> Iterator[Span]:
    sentence = sentence_at(draft, item.cue[0])
    for rule in accused_rules():
        for match in rule.pattern.finditer(draft.text, sentence.start, sentence.end):
            who = _stripped(draft.text, Span(*match.span("who" if match["who"] else "whose")))
            # in the passive the verb comes after whom it is against
            verb = Span(*match.span("verb")) if "verb" in rule.pattern.groupindex else Span(match.start(), who.start)
            meets = any(verb.overlaps(cue) for cue in item.cue) and not any(who.overlaps(span) for span in item.source)
            named = len(who) and who.of(draft.text).lower() not in load("accused")["agents"]["nobody"]
            if meets and named and (not rule.agent or is_agent(who.of(draft.text))):
                yield who


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" ,"))
    return Span(start, max(start, span.end - len(words) + len(words.rstrip(" ,"))))


def is_agent(name: str) -> bool:
    """Tell whether a noun phrase names a person, a body or a state: by its head, a capital, a pronoun or the word list.

    >>> is_agent("the owners of the ferry"), is_agent("Lusk"), is_agent("bad weather"), is_agent("Hurricane Orla")
    (True, True, False, False)
    """
    agents = load("accused")["agents"]
    parts = _AND.split(name)
    if len(parts) > 1:
        return any(is_agent(part) for part in parts)
    counted, of, rest = name.partition(" of ")
    if of and counted.lower() in agents["counts"]:
        return is_agent(rest)
    words = _WORD.findall(_TAIL.split(name.strip(), maxsplit=1)[0])
    if not words or any(word in agents["things"] for word in words):
        return False
    head = _POSSESSIVE.sub("", words[-1])
    if head[:1].isupper() or head.lower() in agents["pronouns"]:
        return True
    forms = _singulars(head.lower())
    if any(form in agents["nouns"] for form in forms):
        return True
    return any(form.endswith(tuple(agents["endings"])) and form not in agents["others"] for form in forms)


def _singulars(word: str) -> tuple[str, ...]:
    """Return a word as it stands and what it may be the plural of."""
    forms = [word]
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s"):
        forms.append(word[:-1])
    if word.endswith("men"):
        forms.append(f"{word[:-2]}an")
    return tuple(forms)
