"""Turns each number of a paragraph into a quantity: its unit, what it counts, how sure it is; or leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.figures.exclusions import excluded
from reportedly.reading.figures.nouns import Counted, attributive, counted, part_of, with_tail
from reportedly.reading.figures.numerals import numerals
from reportedly.reading.figures.quantity import Numeral, Quantity
from reportedly.reading.figures.units import measure_after, money_after
from reportedly.reading.figures.wording import pattern

_REACH = 40
_LETTER = re.compile(r"[^\W\d_]")
# "one" counts after these, and before what happens to somebody
_ONE_BEFORE = re.compile(
    r"(?i:\b(?:only|just|at\s+least|about|nearly|almost|more\s+than|and|killed|killing|injured|injuring|wounded|wounding|"
    r"arrested|left|leaving|exactly|or|least|by|including)|"
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen))\b[^.;]*,)\s+\Z"
)
_ONE_AFTER = re.compile(r"\s+(?:\w+\s+){0,2}?(?:was|were|is|are|died|dead|had|has|injured|killed|wounded|voted)\b")
_NOT_ONE_BEFORE = re.compile(
    r"(?i:\b(?:no|any|every|each|which|the|this|that|another|day|number|as|square|some|other|not)[ -])\Z"
)
_NOT_ONE_AFTER = re.compile(
    r"(?i:['’]|-|\s+(?:of|by|another|day|thing|way|side|hand|more|can|could|may|might|must|should|would|will|who|that|which|"
    r"such|and\s+all|and\s+the|time|another|or\s+two|or\s+more|to|in\s+the)\b)"
)
# "a magnitude 6.4 quake" counts no quakes
_MAGNITUDE = r"\b(?i:magnitude)(?:-|\s+(?:of\s+)?(?:{about}\s+)?)\Z"
_SPREAD = (
    r"\b(?i:spread(?:s|ing)?|stretch(?:es|ed|ing)?|extend(?:s|ed|ing)?|sprawl(?:s|ed|ing)?)\s+(?:out\s+)?over\s+\Z"
)
# "four in 10 registered voters"
_RATIO = re.compile(r"\s(?:in|of)\s+(?:every\s+)?\w+\Z")
_RATIO_REACH = 20
_OF_A = re.compile(r"\s+of\s+an?(?=\s)")
_WORTH = re.compile(r"(?:\s+worth)?(?=\s+of\s)|(?P<in>\s+in)(?=\s)")


def quantities(text: str, *, titled: bool) -> Iterator[Quantity]:
    """Yield the quantities of a paragraph in order; `titled` where it is a title whose capitals say nothing."""
    for numeral in numerals(text):
        quantity = _quantity(text, numeral)
        if quantity is not None and not excluded(text, quantity, titled=titled):
            yield quantity


def _quantity(text: str, numeral: Numeral) -> Quantity | None:
    base = Quantity(numeral, numeral.start, numeral.end, numeral.low, numeral.high)
    measure = _part_measured(text, numeral) if numeral.unit else _measure(text, numeral)
    if numeral.unit or measure:
        unit, end = measure or (numeral.unit, numeral.end)
        base = replace(base, unit=unit, end=end, measured=True, of=_of_measure(text, end, unit))
    elif pattern(_MAGNITUDE).search(text, max(0, numeral.start - _REACH), numeral.start):
        base = replace(base, unit="magnitude", measured=True)
    elif not numeral.spelled and (text[numeral.end : numeral.end + 1].isalnum() or _is_in_table(text, numeral)):
        return None
    else:
        base = _counting(text, base)
    if numeral.spelled and numeral.low == 1.0 and not _one_counts(text, base):
        return None
    return replace(base, approximate=numeral.vague or _approximate(text, base))


def _part_measured(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """Return the measure that a fraction is a part of, as in "three-quarters of a mile", and its end."""
    of = _OF_A.match(text, numeral.end) if numeral.unit == "fraction" else None
    return measure_after(text, replace(numeral, end=of.end(), unit="")) if of else None


def _is_in_table(text: str, numeral: Numeral) -> bool:
    """Tell whether digits stand among nothing but digits and signs: no words say what they are."""
    return _LETTER.search(text, max(0, numeral.start - _REACH), numeral.end + _REACH) is None


def _measure(text: str, numeral: Numeral) -> tuple[str, int] | None:
    """Return the measure or money after a number, also in "millions of dollars", and its end."""
    if numeral.vague and (of := re.compile(r"\s+of(?=\s)").match(text, numeral.end)) is not None:
        numeral = replace(numeral, end=of.end())
    return measure_after(text, numeral) or money_after(text, numeral)


def _counting(text: str, base: Quantity) -> Quantity:
    numeral = base.numeral
    # "50 or more people"
    more = pattern(r"(?:\s+or\s+(?:more|so|fewer|less)|[ -]?(?:plus|odd)|\+)(?=\s)").match(text, numeral.end)
    end = more.end() if more else numeral.end
    if numeral.vague:
        found = part_of(text, end) or counted(text, end)
    else:
        found = counted(text, end, one=numeral.low == 1.0 and not more) or _definite_part(text, numeral)
        found = found or attributive(text, end)
    if found is None or not found.unit:
        return base
    named = text[found.start : with_tail(text, found.end)] if found.end > found.start else None
    return replace(base, unit=found.unit, of=named)


def _definite_part(text: str, numeral: Numeral) -> Counted | None:
    """Return whom a number is of, as in "two of the mayor's deputies" and "35m of its devices"."""
    return part_of(text, numeral.end) if numeral.low != 1.0 else None


def _of_measure(text: str, end: int, unit: str) -> str | None:
    """Return what is measured: "crude reserves" after "90 percent of", "gains" after "$1 billion in"."""
    if unit in {"percent", "fraction"}:
        found = part_of(text, end)
        if (
            found is None
            and unit == "fraction"
            and _RATIO.search(text, end - _RATIO_REACH if end > _RATIO_REACH else 0, end)
        ):
            found = counted(text, end)
        return None if found is None else text[found.start : found.end]
    match = _WORTH.match(text, end)
    if match is None:
        return None
    found = counted(text, match.end()) if match["in"] else part_of(text, match.end())
    return text[found.start : found.end] if found is not None and text[found.start].islower() else None


def _one_counts(text: str, quantity: Quantity) -> bool:
    """Tell whether "one" is a number that counts ("one person was killed"), and no pronoun ("one of the")."""
    start, end = quantity.numeral.start, quantity.numeral.end
    if quantity.numeral.scaled:
        return True
    before = text[max(0, start - _REACH) : start]
    hyphened = quantity.measured and text[end : end + 1] == "-"
    if _NOT_ONE_BEFORE.search(before) or (_NOT_ONE_AFTER.match(text, end) and not hyphened):
        return False
    if quantity.measured:
        return True
    if not quantity.unit:
        return (
            re.compile(
                r"\s+(?:was|is|died|dead|injured|killed|wounded|missing|arrested|against|in\s+favou?r|abstention)\b"
            ).match(text, end)
            is not None
        )
    return (
        quantity.unit in {"person", "vote", "abstention"}
        or bool(_ONE_BEFORE.search(before))
        or bool(_ONE_AFTER.match(text, end))
    )


@cache
def _about() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = load("figures")["approximate"]
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(data["before"], key=len, reverse=True))
    signs = "".join(data["signs"])
    after = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in data["after"])
    before = re.compile(
        rf"(?:\b(?i:(?P<word>{words}))[ \t\u00a0]+(?:(?:a|an|another|between|from)\s+)?|[{signs}]\s?)\Z"
    )
    return before, re.compile(rf"\+|(?:[ \t\u00a0]|-)(?i:{after})\b")


def _approximate(text: str, quantity: Quantity) -> bool:
    before, after = _about()
    match = before.search(text, max(0, quantity.start - _REACH), quantity.start)
    if match is not None and not _lasts(text, quantity, match["word"]):
        return True
    return after.match(text, quantity.end) is not None or after.match(text, quantity.numeral.end) is not None


def _lasts(text: str, quantity: Quantity, word: str | None) -> bool:
    """Tell whether "over" is no bound: "over three days" lasts so long, "spread over 450 acres" is so large."""
    if (word or "").lower() not in {"over", "near"}:
        return False
    spread = pattern(_SPREAD).search(text, max(0, quantity.start - _REACH), quantity.start) is not None
    return spread or quantity.unit in load("figures")["time"]["units"]
