"""Which name a person is compared under."""

from __future__ import annotations

import re
from functools import cache

from reportedly.ledger.sources.folding import folded, word_set
from reportedly.lexicon import load
from reportedly.reading.sources.words import pronouns, singular, words

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_]")


def person_key(name: str) -> str | None:
    """Return the name that a person is compared under, or None where it is no name of one person.

    Titles and initials after the first name are left out; "Jr." and the like stay.

    >>> person_key("Sen. Ivo A. Senn"), person_key("Ivo Senn"), person_key("J. K. Orla"), person_key("J.K. Orla")
    ('ivo senn', 'ivo senn', 'jk orla', 'jk orla')
    >>> person_key("Pope Linus"), person_key("harbour master"), person_key("Prime Minister")
    ('pope linus', None, None)
    """
    parts = name_words(name)
    if not parts or max(map(len, parts)) == 1 or any(_is_plain(word) for word in name.split()):
        return None
    last = folded(parts[-1])
    if len(parts) == 1 and _is_nobody(last):
        return None
    if last in word_set("offices"):
        return None
    parts, suffix = (parts[:-1], [last]) if last in word_set("generations") and len(parts) > 1 else (parts, [])
    leading = next((number for number, part in enumerate(parts) if not is_initial(part)), len(parts))
    if leading and len(parts) - leading > 1:  # "J. Edmund Senn"
        parts, leading = parts[leading:], 0
    middle = [part for part in parts[leading + (not leading) : -1] if not is_initial(part)]
    first = ["".join(map(_letters, parts[:leading]))] if leading else [folded(parts[0])]
    rest = [*map(folded, middle), folded(parts[-1])] if len(parts) > 1 else []
    return " ".join(word for word in [*first, *rest, *suffix] if word) or None


def middle_initials(name: str) -> str | None:
    """Return the initials after the first name of a person, in lower case, or None.

    >>> middle_initials("Ivo A. Senn"), middle_initials("Ivo H.W. Senn"), middle_initials("J. K. Senn")
    ('a', 'hw', None)
    """
    parts = name_words(name)
    if parts and is_initial(parts[0]):
        return None
    return "".join(_letters(part) for part in parts[1:-1] if is_initial(part)) or None


def name_words(name: str) -> list[str]:
    """Return the words of a person's name as they are printed, without leading titles."""
    parts = [bare for part in name.split() if (bare := part.strip(",;:\"“”‘’'()"))]
    while len(parts) > 1 and (title := folded(parts[0])) in _titles():
        if len(parts) == 2 and title in word_set("bound"):
            break
        parts = parts[1:]
    return parts


def is_initial(part: str) -> bool:
    """Tell whether a word of a name is an initial or several.

    >>> is_initial("J."), is_initial("J.K."), is_initial("Jo")
    (True, True, False)
    """
    return _INITIALS.fullmatch(part) is not None


def _is_plain(word: str) -> bool:
    """Tell whether a word stands in no person's name: one in lower case that is no particle."""
    return word[:1].islower() and word.partition("-")[0].rstrip("'’").lower() not in word_set("particles")


def _is_nobody(word: str) -> bool:
    """Tell whether a word that stands alone is a title, a pronoun or a general noun taken for a name."""
    plain = {word, singular(word), word.removesuffix("s")}
    return word in _titles() | pronouns().keys() | words("general") or not plain.isdisjoint(words("unnamed"))


def _letters(part: str) -> str:
    return folded(part).replace(" ", "")


@cache
def _titles() -> frozenset[str]:
    titles = load("speakers")["titles"]
    return frozenset(title.lower() for field in ("plain", "women", "men", "roles") for title in titles[field])
