"""Reads the names of the writers out of a byline, printed or stated."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.page.metadata.words import plain_words

# "By", "Written by", "Reporting by", and the like before the names
_OPENING = re.compile(
    r"^\W*(?:(?:words|text|story|report|analysis|opinion|written|posted|published|reported|reporting|article|author|"
    r"authors|edited|compiled|exclusive|produced|video)?\s*\bby\b\s*:?|(?:authors?|byline|words|reporter|writer)\s*:|from\b)\s*",
    re.IGNORECASE,
)
# "Ana Lume reports from Port Sella", "Ana Lume in Port Sella", and what a line adds after the names
_CLOSING = re.compile(
    r"\s+(?:(?:reports?|reporting)(?=\s+\w)|reported|writes|wrote|explains|is\s+an?|is\s+the|was|has|contributed|"
    r"for|at|in|of|on|from|with\s+additional|covers|published|posted|updated)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_DATE_ON = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d|"
    r"\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|may\s+\d|\d{1,2}[:.]\d\d|(?:19|20)\d\d\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(r"\s*(?:;|\||/|•|·|\s[–—-]\s|\n|,?\s+and\s+|,?\s*&\s*|,\s*|\s+with\s+)\s*", re.IGNORECASE)
_JOB = (
    r"(?:correspondents?|reporters?|editors?|writers?|columnists?|journalists?|producers?|contributors?|analysts?|"
    r"bureau\s+chief|chief|staff|staffers?|interns?|author|photographers?|presenter|anchor|blogger|critic|commentator)"
    r"(?:[\s-]+(?:in|at|for|of|on|to|large)\b.*)?"
)
_JOB_ALONE = re.compile(rf"(?:.*\s)?{_JOB}$", re.IGNORECASE)
# what can stand before the job without being part of a name
_JOB_AFTER = re.compile(
    r"(?:\s+-)?(?:\s+(?:senior|chief|deputy|assistant|associate|managing|executive|staff|special|lead|freelance|"
    r"contributing|digital|national|international|foreign|diplomatic|political|politics|business|economics?|defen[cs]e|"
    r"security|health|science|technology|environment|education|crime|court|legal|sports?|arts|culture|city|state|local|"
    r"regional|investigative|data|news|world|royal|home|features?|entertainment|travel|money|consumer|general|opinion|"
    rf"multimedia|our|and|&))*\s+{_JOB}$",
    re.IGNORECASE,
)
# "ANA LUME Harbour Wire": the name in capitals ends where they do
_IN_CAPITALS = re.compile(r"((?:[A-Z][A-Z.'’-]+\s+)+[A-Z][A-Z.'’-]+)\s+(?=[A-Z][a-z])")
_BELONGS_TO_NAME = re.compile(r",\s*((?:Jr|Sr)\b\.?|I{2,3}\b)")
_DEGREE = re.compile(r",?\s+(?:Ph\.?D|M\.?D|M\.?Sc|R\.?N)\b\.?", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:wire|news|press|agency|agencies|times|post|daily|herald|tribune|courier|journal|gazette|reuters|afp|ap|dpa|"
    r"mna|bbc|cnn|npr|radio|tv|television|media|online|magazine|network|service|team|desk|bureau|group|today|"
    r"guardian|telegraph|mirror|observer|chronicle|globe|review|foundation|institute|university|associated|"
    r"bloomberg|xinhua|tass|ians|pti|ani|upi)\b|\.(?:com|org|net)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|\S+@\S+|^@\w+|/|\.(?:html?|php|aspx|jpe?g|png)\b", re.IGNORECASE)
_HANDLE = re.compile(r"\s*\(?@\w+\)?|\s*[^\s@]+@[^\s@]+|\([^)]*\)")
# what content systems put where nobody entered a name
_NOBODY = frozenset(
    ["admin", "administrator", "author", "editor", "unknown", "none", "null", "n/a", "webmaster", "user", "guest", "by"]
)
# what is left of a sentence that is no byline
_NO_NAME = frozenset(["it", "he", "she", "they", "we", "this", "that", "there", "the"])
# the longest byline of the saved pages tried names four people in 70 characters
_LONGEST = 400
# a name of more words is a sentence
_MOST_WORDS = 7


def names_in(line: str) -> tuple[str, ...]:
    """Return the writers that a byline names, without titles, places, times and addresses, in order.

    >>> names_in("By Ana Lume and Jon Teller, Harbour Wire")
    ('Ana Lume', 'Jon Teller')
    >>> names_in("Ana Lume reports from Port Sella")
    ('Ana Lume',)
    >>> names_in("By Ana Lume, senior fisheries correspondent | Nov. 12, 2024")
    ('Ana Lume',)
    >>> names_in("Harbour Wire"), names_in("By Staff Reporter")
    (('Harbour Wire',), ('Staff Reporter',))
    """
    first = next((text for text in line.splitlines() if text.strip(" \t|,.:-–—")), "")
    words = _DATE_ON.sub("", _HANDLE.sub(" ", _OPENING.sub("", plain_words(first[:_LONGEST]))))
    words = _BELONGS_TO_NAME.sub(r" \1", _DEGREE.sub("", words))
    # "photographs by Mira Oss" and "editing by …" name no writer
    parts = [part for part in _BETWEEN.split(words) if not re.search(r"\bby\b", part, re.IGNORECASE)]
    return people_first([_tidy(_CLOSING.sub("", part)) for part in parts])


def without_outlet(line: str, outlet: str) -> str:
    """Return a byline without the outlet's name at its end, where a name of two words or more is left.

    >>> without_outlet("Ana Lume and Jon Teller The Sella Courier", "Sella Courier")
    'Ana Lume and Jon Teller'
    """
    end = re.search(rf"[\s,|/–—-]+(?:the\s+)?{re.escape(outlet)}\W*$", line, re.IGNORECASE) if outlet else None
    return line[: end.start()] if end and len(line[: end.start()].split()) > 1 else line


def stated_names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the writers that a page states, one or several to a value; addresses and placeholders are dropped.

    >>> stated_names(["Ana Lume", "ANA LUME", "https://courier.example/authors/ana", "admin"])
    ('Ana Lume',)
    >>> stated_names(["Ana Lume, Jon Teller"])
    ('Ana Lume', 'Jon Teller')
    """
    names: list[str] = []
    for value in values:
        words = plain_words(value)
        if words and not _ADDRESS.search(words):
            names.extend(names_in(words))
    return unique(names)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names, each once, whatever its case, in their first order."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(name.casefold(), name)
    return tuple(first.values())


