"""What a denial by "the charge" or "it" denies: the statement that these words mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span, Stance
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft
from reportedly.reading.found import Found
from reportedly.reading.stances import stance_at

# characters back within which the statement meant stands: a long paragraph, or "two sentences on"
_REACH = 1200
_EDGES = " \t\r\n,;:.!?“”\"'‘’()—–-"
_RELATIVE = re.compile(r"(?<=\w)[\s,]+(?:that|which)\s*\Z")
_ACCUSING = frozenset({Stance.ACCUSES, Stance.ALLEGES, Stance.CLAIMS})
_ITSELF = frozenset({Stance.DENIES})


@cache
def denial_pattern() -> re.Pattern[str]:
    """Return the pattern of a content that only points at what is denied (data/en/denials.toml)."""
    data = load("denials")
    [rule] = data["rule"]
    nouns = "|".join(f"{noun[:-1]}(?:y|ies)" if noun.endswith("y") else f"{noun}s?" for noun in data["nouns"])
    return re.compile(rule["pattern"].replace("{noun}", f"(?:{nouns})"), re.IGNORECASE)


def keep_denials_apart(draft: Draft) -> Draft:
    """Return the draft in which no other content holds the word by which a denial means it.

    In "the union blamed the owners for the fire, a charge they deny", "a charge" is no part of what the union says.
    """
    denials = [(number, _named_alone(draft.text, item)) for number, item in enumerate(draft.attributions)]
    found = Found(draft.attributions)
    for number, denial in denials:
        if denial is None:
            continue
        found.change(number, denial)
        for other, item in found.near(denial.content[0]):
            if other != number and not any(span.covers(denial.cue[0]) for span in item.content):
                found.change(other, replace(item, content=_without(item.content, denial.content[0])))
    return draft.having([item for item in found.items() if item.content])


def _named_alone(text: str, item: Attribution) -> Attribution | None:
    """Return a denial by a word with this word alone as content, "a charge | that", or None for other attributions."""
    if _noun_of(text, item) is None:
        return None
    relative = _RELATIVE.search(text, item.content[-1].start, item.content[-1].end)
    if relative is None:
        return item
    return replace(item, content=(*item.content[:-1], Span(item.content[-1].start, relative.start())))


def _without(content: Sequence[Span], cut: Span) -> tuple[Span, ...]:
    """Return a content up to a span that it runs into."""
    kept = (Span(span.start, cut.start) if span.start < cut.start < span.end else span for span in content)
    return tuple(span for span in kept if not cut.covers(span))


def denied_of(text: str, attributions: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution, in reading order, the number of the one that it denies without saying it again.

    Only for denials whose content is no more than a word for it. That is the nearest one before it that is somebody
    else's and no denial: an accusation or a claim first, if the word is "charge" or the like.
    """
    order = sorted(range(len(attributions)), key=lambda number: _place(attributions[number]))
    places = [_place(attributions[number]) for number in order]
    found: list[int | None] = []
    for item in attributions:
        noun = _noun_of(text, item)
        if noun is None:
            found.append(None)
            continue
        first, last = (bisect_left(places, place) for place in (_place(item) - _REACH, _place(item)))
        others = [number for number in reversed(order[first:last]) if _may_be_meant(text, attributions[number], item)]
        accusing = [number for number in others if stance_at(text, attributions[number].cue) in _ACCUSING]
        found.append(next(iter((accusing if noun in load("denials")["accusing"] else []) + others), None))
    return found


def _place(item: Attribution) -> int:
    return (item.cue or item.content)[0].start


def _noun_of(text: str, item: Attribution) -> str | None:
    """Return the noun in the singular by which a denial means another statement, "" for a pronoun, or None."""
    if not item.cue or stance_at(text, item.cue) is not Stance.DENIES:
        return None
    content = " ".join(" ".join(span.of(text).split()) for span in item.content).strip(_EDGES)
    match = denial_pattern().fullmatch(_RELATIVE.sub("", content))
    if match is None:
        return None
    noun = (match["noun"] or "").lower()
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def _may_be_meant(text: str, other: Attribution, denial: Attribution) -> bool:
    if other is denial or set(other.source) & set(denial.source) or stance_at(text, other.cue) in _ITSELF:
        return False
    return not any(span.overlaps(piece) for span in denial.content for piece in other.cue)
