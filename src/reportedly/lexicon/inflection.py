"""Forms of English verbs and nouns, by rule for the regular and by data for the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# one syllable, ending in one vowel and one consonant that doubles: slam, rap, beg
_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiou][bdfgklmnprt]$")


@dataclass(frozen=True)
class Inflection:
    """What the rules do not cover: irregular forms by lemma, and longer verbs that double their last consonant."""

    irregular: Mapping[str, Sequence[str]] = field(default_factory=dict)
    doubling: frozenset[str] = frozenset()

    def verb(self, lemma: str) -> frozenset[str]:
        """Return every form of a verb, the lemma included.

        >>> sorted(Inflection().verb("deny"))
        ['denied', 'denies', 'deny', 'denying']
        >>> sorted(Inflection({"say": ["said"]}).verb("say"))
        ['said', 'say', 'saying', 'says']
        """
        stems = self._stems(lemma)
        past = self.irregular.get(lemma) or [_with_ed(stem) for stem in stems]
        return frozenset({lemma, _with_s(lemma), *past, *(_with_ing(stem) for stem in stems)})

    def noun(self, lemma: str) -> frozenset[str]:
        """Return the singular and the plural of a noun."""
        return frozenset({lemma, _with_s(lemma)})

    def _stems(self, lemma: str) -> tuple[str, ...]:
        """Return the lemma as endings with a vowel are added to it, in both spellings where there are two."""
        if lemma in self.doubling:
            return (lemma, lemma + lemma[-1])
        return (lemma + lemma[-1],) if _SHORT.fullmatch(lemma) else (lemma,)


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    return stem[:-1] + "ied" if _CONSONANT_Y.search(stem) else stem + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and len(stem) > 2:
        return stem[:-1] + "ing"
    return stem + "ing"


def _with_s(lemma: str) -> str:
    if _CONSONANT_Y.search(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if _SIBILANT.search(lemma) else "s")
