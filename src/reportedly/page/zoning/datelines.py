"""Finds the dateline with which a paragraph opens: "PORT SELLA, Nov. 12 (MNA) — "."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from reportedly import lexicon

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_AGENCY = r"(?:\([A-Z][\w.&'’/ -]{1,30}\)|(?:AFP|AP|MNA|Reuters|Xinhua|IANS|ANI|PTI))"
_CITY = r"[A-Z][A-Z.'’-]+(?:[ /](?:[A-Z][A-Z.'’-]*|de|del|la|al|el|of|and)){0,4}"
_MIXED_CITY = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]*){0,3}"
_REGION = r"(?:,\s[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|of|the|and)){0,3})"
_DASH = r"(?:\s*(?:--+|[—–―])\s*|\s+-\s+|(?<=\))\s*[-:]\s+)"
_DATELINE = re.compile(
    rf"(?:{_CITY}{_REGION}?(?:,?\s(?:{_DAY},?\s)?{_DATE}|,\s{_DAY})?(?:\s*,?\s*{_AGENCY})?{_DASH}"
    rf"|{_CITY}{_REGION}?(?:,?\s{_DATE})?\s*{_AGENCY}?:\s"
    rf"|{_MIXED_CITY}{_REGION}?(?:,?\s(?:{_DAY},?\s)?{_DATE})?\s*,?\s*\([A-Z][\w.&'’/ -]{{1,30}}\){_DASH}"
    rf"|{_MIXED_CITY}{_REGION}?,?\s{_DATE}(?:\s*,?\s*{_AGENCY})?{_DASH}"
    rf"|\([A-Z][\w.&'’/ -]{{1,30}}\){_DASH})(?=[A-Z\d\"“‘'(@#$£€…])"
)
_NO_PLACE = re.compile(
    r"(?:BREAKING|EXCLUSIVE|UPDATED?|LIVE|WATCH|VIDEO|PHOTOS?|FILE|NEW(?! [A-Z])|NEWS|ANALYSIS|OPINION|NOTE|EDITOR"
    r"|CORRECTION)\b"
)
_SPEAKER_LINE = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}:\s")


# what somebody says of himself or to another is no news agency's first sentence
_SPOKEN = re.compile(r"\b(?:I|we|We|you|You|my|My|our|Our|your|Your|me|us)\b")
_LEAD_WORDS = 8
_UNQUOTED = re.compile(r'“[^”]*”?|"[^"]*"?')


def dateline_length(words: str) -> int:
    """Return how many characters of a paragraph are its dateline, with the dash and space after it; 0 for none.

    >>> dateline_length("PORT SELLA, Nov. 12 (MNA) — The ferry sank.")
    28
    >>> dateline_length("ROE: The ferry sank.")
    0
    """
    match = _DATELINE.match(words)
    if match is None or _is_speaker(match.group()) or _NO_PLACE.match(words):
        return 0
    return match.end()


def _is_speaker(opening: str) -> bool:
    """Tell whether "NAME: " may as well be who speaks next in a transcript as a place: then it stays in the body."""
    return _SPEAKER_LINE.fullmatch(opening) is not None


def city_length(lead: str, others: Iterable[str]) -> int:
    """Return how many characters of the body's first paragraph are "CITY: ", 0 where that may be who speaks.

    `others` are the paragraphs after it: in a transcript they open with names as well.

    >>> city_length("NEW SELLA: The ferry to Orvane sank in the strait on Monday.", [])
    11
    >>> city_length("NEW SELLA: The ferry to Orvane sank in the strait on Monday.", ["ROE: When?"])
    0
    """
    opening = _SPEAKER_LINE.match(lead)
    if opening is None or _DATELINE.match(lead) is None or _NO_PLACE.match(lead):
        return 0
    names = re.findall(r"[A-Z'’-]+", opening.group())
    sentence = lead[opening.end() :]
    told = (
        sentence[:1].isupper()
        and sentence.count(" ") + 1 >= _LEAD_WORDS
        and not _SPOKEN.search(_UNQUOTED.sub("", sentence))
    )
    if not told or _speaker_labels().intersection(names) or any(_SPEAKER_LINE.match(words) for words in others):
        return 0
    return opening.end()


@cache
def _speaker_labels() -> frozenset[str]:
    return frozenset(lexicon.load("zones")["speaker_labels"]["words"].upper().split())
