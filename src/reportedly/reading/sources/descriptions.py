"""What words such as "deputy head of the Harbour Board" say: a role, the body that it is in, and a country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.countries import country_of
from reportedly.reading.governments import government_of, ministry_of
from reportedly.reading.names import NameKind
from reportedly.reading.sources.phrases import Phrases
from reportedly.reading.sources.words import noun_kind, singular, titles, without_article, without_possessive, words

_TOKEN = re.compile(r"[^\W_][\w’'&.-]*")
_JOINT = re.compile(r"\s(?P<word>of|at|for|with|from|in|to|on)\s+(?P<the>the\s+)?", re.IGNORECASE)
# a description ends where a clause of its own begins
_CLAUSE = re.compile(
    r",?\s(?:since|when|who|whose|which|after|before|until|and\s+(?:has|was|is|had|said))\s", re.IGNORECASE
)
_LEADING = re.compile(r"\A(?:[’']s?)?[\s,]+|\A(?:the|an?|his|her|its|their)\s", re.IGNORECASE)
_OWNER = re.compile(r"[’']s\s|(?<=s)[’']\s")
_YEARS_OLD = re.compile(r"\A\d{1,3}-year-old\s+")
_WHERE = re.compile(r",?\s+(?:in|at|on|near)\s")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Description:
    """What somebody is: the role, the body that the role is in, its country, and the nouns that head the words."""

    role: str | None = None
    affiliation: str | None = None
    country: str | None = None
    nouns: tuple[str, ...] = ()


def merged(found: Sequence[Description]) -> Description:
    """Return one description of several: of each thing the best that is said, which for a role is the longest.

    The last that has a role and a body comes before all others.
    """
    whole = next((item for item in reversed(found) if item.role and item.affiliation), None)
    role = whole.role if whole else max((item.role for item in found if item.role), key=len, default=None)
    bodies = (item.affiliation for item in found if item.affiliation)
    affiliation = whole.affiliation if whole else max(bodies, key=len, default=None)
    country = next((item.country for item in found if item.country), None)
    return Description(role, affiliation, country, tuple(dict.fromkeys(noun for item in found for noun in item.nouns)))


def parsed(text: str, phrases: Phrases, span: Span, *, surely: bool = False) -> Description:
    """Return what the words of a span say of whom they are about.

    The head noun must be one for persons, unless it is `surely` a role by where the words stand.
    """
    span = _trimmed(text, span)
    clause = _CLAUSE.search(text, span.start, span.end)
    span = Span(span.start, clause.start()) if clause else span
    joints = _joints(text, phrases, span)
    head = Span(span.start, joints[0].start()) if joints else span
    tokens = [token.group() for token in _TOKEN.finditer(text, head.start, head.end)]
    noun = singular(without_possessive(tokens[-1].rstrip("."))) if tokens else ""
    role, body = _role_and_body(text, phrases, head)
    role, behind = _with_rest(text, phrases, (role or "", noun), joints, span.end)
    towards = next((joint.start() for joint in joints if joint["word"].lower() == "to"), span.end)
    country = country_within(text, phrases, Span(span.start, towards))  # not that of an envoy "to Ukraine"
    if noun_kind(tuple(tokens)) and not is_role(noun):
        return Description(None, body, country, (noun,))
    nouns = tuple(
        long_titles().get(token.rstrip("."), singular(token.rstrip("."))) for token in tokens if is_role(token)
    )
    return Description(role if role and (surely or is_role(noun)) else None, body or behind, country, nouns)


def country_within(text: str, phrases: Phrases, span: Span) -> str | None:
    """Return the country that a name or an adjective within a span tells, the first that does."""
    names = {name.span.start: name for name in phrases.names_in(span) if name.kind is not NameKind.PERSON}
    for token in _TOKEN.finditer(text, span.start, span.end):
        if token.group()[:1].isupper():
            name = names.get(token.start())
            told = (country_told(name.span.of(text)) or phrases.country_at(name)) if name else None
            country = told or country_told(without_possessive(token.group()))
            if country:
                return country
    return None


def country_told(name: str) -> str | None:
    """Return the country of a country's own name, its people's, its capital's or a seat of its government.

    >>> country_told("Syrian"), country_told("Moscow"), country_told("Pentagon"), country_told("Orvane")
    ('SY', 'RU', 'US', None)
    """
    ministry = ministry_of(name)
    return country_of(name) or government_of(name) or (ministry[0] if ministry else None)


def is_role(noun: str) -> bool:
    """Tell whether a noun can say what a person is.

    >>> is_role("spokeswoman"), is_role("treasurers"), is_role("harbour"), is_role("ministry")
    (True, True, False, False)
    """
    agents = load("accused")["agents"]
    word = singular(noun.rstrip("."))
    if noun_kind((word,)) is not None or word in words("never_in_roles"):  # a body or a document, "after", "for"
        return False
    return word in _role_nouns() or (word.endswith(tuple(agents["endings"])) and word not in agents["others"])


@cache
def long_titles() -> dict[str, str]:
    """Return the full words of abbreviated titles."""
    return dict(load("speakers")["titles"]["long"])


@cache
def _role_nouns() -> frozenset[str]:
    agents = load("accused")["agents"]
    persons = words("unnamed") - words("general") - words("counting")
    return frozenset(agents["nouns"]) | {title.lower() for title in titles("roles")} | persons


def _joints(text: str, phrases: Phrases, span: Span) -> list[re.Match[str]]:
    """Return the prepositions that join the parts of a description, those within names left out."""
    names = phrases.names_in(span)
    found = _JOINT.finditer(text, span.start, span.end)
    return [joint for joint in found if not any(name.span.start < joint.start() < name.span.end for name in names)]


def _with_rest(
    text: str, phrases: Phrases, said: tuple[str, str], joints: Sequence[re.Match[str]], end: int
) -> tuple[str, str | None]:
    """Return a role with what belongs to it behind its noun, and the body that comes after: "professor of law | at …".

    `said` is the role so far and its head noun.
    """
    role, noun = said
    for number, joint in enumerate(joints):
        rest = Span(joint.end(), end)
        part = Span(joint.end(), joints[number + 1].start() if number + 1 < len(joints) else end)
        is_office = noun in words("offices") and part.of(text)[:1].isupper() and not joint["the"]
        if not is_office and _names_a_body(text, phrases, rest, joint, noun):
            body = Span(rest.start, _end_of_body(text, phrases, rest))
            return role, without_possessive(without_article(" ".join(body.of(text).split()).rstrip(" ,")))
        plain = part.of(text)[:1].islower() and not joint["the"]
        place = next((name.kind is NameKind.PLACE for name in phrases.names_in(part)), False)
        if not (is_office or plain or joint["word"] == "to") or (place and joint["word"] != "to"):
            break
        role = f"{role} {' '.join(text[joint.start() : part.end].split())}".rstrip(" ,")
    return role, None


def _end_of_body(text: str, phrases: Phrases, rest: Span) -> int:
    """Return where a body ends that a description goes on after: before "in the north" behind its whole name."""
    name = next((name for name in phrases.names_in(rest) if name.kind is NameKind.ORGANIZATION), None)
    if name is not None and name.span.start <= rest.start + 1 and _WHERE.match(text, name.span.end, rest.end):
        return name.span.end
    return rest.end


def _names_a_body(text: str, phrases: Phrases, rest: Span, joint: re.Match[str], noun: str) -> bool:
    """Tell whether what follows a preposition names a body: by a name, by its noun, or by a capital."""
    if joint["word"].lower() in ("to", "in", "on"):
        return False
    if joint["word"].lower() == "from" and not phrases.bodies_in(Span(rest.start, rest.start + 1)):
        return False
    name = next(iter(phrases.names_in(Span(rest.start, min(rest.start + 1, rest.end)))), None)
    if name is not None and name.kind is not NameKind.ORGANIZATION:
        longer = text[name.span.end : rest.end].lstrip()[:1].isupper()
        unknown = name.kind is NameKind.PLACE and country_told(name.span.of(text)) is None
        return longer or (unknown and noun not in words("territorial"))
    phrase = phrases.phrase(rest)
    if noun in words("spokespersons") or name is not None:
        return True
    if noun_kind(phrase.words) is not None:
        return joint["the"] is not None or len(phrase.words) >= _SHORTEST
    return text[rest.start : rest.start + 1].isupper() and noun not in words("territorial")


def _role_and_body(text: str, phrases: Phrases, head: Span) -> tuple[str | None, str | None]:
    """Return the role in words such as "White House spokesman" or "the union's treasurer", and the body they name."""
    body: str | None = None
    start = head.start
    for name in phrases.names_in(head):
        if name.span.end >= head.end or name.kind is NameKind.PERSON:
            continue
        words_ = name.span.of(text)
        if words_ in words("matters"):
            continue
        if name.kind is NameKind.ORGANIZATION or government_of(words_) or ministry_of(words_):
            body = without_possessive(without_article(" ".join(words_.split())))
        start = max(start, name.span.end)
    owner = _OWNER.search(text, start, head.end)
    if owner:
        if body is None and noun_kind(tuple(_TOKEN.findall(text[head.start : owner.start()]))):
            body = without_article(" ".join(text[head.start : owner.start()].split()))
        start = owner.end()
    role = _YEARS_OLD.sub("", _LEADING.sub("", " ".join(text[start : head.end].split())))
    kept = [word for word in role.split() if word.rstrip(".") not in titles("plain")]
    if body is None and len(kept) > 1 and kept[-1] in words("spokespersons") and noun_kind(tuple(kept[:-1])):
        return kept[-1], " ".join(kept[:-1])  # "a company spokeswoman"
    return (" ".join(kept) or None), body


def _trimmed(text: str, span: Span) -> Span:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip(" ,\n\t"))
    return Span(start, max(start, span.start + len(said.rstrip(" ,\n\t"))))
