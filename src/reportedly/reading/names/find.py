"""The names of a text: the model's labels decoded, and made of one mind over the whole text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reportedly.model import Span
from reportedly.reading.countries import named_country
from reportedly.reading.governments import government_of
from reportedly.reading.models import Floats
from reportedly.reading.names.name import Name, NameKind
from reportedly.reading.names.overlooked import with_overlooked
from reportedly.reading.names.tagger import LABELS, load_name_tagger
from reportedly.reading.pieces import pieces
from reportedly.reading.tokens import Tokens

_KINDS = tuple(NameKind)
_LETTERS, _LETTERS_BEFORE = re.compile(r"\w+"), re.compile(r"\w+\Z")
# "Halden & | Rasch", "Bank of | Orvane": a name that breaks off goes on
_GOES_ON = re.compile(r"[ ]&[ ][A-Z][\w’'-]*")
_ENDS_OPEN = re.compile(r"(?:&|\bof|\bof the)\Z")
_CAPITALS = re.compile(r"[ ](?:the[ ])?[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*)*")
_TAIL = re.compile(r"(?:\s+[a-zß-ÿ][a-zß-ÿ’']*)+\Z")
_PLACE = _KINDS.index(NameKind.PLACE)
# what it counts that a name is a country's or a capital's, and no person of the text bears it
_KNOWN = 50.0
_IS_PLACE = (np.arange(len(_KINDS)) == _PLACE).astype(np.float32)
# a word is no longer
_LONGEST = 40
_ARTICLE = re.compile(r"[\s“”\"'‘(]*(?:(?:the|an?)\s+)?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:[’']s|[’'])?[\s,;:”\")]*\Z")


@dataclass(frozen=True, slots=True)
class _Found:
    """A run of tokens taken for a name: its span, and how likely each kind is, as log probabilities."""

    span: Span
    likely: Floats


def find_names(text: str, tokens: Tokens, states: Floats) -> tuple[Name, ...]:
    """Return the names in the tokens of a text, in order; `states` are what the encoder gives to the tokens.

    All mentions in the same words are of one kind, the likeliest for all of them together, and so is the last word of
    a person's full name wherever it stands alone. Countries and capitals are places but where a person bears the name.
    """
    if not len(tokens):
        return ()
    scores = load_name_tagger().score(text, tokens, states)
    found = list(_decoded(text, tokens, scores))
    votes: dict[str, Floats] = defaultdict(lambda: np.zeros(len(_KINDS), np.float32))
    for item in found:
        votes[item.span.of(text)] += item.likely
    full = [words for words in votes if " " in words and _KINDS[int(votes[words].argmax())] is NameKind.PERSON]
    for words in list(votes):
        if government_of(words) or named_country(words):
            votes[words][_PLACE] += _KNOWN
    for words in full:
        last = words.rpartition(" ")[2]
        if last in votes:
            votes[last] = votes[last] + votes[words] - 2 * len(found) * _KNOWN * _IS_PLACE
    names = [
        Name(_without_tail(text, item.span, kind), kind)
        for item in found
        for kind in [_KINDS[int(votes[item.span.of(text)].argmax())]]
    ]
    return with_overlooked(text, _paragraphs(tokens), names)


def _paragraphs(tokens: Tokens) -> list[Span]:
    """Return the part of the text that each paragraph's tokens cover."""
    firsts = np.flatnonzero(np.diff(tokens.paragraphs, prepend=-1)).tolist()
    lasts = [*(first - 1 for first in firsts[1:]), len(tokens) - 1]
    return [
        Span(int(tokens.offsets[first][0]), int(tokens.offsets[last][1]))
        for first, last in zip(firsts, lasts, strict=True)
    ]


def _decoded(text: str, tokens: Tokens, scores: Floats) -> Iterator[_Found]:
    """Yield the runs of tokens in the most likely sequence of labels, without article, possessive and marks."""
    for piece in pieces(scores, LABELS):
        span = Span(int(tokens.offsets[piece.start][0]), int(tokens.offsets[piece.end - 1][1]))
        span = _trimmed(text, _whole_words(text, span))
        if len(span) and "\n" not in span.of(text):
            rows = scores[piece.start : piece.end]
            likely = np.logaddexp(rows[:, 1::2], rows[:, 2::2]).mean(axis=0)
            yield _Found(span, likely.astype(np.float32))


def _whole_words(text: str, span: Span) -> Span:
    """Return a span with the rest of the words that it begins and ends in, and of a name that breaks off."""
    before = _LETTERS_BEFORE.search(text, max(0, span.start - _LONGEST), span.start)
    after = _LETTERS.match(text, span.end)
    start, end = before.start() if before else span.start, after.end() if after else span.end
    going_on = _GOES_ON.match(text, end) if not _ENDS_OPEN.search(text, start, end) else _CAPITALS.match(text, end)
    return Span(start, going_on.end() if going_on else end)


def _without_tail(text: str, span: Span, kind: NameKind) -> Span:
    """Return a name's span without words in lower case at its end, but for a place, where they tell what it is."""
    tail = _TAIL.search(text, span.start, span.end) if kind is not NameKind.PLACE else None
    return Span(span.start, tail.start()) if tail and tail.start() > span.start else span


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    article, possessive = _ARTICLE.match(words), _POSSESSIVE.search(words)
    start = span.start + (article.end() if article else 0)
    return Span(start, max(start, span.end - (len(possessive.group()) if possessive else 0)))
