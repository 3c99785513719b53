"""What a run of text says, whatever way it is written, and whether two runs say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from reportedly.ledger.words import words
from reportedly.lexicon import load

_NUMBER = r"(?:(?<![^\s(+$£€¥₹-])\.)?\d+(?:[.,]\d+)*"
_GROUPS = re.compile(r",(?=\d{3}(?!\d))")
# signs that say something; a dash does where it is a minus
_TELLING = re.compile(rf"(?P<number>{_NUMBER})|(?P<minus>(?<![^\s(])[-−–](?=[\d$£€]))|[%&$£€¥₹₽₩₪₺]")
_NEGATED = re.compile(r"(?<!\S)(\w+)n t(?!\S)")
# numbers and negations are not joined to what is beside them: "no table" is not "notable"
_APART = re.compile(r"\d|(?:no|not)$")
AS_WRITTEN: Mapping[str, str] = MappingProxyType({})


def substance(text: str, spelling: Mapping[str, str] = AS_WRITTEN) -> tuple[str, ...]:
    """Return what a run of text says: its words, numbers and signs as they are compared, without those of no account.

    `spelling` has the right word for each that is misspelt.

    >>> substance("“The crews won’t sail, 1,500 of them”")
    ('crews', 'will', 'not', 'sail', '1500', 'of', 'them')
    """
    numbers = load("figures")["numbers"]
    written = _written(" ".join(tokens_of(text, spelling))).split()
    return tuple(str(numbers.get(token, token)) for token in written if token not in _dropped())


def says_the_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Decide from the substance of two runs of text whether they say the same, but for words written as one.

    >>> says_the_same(substance("a cease-fire"), substance("the ceasefire"))
    True
    """
    if one == other:
        return True
    apart, other_apart = ([token for token in side if _APART.match(token)] for side in (one, other))
    return "".join(one) == "".join(other) and apart == other_apart


def tokens_of(text: str, spelling: Mapping[str, str] = AS_WRITTEN) -> Iterator[str]:
    """Yield the words, numbers and telling signs of a text; a number without what sets its thousands apart."""
    at = 0
    for match in _TELLING.finditer(text):
        yield from (spelling.get(word, word) for word in words(text[at : match.start()]))
        number = match["number"]
        yield _GROUPS.sub("", number) if number else "minus" if match["minus"] else match.group()
        at = match.end()
    yield from (spelling.get(word, word) for word in words(text[at:]))


def _written(tokens: str) -> str:
    """Return words, with spaces between, in the one way of writing that others count as."""
    forms = {form: plain for rule in load("edits")["rule"] for form, plain in rule.get("write", {}).items()}
    tokens = _forms().sub(lambda match: str(forms[match.group()]), tokens)
    return _NEGATED.sub(r"\1 not", tokens)


@cache
def _forms() -> re.Pattern[str]:
    forms = [re.escape(form) for rule in load("edits")["rule"] for form in rule.get("write", {})]
    return re.compile(rf"(?<!\S)(?:{'|'.join(forms)})(?!\S)")


@cache
def _dropped() -> frozenset[str]:
    return frozenset(word for rule in load("edits")["rule"] for word in rule.get("drop", ()))
