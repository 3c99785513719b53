"""What tells the unit of a number that stands alone: what happened to those counted, or what was counted before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.figures.nouns import counted, is_plural, singular
from reportedly.reading.figures.quantity import Quantity
from reportedly.reading.figures.wording import pattern

_REACH = 60
_VOTING = r"\s+(?:votes?\s+)?(in\s+favou?r|against|opposed|abstaining|abstained)\b"
_LEVELS = r"\b(?:{levels}|{paid})\b"
_OF_THEM = r"\s+of\s+(?:them|whom|those|us)\b"
_TOLL = r"\b{toll}\b"
_LEVEL = r"\b{level}\s+\Z"
_LEVELLED = r"\b(?:{levelled}|{up}|{down})\b"
_NUMBER_OF = r"(?i:\bnumbers?\s+of\s)"
# what a change or a comparison goes back to has the unit of what it starts from
_COMPARED = (
    r",?\s+(?:(?:\w+\s+){0,3}?(?:up|down)\s+(?:sharply\s+)?from|from|compared\s+(?:with|to)|versus|against|to|below|above|beating|missing|than)\s+"
    r"(?:(?:an?|{owner}|[\w-]+['’]s)\s+(?:[\w-]+\s+){0,2}?(?:average|total|high|low|record|peak|target|quota|goal)\s+of\s+)?"
    r"(?:{about}\s+)?\Z"
)
_ELLIPSIS = r"\s+(?:(?:more|fewer|less)\s+than|by|in|on|at|from|with|to|for|of\s+them|of\s+which|were|are)\b|\s*[.,;)]"
_OPENED = r"\s*[“\"]?(?i:of|out\s+of|from\s+among)\s+(?:{owner}\s+)?(?:{about}\s+)?"
# "151 of 290"
_OUT_OF_MANY = r"\s+(?:out\s+)?of\s+(?:a\s+possible\s+)?\d"
_OF_MANY = r"\d\s+(?:out\s+)?of\s+(?:a\s+possible\s+)?\Z"
_PART = r"[^,.;:]{0,60},\s+(?:{about}\s+)?"
_AND = r"\b(?:and|or|then|plus)\s+(?:{about}\s+)?\Z"
_LISTED = r"(?:\band|,|;)\s+(?:\w+\s+)?\Z"
_BEING = r"\s+(?:of\s+(?:them|whom|those|which)\s+)?(?:were|are)(?=\s)"
_PARTICIPLE = r"\w+(?:ed|ing|en|wn)\s"
# what a sentence says of its subject, which is counted: "Arrests in the capital climbed to 95"
_SUBJECT = (
    r"\b([A-Za-z][\w’'-]*s)(?:\s+(?:in|across|of|from|at|among|for|on|by|this|last)\s[^,.;:()]{1,40}?)?\s+"
    r"(?:(?:has|have|had|would|will|to)\s+)?(?:\w+ly\s+)?(?:{up}|{down}|{numbered})\b"
)
_TABLED = r"\b([A-Za-z][\w’'-]*s)(?:\s+(?:in|at|of|for)\s[^,.;:()]{1,40})?(?:\s+\(\d{4}\))?:\s+\Z"
_PLURAL_VERB = r"\s+(?:of\s+(?:them|whom|those|us|which)\s+)?(?:\w+ly\s+)?{plural_verb}\b"
# "the two are friends": whoever was named before, no number of anything
_DEFINITE = r"(?i:\b(?:the|these|those|both|all))\s+\Z"
# amounts of one kind are written alike: neither is this much larger
_SIZE = 20.0
# characters over which what was counted is still in mind
_RECENT = 150


@dataclass(frozen=True, slots=True)
class Alone:
    """A number without a unit, where its sentence is looked at from, and the last quantities before it."""

    text: str
    quantity: Quantity
    start: int
    earlier: Sequence[Quantity]

    @property
    def head(self) -> str:
        """Return the words before the number."""
        return self.text[max(self.start, self.quantity.start - _REACH) : self.quantity.start]

    @property
    def near(self) -> list[Quantity]:
        """Return the quantities before it in the sentence that have a unit."""
        return [item for item in self.earlier if item.start >= self.start and item.unit]

    @property
    def nouns(self) -> list[Quantity]:
        """Return those before it in the sentence that count something."""
        return [item for item in self.near if not item.measured]

    def follows(self, template: str) -> bool:
        """Tell whether the words after the number start as a template says."""
        return pattern(template).match(self.text, self.quantity.end) is not None


def unit_by_clues(alone: Alone) -> Quantity | None:
    """Return a number with the unit that the first clue gives, or None where it is no quantity.

    Where only its form shows that it is one, what was counted just before is meant, or else persons, unless it is a
    level of an index or the like.
    """
    for clue in _CLUES:
        known = clue(alone)
        if known is not None:
            return known
    if not _stands(alone):
        return None
    unnamed = not alone.follows(r"\s?[A-Z]{2}")
    people = (
        unnamed
        and _is_whole(alone.quantity)
        and not pattern(_LEVELS).search(alone.text, alone.start, alone.quantity.start)
    )
    return replace(alone.quantity, unit=_last_counted(alone) or "person") if people else alone.quantity


def _by_vote(alone: Alone) -> Quantity | None:
    """Read "15 against": votes, or whoever was counted before."""
    vote = pattern(_VOTING).match(alone.text, alone.quantity.end)
    if vote is None:
        return None
    nouns = [item.unit for item in alone.nouns if item.unit not in {"vote", "abstention"}]
    return replace(alone.quantity, unit=nouns[-1] if nouns else "vote", of=vote[1])


def _by_them(alone: Alone) -> Quantity | None:
    if not alone.nouns or not (alone.follows(_OF_THEM) or _is_out_of(alone)):
        return None
    return replace(alone.quantity, unit=alone.nouns[-1].unit)


def _is_out_of(alone: Alone) -> bool:
    """Tell whether a number is out of those that its sentence opens with: "Of 400 beds, 100 are empty"."""
    whole = alone.nouns[0]
    opened = pattern(_OPENED).fullmatch(alone.text, alone.start, whole.start)
    return opened is not None and pattern(_PART).fullmatch(alone.text, whole.end, alone.quantity.start) is not None


def _by_what_they_are(alone: Alone) -> Quantity | None:
    """Read "30 were women"."""
    being = pattern(_BEING).match(alone.text, alone.quantity.end)
    found = counted(alone.text, being.end()) if being else None
    if found is None or found.start == found.end or alone.text[found.start : found.end].count(" ") > 1:
        return None
    participle = pattern(_PARTICIPLE).match(alone.text, found.start)
    return None if participle else replace(alone.quantity, unit=found.unit)


def _by_what_happened(alone: Alone) -> Quantity | None:
    """Read "three were killed", "killing 12", "the toll rose to 15", "dozens fled": persons."""
    after, before = _people()
    told = alone.follows(after) or pattern(before).search(alone.head) is not None
    sentence = (alone.start, alone.quantity.start)
    told = told or (pattern(_TOLL).search(alone.text, *sentence) is not None and _at_a_level(alone))
    return replace(alone.quantity, unit="person") if told else None


@cache
def _people() -> tuple[str, str]:
    """Return the templates of what is after and before a number of persons."""
    people = {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in load("figures")["people"].items()}
    after, before = (people[name].replace(" ", r"\s+") for name in ("after", "before"))
    return (
        rf"\s+(?:{{happening}}\s+){{0,5}}(?i:{after})\b|\s+(?:of\s+whom|people)\b",
        rf"\b(?i:{before})(?::|\s+{{happened}})*\s+(?:{{about}}\s+)?\Z",
    )


def _by_number_of(alone: Alone) -> Quantity | None:
    """Read "the number of strikes rose to 12"."""
    if not _at_a_level(alone):
        return None
    named = list(pattern(_NUMBER_OF).finditer(alone.text, alone.start, alone.quantity.start))
    found = counted(alone.text, named[-1].end() - 1) if named else None
    return replace(alone.quantity, unit=found.unit, of=alone.text[found.start : found.end]) if found else None


def _by_subject(alone: Alone) -> Quantity | None:
    """Read "Arrests in the capital climbed to 95" and "Arrests (2019): 95", where nothing was counted before."""
    if alone.nouns or not _is_whole(alone.quantity):
        return None
    told = _SUBJECT if _at_a_level(alone) else _TABLED
    subject = pattern(told).search(alone.text, alone.start, alone.quantity.start)
    if subject is None or not is_plural(subject[1]) or subject[1].lower() in load("figures")["nouns"]["not_counted"]:
        return None
    return replace(alone.quantity, unit=singular(subject[1]))


def _by_vagueness(alone: Alone) -> Quantity | None:
    vague = alone.quantity.numeral.vague or alone.follows(_OF_THEM)
    return replace(alone.quantity, unit="person") if vague else None


def _by_comparison(alone: Alone) -> Quantity | None:
    """Read "3.9 million phones, up from 2.4 million"."""
    if not pattern(_COMPARED).search(alone.head):
        return None
    for last in reversed(alone.near[-2:]):
        alike = last.low != 0 and 1 / _SIZE < abs(alone.quantity.low / last.low) < _SIZE
        if alike and last.unit not in {"percent", "fraction"} and alone.quantity.start - last.end <= _REACH:
            return replace(alone.quantity, unit=last.unit, of=last.of, measured=last.measured)
    return None


def _by_ellipsis(alone: Alone) -> Quantity | None:
    """Read "435 homes by sale and 187 by tender", "$5 million in cash and 2 million in stock", levels in points."""
    if alone.nouns and alone.follows(_ELLIPSIS) and pattern(_LISTED).search(alone.head):
        return replace(alone.quantity, unit=alone.nouns[-1].unit)
    numeral = alone.quantity.numeral
    last = alone.near[-1] if alone.near else None
    if last and last.measured and last.numeral.scaled and numeral.scaled and pattern(_AND).search(alone.head):
        return replace(alone.quantity, unit=last.unit, measured=True)
    if any(item.unit == "point" for item in alone.near) and "." in alone.text[numeral.start : numeral.end]:
        return replace(alone.quantity, unit="point")
    return None


def _by_verb(alone: Alone) -> Quantity | None:
    """Read "Twelve boats sank. Three were found.": what was counted just before, or persons."""
    if not alone.follows(_PLURAL_VERB) or pattern(_DEFINITE).search(alone.head):
        return None
    last = next((item.unit for item in reversed(alone.earlier[-2:]) if item.unit and not item.measured), "person")
    return replace(alone.quantity, unit=last)


_CLUES: tuple[Callable[[Alone], Quantity | None], ...] = (
    _by_vote,
    _by_what_they_are,
    _by_them,
    _by_what_happened,
    _by_number_of,
    _by_subject,
    _by_vagueness,
    _by_comparison,
    _by_ellipsis,
    _by_verb,
)


def _at_a_level(alone: Alone) -> bool:
    return pattern(_LEVEL).search(alone.head) is not None


def _last_counted(alone: Alone) -> str:
    """Return the unit of what was counted last and in like numbers, "" where nothing was."""
    last = next((item for item in reversed(alone.earlier) if item.unit and not item.measured and item.low >= 1), None)
    if last is None or alone.quantity.start - last.end > _RECENT:
        return ""
    return last.unit if 1 / _SIZE < abs(alone.quantity.low / last.low) < _SIZE else ""


def _is_whole(quantity: Quantity) -> bool:
    return quantity.low > 0 and quantity.low % 1 == 0 and quantity.high % 1 == 0


def _stands(alone: Alone) -> bool:
    """Tell whether a number without any unit is an amount all the same, by how it is written or brought in."""
    quantity, numeral = alone.quantity, alone.quantity.numeral
    if quantity.high > quantity.low or numeral.scaled or quantity.low < 0:
        return True
    if numeral.spelled:
        return False
    if alone.follows(_OUT_OF_MANY) or pattern(_OF_MANY).search(alone.head):
        return True
    written = alone.text[numeral.start : numeral.end]
    if "," in written or "." in written or quantity.approximate:
        return True
    return _at_a_level(alone) and pattern(_LEVELLED).search(alone.text, alone.start, quantity.start) is not None
