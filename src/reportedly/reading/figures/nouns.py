"""What a number counts: the noun after it, in the singular, and the words of the text that name it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load

# the words of a noun phrase looked at before giving up on a noun
_MOST_WORDS = 7
_WORD = re.compile(
    r"[ \t\u00a0]{1,2}(?:[“\"‘'`]{1,2}(?=\w))?([^\W\d_][\w’'.-]*|&|\d{1,2}(?=[ ][a-z]+s\b)|\d[\d,.]{0,8}-[a-z][a-z-]*)"
)
# -ed, -ing and -ly end no noun, but for what is often measured
_VERBAL = re.compile(
    r"(?:ed|(?<!spend)(?<!trad)(?<!fund)(?<!hous)(?<!shipp)(?<!train)(?<!build)(?<!min)(?<!fish)(?<!vot)(?<!earn)ing|ly)\Z"
)
_OF = re.compile(
    r"\s+(?:(?:out\s+)?of\s+(?:(?:the|his|her|its|their|our|my|these|those|such|a|an|all|what)\s+)?|(?:the|its|their|all)\s+)",
    re.IGNORECASE,
)
_NOT_S = re.compile(r"(?:ss|us|is|['’]s?)\Z")
_HYPHENED = re.compile(r"-([A-Za-z][a-z]{2,})(?!\w)")
# how a plural ends, and the singular in its place: the first that fits
_ENDINGS = (
    ("children", "child"), ("people", "person"), ("wives", "wife"), ("men", "man"),
    ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz"), ("ies", "y"),
    ("s", ""),
)  # fmt: skip
# words before a noun that compare and name nothing of it
_COMPARING = frozenset({"more", "further", "fewer", "less", "extra"})
_TAIL_CHARS = ".,;:!?"


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun counted: its singular, the words that name it, at [start, end)."""

    unit: str
    start: int
    end: int


@cache
def _lists() -> dict[str, frozenset[str]]:
    nouns = load("figures")["nouns"]
    return {
        name: frozenset(nouns[name]) for name in ("adjectives", "invariant", "not_plural", "persons", "stops", "verbs")
    }


def singular(noun: str) -> str:
    """Return a plural noun in the singular, in lower case unless it is a nationality or the like.

    >>> [singular(noun) for noun in ("votes", "countries", "people", "crashes", "firemen", "Indians", "Votes")]
    ['vote', 'country', 'person', 'crash', 'fireman', 'Indian', 'vote']
    """
    lowered = noun.lower()
    irregular = load("figures")["nouns"]["singular"]
    if lowered in irregular:
        return str(irregular[lowered])
    if _is_nationality(noun):
        return noun[:-1]
    if lowered in _lists()["invariant"] or not is_plural(noun):
        return lowered
    return next((lowered[: -len(end)] + one for end, one in _ENDINGS if lowered.endswith(end)), lowered)


def _is_nationality(noun: str) -> bool:
    nouns = load("figures")["nouns"]
    if not noun[:1].isupper() or noun.lower() in nouns["not_nationality"]:
        return False
    return noun in nouns["nationality"] or noun.endswith(tuple(nouns["nationality_endings"]))


def is_plural(word: str) -> bool:
    """Tell whether a word has the form of a plural noun.

    >>> is_plural("votes"), is_plural("policewomen"), is_plural("famous"), is_plural("was")
    (True, True, False, False)
    """
    lowered = word.lower()
    if lowered in load("figures")["nouns"]["singular"] or lowered in _lists()["invariant"]:
        return True
    if lowered in _lists()["not_plural"]:
        return False
    if len(lowered) > 4 and lowered.endswith("men") and not lowered.endswith(("imen", "omen", "amen", "umen")):
        return True
    if lowered.endswith(("women", "children", "people")):
        return True
    return len(lowered) > 2 and lowered.endswith("s") and not _NOT_S.search(lowered)


def counted(text: str, position: int, *, one: bool = False) -> Counted | None:
    """Return the noun that a number ending at `position` counts, or None where none follows.

    With `one` it is a singular noun; otherwise the first plural, or one that a number in front makes an adjective of
    ("a 12 page report").
    """
    words = _words_from(text, position)
    if not words:
        return None
    if one:
        return _single(words)
    for number, (start, _, word) in enumerate(words):
        if word.lower() in _lists()["persons"]:
            return Counted("person", start, start) if number == 0 else None
        if not is_plural(word):
            continue
        last = number
        while last + 1 < len(words) and _goes_on(words[last + 1][2], word):
            last += 1
        return Counted(_unit(words[last][2]), _first(words), words[last][1])
    return None


def _unit(noun: str) -> str:
    return singular(noun.rpartition("-")[2] if is_plural(noun.rpartition("-")[2]) else noun)


def _first(words: list[tuple[int, int, str]]) -> int:
    return next((start for start, _, word in words if word.lower() not in _COMPARING), words[0][0])


def _goes_on(word: str, before: str) -> bool:
    """Tell whether a plural noun is only the first part of a compound ("sports clubs")."""
    return (
        word.islower()
        and before.lower() not in {"people", "times"}
        and is_plural(word)
        and word.lower() not in _lists()["stops"]
    )


