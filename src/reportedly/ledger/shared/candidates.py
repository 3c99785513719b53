"""Which articles are worth comparing, by the fingerprints that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TypeVar

# A fingerprint in more articles than this is a formula, such as a paper's standing footer: it makes no pair by itself.
# In 924 articles of PolNeAR none is in more than 4.
COMMON = 50

Article = TypeVar("Article", int, str)


def candidates(holders: Mapping[int, Collection[Article]]) -> tuple[Article, ...]:
    """Return the articles to compare one with, those that share most of its fingerprints first, then by name.

    `holders` are, for each of its fingerprints, the other articles that have it; of more than `COMMON` of them any
    `COMMON + 1` will do, if they are always the same ones. One fingerprint that is not common makes a pair. Where half
    of an article's fingerprints or more are common it is itself what is printed everywhere: then what holds half of
    them is a candidate, too.

    >>> candidates({11: ["a"], 12: ["a", "b"], 13: []})
    ('a', 'b')
    """
    telling = {article for found in holders.values() if len(found) <= COMMON for article in found}
    shared = Counter(article for found in holders.values() for article in set(found))
    common = sum(1 for found in holders.values() if len(found) > COMMON)
    if holders and 2 * common >= len(holders):
        telling |= {article for article, number in shared.items() if 2 * number >= len(holders)}
    return tuple(sorted(telling, key=lambda article: (-shared[article], article)))
