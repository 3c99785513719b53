"""What a run of text says, whatever way it is written, and whether two runs say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from reportedly.ledger.words import words
from reportedly.lexicon import load

_NUMBER = r"(?:(?<![^\s(+$£€¥₹-])\.)?\d+(?:[.,]\d+)*"
_GROUPS = re.compile(r",(?=\d{3}(?!\d))")
# signs that say something; a dash does where it is a minus
_TELLING = re.compile(rf"(?P<number>{_NUMBER})|(?P<minus>(?<![^\s(])[-−–](?=[\d$£€]))|[%&$£€¥₹₽₩₪₺]")
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_]\w*")
_NEGATED = re.compile(r"(?<!\S)(\w+)n t(?!\S)")
# words that are not joined to others: "no table" is not "notable"
_APART = re.compile(r"\d|(?:no|not)$")
# what differs between two runs is compared word by word where it is no longer than this
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Substance:
    """The words, numbers and signs of a run of text as they are compared.

    `core` leaves out those that count for nothing, `names` are the words that are written with a capital.
    """

    tokens: tuple[str, ...]
    core: tuple[str, ...]
    names: frozenset[str]


def substance(text: str) -> Substance:
    """Return what a run of text says.

    >>> substance("“The crews won’t sail, 1,500 of them”").core
    ('crews', 'will', 'not', 'sail', '1500', 'of', 'them')
    """
    numbers = load("figures")["numbers"]
    tokens = tuple(str(numbers.get(word, word)) for word in _written(" ".join(tokens_of(text))).split())
    capitals = (match.group() for match in _CAPITAL.finditer(text))
    names = frozenset(word for capital in capitals if not capital[0].islower() for word in words(capital))
    return Substance(tokens, tuple(token for token in tokens if token not in _dropped()), names)


def says_the_same(one: Substance, other: Substance) -> bool:
    """Decide whether nothing has changed but spelling, punctuation and words that count for nothing.

    A word with one slip in it ("goverment") is the same word where no name and no other word comes of it. A number,
    a name and a negation are never the same as another.
    """
    if one.core == other.core:
        return True
    # in one order, since difflib may pair words otherwise the other way round
    before, after = sorted(map(tuple, _middles(one.tokens, other.tokens)))
    if max(len(before), len(after)) > _LONGEST:
        return False
    names = one.names | other.names
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return all(
        operation == "equal" or _is_edit(before[start:end], after[other_start:other_end], names)
        for operation, start, end, other_start, other_end in changes
    )


def tokens_of(text: str) -> Iterator[str]:
    """Yield the words, numbers and telling signs of a text; a number without what sets its thousands apart."""
    at = 0
    for match in _TELLING.finditer(text):
        yield from words(text[at : match.start()])
        number = match["number"]
        yield _GROUPS.sub("", number) if number else "minus" if match["minus"] else match.group()
        at = match.end()
    yield from words(text[at:])


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


def _middles(one: Sequence[str], other: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Return two sequences without the beginning and the end that they share."""
    shorter = min(len(one), len(other))
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    end = next((at for at in range(shorter - start) if one[-1 - at] != other[-1 - at]), shorter - start)
    return one[start : len(one) - end], other[start : len(other) - end]


def _is_edit(before: Sequence[str], after: Sequence[str], names: frozenset[str]) -> bool:
    """Decide whether words that stand for others leave what is said as it was."""
    kept, kept_after = ([word for word in side if word not in _dropped()] for side in (before, after))
    if kept == kept_after:
        return True
    if "".join(kept) == "".join(kept_after) and not any(_APART.match(word) for word in (*kept, *kept_after)):
        return True
    pairs = (before, after) if len(before) == len(after) else (kept, kept_after)
    return len(pairs[0]) == len(pairs[1]) and all(
        word == changed or is_slip(word, changed, names) for word, changed in zip(*pairs, strict=True)
    )


def is_slip(one: str, other: str, names: frozenset[str] = frozenset()) -> bool:
    """Decide whether one of two words is the other with a slip of the pen: one letter wrong, missing, doubled or moved.

    The first letter is never wrong, nor is the last, since another ending is another form. One of the words must be
    unknown to the encoder's vocabulary of 30,000, so that "fired" is not a slip for "fined"; and neither may be a name.

    >>> is_slip("goverment", "government"), is_slip("fired", "fined"), is_slip("skipper", "skippers")
    (True, False, False)
    """
    if one in names or other in names or not (one.isalpha() and other.isalpha()):
        return False
    if (one in _vocabulary()) == (other in _vocabulary()):
        return False
    short, long = sorted((one, other), key=len)
    before, after = _middles(short, long)
    if short[0] != long[0] or len(before) > 2 or len(after) > 2:
        return False
    moved = len(before) == 2 and before == after[::-1]
    return moved or (len(after) == 1 and short[-1] == long[-1])


@cache
def _vocabulary() -> frozenset[str]:
    """Return the words that the encoder knows whole, in lower case."""
    file = files("reportedly") / "models" / "attribution" / "tokenizer.json"
    return frozenset(json.loads(file.read_text(encoding="utf-8"))["model"]["vocab"])