def _words_from(text: str, position: int) -> list[tuple[int, int, str]]:
    """Return the words after a number that may belong to what it counts, each with its place."""
    found: list[tuple[int, int, str]] = []
    stops = _lists()["stops"]
    while len(found) < _MOST_WORDS and (match := _WORD.match(text, position)) is not None:
        raw = match[1]
        word = raw if re.fullmatch(r"(?:[A-Za-z]\.){2,}", raw) else raw.rstrip("." + "'’-")
        lowered = word.lower()
        if lowered in stops and word not in {"US", "U.S."} and not _is_adjective(text, lowered, match.end()):
            break
        if lowered in {"and", "or"} and not (found and _is_more_before_plural(text, match.end())):
            break
        start = match.start(1)
        found.append((start, start + len(word), word))
        position = match.end()
        if word != raw:
            possessive = raw.rstrip(".").lower().endswith(("'", "’")) and not raw.endswith(".")
            if not possessive:
                break
    while found and found[-1][2] in {"and", "or", "&"}:
        found.pop()
    return found


def _is_adjective(text: str, word: str, position: int) -> bool:
    """Tell whether a word that mostly ends what is counted belongs to it: "two outside groups", "three home games"."""
    if word == "or":
        return True
    return word in _lists()["adjectives"] and _is_more_before_plural(text, position)


def _is_more_before_plural(text: str, position: int) -> bool:
    """Tell whether "and" or "or" joins two adjectives, as a plural follows at once: "digital and physical sales"."""
    for _ in range(3):
        match = _WORD.match(text, position)
        if match is None or match[1].lower() in _lists()["stops"]:
            return False
        if is_plural(match[1].rstrip(_TAIL_CHARS)):
            return True
        position = match.end()
    return False


def _single(words: list[tuple[int, int, str]]) -> Counted | None:
    taken: list[tuple[int, int, str]] = []
    for entry in words:
        word = entry[2].lower()
        if taken and (word.endswith(("ed", "ing", "ly")) or is_plural(word)) and not word.endswith("seed"):
            break
        if word in {"and", "more"} or (taken and word in _lists()["verbs"]):
            break
        taken.append(entry)
        if len(taken) == 4:
            break
    while taken and _VERBAL.search(taken[-1][2]) and len(taken[-1][2]) > 5:
        taken.pop()
    if not taken or (is_plural(taken[-1][2]) and taken[-1][2].lower() not in _lists()["invariant"]):
        return None
    noun = taken[-1][2]
    return Counted(noun.lower(), taken[0][0], taken[-1][1])


def attributive(text: str, position: int) -> Counted | None:
    """Return the noun that a number in front makes an adjective of: "a 12-member panel", "a 12 page report"."""
    hyphened = _HYPHENED.match(text, position)
    if hyphened is not None and hyphened[1].lower() == "strong":
        return Counted("person", hyphened.end(1), hyphened.end(1))
    if hyphened is not None and not _VERBAL.search(hyphened[1]) and hyphened[1].lower() not in _lists()["stops"]:
        return Counted(hyphened[1].lower(), hyphened.start(1), hyphened.end(1))
    words = _words_from(text, position)
    if (
        len(words) < 2
        or words[0][2].lower() in {"more", "further"}
        or not all(word.islower() and not _VERBAL.search(word) for _, _, word in words[:2])
    ):
        return None
    return Counted(words[0][2].lower(), words[0][0], words[0][1])


def part_of(text: str, position: int) -> Counted | None:
    """Return the noun after "of the": what a share is of, or whom a number is out of."""
    match = _OF.match(text, position)
    if match is None:
        return None
    words = _words_from(text, match.end() - 1)
    while words and words[0][2].endswith("ly") and len(words) > 1:
        words = words[1:]
    # "three of nine primaries": what these are is the next number's to say
    if not words or words[0][2].lower() in load("figures")["numbers"]:
        return None
    if words[0][2].lower() in _lists()["persons"]:
        return Counted("person", words[0][0], words[0][1])
    for start, end, word in words:
        owned = text[:start].endswith(("'s ", "’s ", "s' ", "s’ "))
        if is_plural(word) and not (start > words[0][0] and word.lower() in _lists()["verbs"] and not owned):
            return Counted(_unit(word), words[0][0], end)
        if start > words[0][0] and _VERBAL.search(word):
            break
    end = words[0][1]
    for start, stop, word in words[1:3]:
        if _VERBAL.search(word) or word.lower() in _lists()["verbs"] or start - end > 2:
            break
        end = stop
    return Counted("", words[0][0], end)


def with_tail(text: str, end: int) -> int:
    """Return the end of what is counted with a tail that belongs to it: "votes | in favor"."""
    tails = "|".join(re.escape(tail).replace(r"\ ", r"\s+") for tail in load("figures")["nouns"]["tails"])
    match = re.compile(rf"\s+(?:{tails})\b").match(text, end)
    return match.end() if match else end
