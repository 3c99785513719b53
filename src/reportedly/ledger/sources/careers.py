"""Which worlds of life a role belongs to, as data/en/careers.toml lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.lexicon import load
from reportedly.reading.sources.words import pronouns, words

ANY = "any"
# what a role goes on with behind its head: what it is a role in, for or of
_PARTS = re.compile(r"\s+(?:and|or)\s+|\s*[,;/&–—]\s*|\s+-+\s+", re.IGNORECASE)
_REST = re.compile(
    r"\s(?:of|for|at|in|on|to|with|from|by|about|who|whose|which|that|under|behind|against|since)\s", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Career:
    """What a role tells: the worlds that it belongs to, none where it may be anybody's, in the order of the data.

    `tells_country` is False where the country told beside it need not be that of who bears it.
    """

    worlds: tuple[str, ...] = ()
    tells_country: bool = True


@lru_cache(maxsize=8192)
def career_of(role: str | None) -> Career:
    """Return what a role tells; one whose words no family knows tells nothing, nor does a country beside it.

    >>> career_of("deputy energy minister").worlds, career_of("former goalkeeper and lawyer").worlds
    (('public',), ('public', 'sport'))
    >>> career_of("coach of the rowing team").worlds, career_of("resident").worlds
    (('sport',), ())
    """
    if role is None:
        return Career()
    found = _families_found(role)
    worlds = {_families()[family][0] for family, _ in found} - {ANY}
    return Career(
        tuple(world for world in load("careers")["worlds"] if world in worlds),
        # a plural is said of others, too: "one of three foreign ministers"
        any(_families()[family][1] and not plural for family, plural in found),
    )


def families_of(role: str) -> tuple[str, ...]:
    """Return the ids of the families that the parts of a role belong to, in order.

    >>> families_of("Methodist minister and author"), families_of("asleep at the wheel")
    (('church', 'general'), ())
    """
    return tuple(dict.fromkeys(family for family, _ in _families_found(role)))


def rank_of(world: str) -> int:
    """Return where a world stands among those of the data: whoever is of several is kept under the first."""
    order: list[str] = load("careers")["worlds"]
    return order.index(world)


def _families_found(role: str) -> list[tuple[str, bool]]:
    """Return the family of each part of a role that has one, and whether the part is a plural."""
    return [found for part in _PARTS.split(role[:_LONGEST]) if (found := _family(part))]


def _family(part: str) -> tuple[str, bool] | None:
    tokens = [word.lower() for word in _WORD.findall(part)]
    runs = (" ".join(tokens[at : at + size]) for size in (4, 3, 2) for at in range(len(tokens) - size + 1))
    phrase = next((_phrases()[run] for run in runs if run in _phrases()), None)
    if phrase:
        return phrase, False
    head = [word.lower() for word in _WORD.findall(_REST.split(part, maxsplit=1)[0])]
    if not head or any(word in _clause_words() for word in head):  # "like a sprinter in a marathon"
        return None
    return _head(head[-1])


def _head(word: str) -> tuple[str, bool] | None:
    """Return the family of a head noun, and whether it is a plural: "then-senator" is of that of "senator"."""
    for form in (word, word.rpartition("-")[2]):
        for head in (form, form.removesuffix("s")):
            if head in _heads():
                return _heads()[head], head != form
    return None


@cache
def _clause_words() -> frozenset[str]:
    """Return words that stand in no role: where they do, a piece of a sentence was taken for one."""
    return frozenset(words("determiners") | pronouns().keys() | {"like", "is", "was", "are", "were", "not"})


@cache
def _heads() -> dict[str, str]:
    return {head: family["id"] for family in load("careers")["family"] for head in family["heads"]}


@cache
def _phrases() -> dict[str, str]:
    return {phrase: family["id"] for family in load("careers")["family"] for phrase in family["phrases"]}


@cache
def _families() -> dict[str, tuple[str, bool]]:
    return {family["id"]: (family["world"], family.get("country", True)) for family in load("careers")["family"]}