def _tidy(part: str) -> str:
    part = part.strip(' \t\r\n,;:|•·–—-*"“”')
    capitals = _IN_CAPITALS.match(part)
    if capitals:
        return capitals.group(1)
    shorter = _JOB_AFTER.sub("", part)
    # "Guardian staff reporter" is nobody's name without the job
    return shorter.strip(" ,;:") if len(shorter.split()) > 1 else part


def people_first(parts: Iterable[str]) -> tuple[str, ...]:
    """Return the people among the parts of a byline; where there are none, what else it names first, as given.

    >>> people_first(["Ana Lume", "Harbour Wire"]), people_first(["Harbour Wire"])
    (('Ana Lume',), ('Harbour Wire',))
    """
    named = [part for part in parts if _is_a_name(part)]
    people = [part for part in named if not _ORGANISATION.search(part) and not _JOB_ALONE.match(part)]
    # beside "Ana Lume", neither "Fisheries" nor "senior fisheries" is somebody
    full = [part for part in people if " " in part and part[0].isupper()]
    return unique(full or people or named[:1])


def _is_a_name(part: str) -> bool:
    return (
        len(part) > 1
        and part.casefold() not in _NOBODY | _NO_NAME
        and len(part.split()) <= _MOST_WORDS
        and any(letter.isalpha() for letter in part)
        # "News18" is a desk, "10:05" and "5 min read" are none
        and all(any(letter.isalpha() for letter in word) for word in part.split() if any(map(str.isdigit, word)))
        # "sellaadmin", "ana-lume": the name of an account
        and not (" " not in part and part.islower())
    )
