"""Parts in words: "two-thirds", "half of the boats", "a quarter", "one in five"."""

from __future__ import annotations

from reportedly.lexicon import load
from reportedly.reading.figures.quantity import Numeral
from reportedly.reading.figures.wording import pattern

# no "second half", no "a half"
_NO_HALF = r"\b{no_half}[ -]\Z"
_HALF_OF = r"\s+(?:of\b|(?:{owner}|that)\s)"
_HALF_A = r"(\s+an?)\s+(?:mile|hour|day|year|century|kilomet|met|pound|ton|pint|point|decade|inch|acre)"
# "a half-hour show"
_HALF_MEASURE = r"-(?:mile|hour|century|inch|acre|pint|pound|ton|percent|point|kilomet(?:er|re)|met(?:er|re))\b"
_BY_HALF = r"(?i:\b(?:by|than|nearly|almost)\s)\Z"
_HALF_PAST = r"[ -](?:an?|past)\b|-"
_PART_OF = (
    r"\s+(?:of|more|less|fewer|higher|lower|larger|smaller|bigger)\b(?!\s+an?\s+(?:century|thousand|million|billion))"
)
_ENDING = r"\s*(?:[.,;)]|\Z)"
# "owning a third." is none, "cut by a third." is
_BY_A = r"(?i:\b(?:by|than|to|or|{about})\s+(?:about\s+)?a\s+)\Z"
_A = r"(?i:\ba\s+)\Z"
_NEXT = r"(?:[ \t\u00a0]+|-)([A-Za-z]+)\b"
_IN = (
    r"\s+(?:in|out\s+of)\s+(?:every\s+)?([a-z]+|[1-9]\d{0,2})\b"
    r"(?![,.]\d|-|\s+(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|\w*th|(?:[a-z]+\s)?(?:games|matches|tries))\b)"
)
# what people are asked of: "7 in 10" stands for a share
_ROUND = (3, 4, 5, 10)


def fraction_of(text: str, start: int, end: int, number: int) -> Numeral | None:
    """Return the fraction that a number word at [start, end) begins: "two-thirds", "one in five"; or None."""
    data = load("figures")
    following = pattern(_NEXT).match(text, end)
    if following is not None:
        word = following[1].lower()
        whole = data["denominators"].get(word.removesuffix("s"), 0)
        plural = word.endswith("s") == (number > 1) or word == "half"
        # "one quarter later" is a time
        if number < whole and plural and (word != "quarter" or pattern(_PART_OF).match(text, following.end())):
            return _share(start, following.end(), number / whole)
    return ratio_of(text, start, end, number)


def ratio_of(text: str, start: int, end: int, number: int) -> Numeral | None:
    """Return the fraction "one in five" or "nine out of 10" that a number at [start, end) begins, or None."""
    ratio = pattern(_IN).match(text, end) if number < _ROUND[-1] else None
    if ratio is None:
        return None
    whole = int(ratio[1]) if ratio[1].isdigit() else load("figures")["numbers"].get(ratio[1], 0)
    # "46 out of 193" is a part of a whole that counts, "7 in 10" is not
    fits = whole > 1 if number == 1 else number < whole and whole in _ROUND
    return _share(start, ratio.end(), number / whole) if fits else None


def part(text: str, start: int, end: int, word: str) -> Numeral | None:
    """Return the part that a word such as "half" or "third" at [start, end) is, or None where it is an ordinal."""
    if word == "half":
        return _half(text, start, end)
    article = pattern(_A).search(text, max(0, start - 4), start)
    if article is None:
        return None
    closing = pattern(_ENDING).match(text, end) and pattern(_BY_A).search(text[max(0, start - 24) : start])
    if not closing and not pattern(_PART_OF).match(text, end):
        return None
    return _share(article.start(), end, 1 / load("figures")["denominators"][word])


def _half(text: str, start: int, end: int) -> Numeral | None:
    before = text[max(0, start - 12) : start]
    if (article := pattern(_HALF_A).match(text, end)) is not None:
        return Numeral(start, article.end(1), 0.5, 0.5, 0.5, spelled=True)
    if pattern(_HALF_MEASURE).match(text, end):
        return Numeral(start, end, 0.5, 0.5, 0.5, spelled=True)
    if pattern(_HALF_OF).match(text, end) and not pattern(_NO_HALF).search(before):
        return _share(start, end, 0.5)
    if pattern(_BY_HALF).search(before) and not pattern(_HALF_PAST).match(text, end):
        return _share(start, end, 0.5)
    return None


def _share(start: int, end: int, value: float) -> Numeral:
    rounded = round(value, 4)
    return Numeral(start, end, rounded, rounded, rounded, spelled=True, unit="fraction")
