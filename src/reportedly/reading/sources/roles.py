"""Where a text says what a person is: before the name, in apposition after it, or behind "is"."""

from __future__ import annotations

import re

from reportedly.model import Span
from reportedly.reading.names import Name, NameKind
from reportedly.reading.sources.descriptions import Description, country_within, is_role, merged, parsed
from reportedly.reading.sources.phrases import Phrases
from reportedly.reading.sources.words import titles, without_article, without_possessive, words

_REACH = 110
# an apposition is looked for within so many characters behind a name, and is no longer than so many
_AFTER_REACH = 260
_BEFORE = re.compile(r"(?:[^\W_][\w’'&.-]*[ \t]+){1,9}\Z")
_TOKEN = re.compile(r"[^\W_][\w’'&.-]*")
_OFFICE_BEFORE = re.compile(
    r"\b(?i:minister|secretary|undersecretary|chief|chancellor|speaker|lord|leader)\s+(?:of|for)\s+"
    r"(?:(?:[A-Z][\w’'&-]*|state|staff|and|for|of|the|defence|defense)\s+){1,9}\Z"
)
_ROLE = (
    r"(?P<role>(?:[^,;:\n“”\"()–—.]|\b[A-Z]\.|\b(?:Gen|St|Mr|Dr|Jr|Sr)\.){3,200}?)"
    r"(?=\s*[,;:\n“”\"()–—]|\.(?:\s|\Z)|\Z)"
)
_AFTER = re.compile(
    r"[’']?\s*(?:\([^()\n]{1,40}\)\s*)?,\s+(?:(?:aged?\s+)?\d{1,3},\s+)?(?:who\s+(?:is|was)\s+)?" + _ROLE
)
_IS = re.compile(r"\s+(?:is|was|has\s+been|became|serves\s+as)\s+(?:now\s+|also\s+)?" + _ROLE)
_OF_BODY = re.compile(r",?\s+(?:of|from|at|with)\s+(?:the\s+)?\Z")
# "The head of the union, | Ada Quill"
_APPOSED = re.compile(
    r"(?:\A|[.;:!?“”\"\n—–]\s*|,\s+|\b(?:and|but|while|as|when)\s+)"
    r"(?P<role>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\s[^,;:.!?\n“”\"—–]{3,120}),\s+\Z"
)
_LONG_REACH = 180
_PARTY = re.compile(r"\s*\((?:R|D|I)[-–][^()\n]{1,12}\)")
# "Ernst Hollis, a locksmith, and": what follows "a" says what he is, whatever the noun
_A_FEW = re.compile(r"an?\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+\Z")


def described(text: str, phrases: Phrases, name: Name, start: int | None = None) -> Description:
    """Return what the words around a name say of who bears it.

    `start` is where the noun phrase begins if that is known; otherwise the words before the name count as far as they
    are titles and nouns for persons, with what modifies them.
    """
    before = Span(start, name.span.start) if start is not None and start < name.span.start else _before(text, name.span)
    found = [parsed(text, phrases, before)] if before and len(before) > 1 else []
    reach = min(len(text), name.span.end + _AFTER_REACH)
    for pattern in (_AFTER, _IS):
        after = pattern.match(text, name.span.end, reach)
        if after and _says_what(text, phrases, Span(*after.span("role")), apposed=pattern is _AFTER):
            found.append(parsed(text, phrases, Span(*after.span("role")), surely=True))
    apposed = _APPOSED.search(text, max(0, name.span.start - _LONG_REACH), name.span.start) if start is None else None
    if apposed and is_role(phrases.phrase(Span(*apposed.span("role"))).last):
        found.append(parsed(text, phrases, Span(*apposed.span("role"))))
    of = next((other for other in phrases.names_in(Span(name.span.end, name.span.end + 14))), None)
    if of and of.kind is NameKind.ORGANIZATION and _OF_BODY.fullmatch(text, name.span.end, of.span.start):
        found.append(Description(None, without_article(of.span.of(text)), country_within(text, phrases, of.span)))
    if _PARTY.match(text, name.span.end):
        found.append(Description(country="US"))
    return merged(found)


def _before(text: str, span: Span) -> Span | None:
    """Return the words before a name that say who bears it, or None."""
    window = max(0, span.start - _REACH)
    match = _BEFORE.search(text, window, span.start)
    if match is None:
        return None
    tokens = list(_TOKEN.finditer(text, match.start(), span.start))
    office = _OFFICE_BEFORE.search(text, window, span.start)
    if office:
        tokens = [token for token in tokens if token.start() <= office.start()]
    if not tokens or not is_role(tokens[-1].group()) or _ends_sentence(tokens[-1].group()):
        return None
    certain = len(tokens) - 1
    for number in range(len(tokens) - 1, -1, -1):
        word = tokens[number].group()
        if word.lower() in words("determiners"):
            certain = number + 1
            break
        if word.lower() in words("never_in_roles") or _ends_sentence(word):
            break
        if word[:1].isupper() or is_role(word) or word != without_possessive(word):
            certain = number
    # "my general counsel’s Ada Brann": no word of a role is left behind a determiner
    return Span(tokens[certain].start(), span.start) if certain < len(tokens) else None


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and word.rstrip(".") not in titles("roles") | titles("plain") and len(word) > 2


def _says_what(text: str, phrases: Phrases, span: Span, *, apposed: bool) -> bool:
    """Tell whether words after a name, or behind its "is", say what the person is."""
    phrase = phrases.phrase(span)
    if not phrase.words or phrase.words[0].lower() in words("never_in_roles"):
        return False
    if apposed and _A_FEW.match(span.of(text)):
        return True
    return is_role(phrase.last)
