"""Words that noun phrases begin with and end before (data/en/phrases.toml)."""

from __future__ import annotations

from functools import cache

from reportedly.lexicon import load

_MARKS = frozenset(".,;:!?()[]{}“”\"‘’'–—/…«»*|•")


@cache
def determiners() -> frozenset[str]:
    """Return the words that a noun phrase begins with."""
    return frozenset(load("phrases")["determiners"])


@cache
def function_words() -> frozenset[str]:
    """Return prepositions, conjunctions, auxiliaries and pronouns, which no noun phrase runs over."""
    return frozenset(load("phrases")["function_words"])


@cache
def stops() -> frozenset[str]:
    """Return the words and marks that no noun phrase runs over, determiners among them."""
    return _MARKS | determiners() | function_words()


@cache
def pasts() -> frozenset[str]:
    """Return verbs whose past does not end in "ed", as they stand behind a subject."""
    return frozenset(load("phrases")["pasts"])
