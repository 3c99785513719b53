"""Numbers in words: "forty-two", "two hundred and six", "half a million", "dozens", and what "of" joins to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.figures.fractions import fraction_of, part
from reportedly.reading.figures.quantity import Numeral
from reportedly.reading.figures.wording import pattern

_SPACE = "[ \t\u00a0]"
_NEXT = re.compile(rf"(?:{_SPACE}+|-)(and{_SPACE}+)?([A-Za-z]+)\b")
# "twenty-first" and "two hundredth" are no numbers
_ORDINAL = re.compile(
    r"[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|hundredth|thousandth|millionth)\b(?!s)"
)


@cache
def opening() -> str:
    """Return the pattern of the word that a number in words starts with."""
    data = load("figures")
    words = [*data["numbers"], *data["vague"], *data["scales"], *data["denominators"]]
    return rf"\b(?i:{'|'.join(sorted(words, key=len, reverse=True))})\b"


@dataclass(frozen=True, slots=True)
class _Words:
    """The number words read so far: the sum of closed groups, the open group, the end and the last scale."""

    closed: int
    group: int | None
    end: int
    scale: int

    @property
    def value(self) -> int:
        return self.closed + (self.group or 0)

    def with_number(self, number: int, end: int, *, joined: bool) -> _Words | None:
        """Return the words with "seven" or "twenty" after them, or None where it does not go on with them."""
        rest = (self.group or 0) % 100
        if self.group is None and self.closed and joined:
            fits = number < 100
        elif self.group is None:
            fits = self.closed > 0 and number < 100 and self.scale < 1_000_000
        elif rest == 0 and self.group >= 100:
            fits = number < 100
        else:
            fits = not joined and rest >= 20 and rest % 10 == 0 and 0 < number < 10
        return _Words(self.closed, (self.group or 0) + number, end, self.scale) if fits else None

    def with_scale(self, scale: int, end: int) -> _Words | None:
        """Return the words with "hundred" or "million" after them, or None where it does not go on with them."""
        if self.group is None or self.group == 0:
            return None
        if scale == 100:
            return _Words(self.closed, self.group * 100, end, self.scale) if self.group < 100 else None
        if scale >= self.scale:
            return None
        return _Words(self.closed + self.group * scale, None, end, scale)


def spelled(text: str, match: re.Match[str]) -> Numeral | None:
    """Return the number in words that a match of `opening` starts, or None where the word is none there."""
    data, word = load("figures"), match.group().lower()
    if word in data["vague"]:
        return _vague(text, match, word)
    if word in data["denominators"]:
        return part(text, match.start(), match.end(), word)
    start = match.start()
    if word in data["scales"]:
        return _article_scale(text, start, match.end(), word)
    if (fraction := fraction_of(text, start, match.end(), data["numbers"][word])) is not None:
        return fraction
    words = _read_on(text, _Words(0, data["numbers"][word], match.end(), 10**18))
    if _ORDINAL.match(text, words.end):
        return None
    return _number(text, start, words)


def _number(text: str, start: int, words: _Words) -> Numeral:
    value, end = float(words.value), words.end
    if (half := pattern(r"[\s-]+and[\s-]+a[\s-]+half\b").match(text, end)) is not None:
        value, end = value + 0.5, half.end()
        if (scale := _NEXT.match(text, end)) and scale[2].lower() in load("figures")["scales"] and not scale[1]:
            value, end = value * load("figures")["scales"][scale[2].lower()], scale.end()
    minus = re.search(r"(?i:(?<!\bplus or )\bminus[ -])\Z", text[max(0, start - 16) : start])
    if minus is not None:
        start, value = start - len(minus.group()), -value
    return Numeral(start, end, value, value, value, words.scale < 10**18, spelled=True)


def _read_on(text: str, words: _Words) -> _Words:
    data = load("figures")
    while (following := _NEXT.match(text, words.end)) is not None:
        word, joined = following[2].lower(), following[1] is not None
        more: _Words | None = None
        if word in data["numbers"]:
            more = words.with_number(data["numbers"][word], following.end(), joined=joined)
        elif word in data["scales"] and not joined:
            more = words.with_scale(data["scales"][word], following.end())
        if more is None:
            break
        words = more
    return words


def _article_scale(text: str, start: int, end: int, word: str) -> Numeral | None:
    """Read "a hundred", "half a million", "several thousand", "a few dozen"."""
    scale = load("figures")["scales"][word]
    before = text[max(0, start - 20) : start]
    if (
        part := re.search(r"(?i:\b(?:(half)|(?:a\s+)?quarter|three[ -]quarters)[\s-]+(?:of\s+a\s+)?)\Z", before)
    ) is not None:
        share = 0.5 if part[1] else 0.75 if part.group().lower().startswith("three") else 0.25
        return Numeral(start - len(part.group()), end, share * scale, share * scale, share, scaled=True, spelled=True)
    if (half := re.search(r"(?i:\bhalf[\s-]+an?[\s-]+)\Z", before)) is not None:
        return Numeral(start - len(half.group()), end, scale / 2, scale / 2, scale / 2, scaled=True, spelled=True)
    if (some := re.search(r"(?i:\b(?:several|a\s+few|many|couple|a\s+couple)\s+)\Z", before)) is not None:
        low, high = 2.0 * scale, (99 if word == "dozen" else 10 * scale - 1)
        return Numeral(start - len(some.group()), end, low, high, low, scaled=True, spelled=True, vague=True)
    if (article := re.search(r"(?i:\ban?\s+)\Z", before)) is None:
        return None
    words = _read_on(text, _Words(0, scale, end, 10**18) if scale == 100 else _Words(scale, None, end, scale))
    value = float(words.value)
    # the article of "a million-dollar bribe" is the bribe's
    begin = start if text[words.end : words.end + 1] == "-" else start - len(article.group())
    return Numeral(begin, words.end, value, value, value, scaled=scale > 100, spelled=True)


def _vague(text: str, match: re.Match[str], word: str) -> Numeral | None:
    data = load("figures")
    low, high = data["vague"][word]
    end = match.end()
    larger = pattern(r"\s+of\s+(thousands|millions|billions|trillions)\b").match(text, end)
    if word == "tens" and larger is None:
        return None
    if word == "scores" and not pattern(r"\s+(?:of\s+[a-z]|more\s|were\s|are\s)").match(text, end):
        return None
    if larger is not None:
        scale = data["scales"][larger[1].removesuffix("s")]
        low, high, end = low * scale, (high + 1) * scale - 1, larger.end()
    return Numeral(match.start(), end, float(low), float(high), float(low), scaled=True, spelled=True, vague=True)
