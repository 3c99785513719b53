"""Chains: authorities behind authorities, such as an agency that cites an official."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span, ZoneKind
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft, sentence_at
from reportedly.reading.sources import normal

# a content around a cue begins among so many that begin last before it
_NEAR = 50


@dataclass(frozen=True, slots=True)
class ChainRule:
    """A form of handing on: what it adds ("inner" or "outer") and a pattern with the groups source and cue.

    `named` tells whether it can stand in the words that name the statement's source.
    """

    id: str
    adds: str
    pattern: re.Pattern[str]
    named: bool


@cache
def chain_rules() -> tuple[ChainRule, ...]:
    """Return the forms of data/en/chains.toml, in order."""
    return tuple(
        ChainRule(rule["id"], rule["adds"], re.compile(rule["pattern"]), rule.get("named", False))
        for rule in load("chains")["rule"]
    )


def link_chains(draft: Draft) -> Draft:
    """Return the draft with a statement for each authority that a statement's sentence names behind or before it.

    Conventions, "Statements": an agency citing an official gives two statements with the same content, the official's
    parent being the agency's. What the model made of the cue of such a form by itself ("citing | two pilots" as a
    statement about pilots) gives way.
    """
    found: list[Attribution] = []
    handed: list[Span] = []
    for item, outer in zip(draft.attributions, parents_of(draft.attributions), strict=True):
        around = draft.attributions[outer].content if outer is not None else ()
        within = next((span for span in around if span.covers(item.cue[0])), None)
        linked = list(_linked(draft, item, within))
        found += linked
        handed += [span for other in linked if other.why != item.why for span in other.cue]
    return draft.having([item for item in found if item.within or not _gives_way(item, handed)])


def parents_of(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the number of the one that hands it on, or None.

    That is the one whose cue is its `within`, or else the one with the shortest content that its own cue stands in.
    """
    by_cue = {item.cue: number for number, item in enumerate(attributions) if item.cue}
    found: list[int | None] = []
    for item in attributions:
        handed = by_cue.get(item.within) if item.within else None
        found.append(handed if handed is not None else _around(item, attributions))
    for number, outer in enumerate(found):
        if outer is not None and found[outer] == number:  # each stands in the other: the wider is the outer one
            wider = max(number, outer, key=lambda one: sum(map(len, attributions[one].content)))
            found[wider] = None
    return found


def _around(item: Attribution, attributions: Sequence[Attribution]) -> int | None:
    if not item.cue:
        return None
    near = bisect_right(attributions, item.cue[0].start, key=lambda other: other.content[0].start)
    around = [
        (sum(map(len, other.content)), number)
        for number, other in enumerate(attributions[max(0, near - _NEAR) : near], max(0, near - _NEAR))
        if other is not item and any(span.covers(item.cue[0]) for span in other.content)
    ]
    return min(around)[1] if around else None


def _gives_way(item: Attribution, handed: list[Span]) -> bool:
    """Tell whether an attribution is the model's own reading of a cue by which another is handed on."""
    return not item.why.startswith("chain.") and any(cue.overlaps(span) for cue in item.cue for span in handed)


def _linked(draft: Draft, item: Attribution, within: Span | None) -> Iterator[Attribution]:
    """Yield the attribution and, where its sentence or the content around it names another authority, that one's."""
    for rule in chain_rules():
        match = _match(draft, item, rule, within) if item.cue and item.source else None
        if match is None:
            continue
        source, cue = (Span(*match.span("source")),), (Span(*match.span("cue")),)
        other = Attribution(source, cue, item.content, item.score, rule.id)
        if rule.adds == "inner":
            outer = replace(item, cue=_up_to(draft.text, item.cue, source[0]))
            yield outer
            yield replace(other, within=outer.cue)
        else:
            yield replace(item, within=cue)
            yield other
        return
    yield item


def _match(draft: Draft, item: Attribution, rule: ChainRule, within: Span | None) -> re.Match[str] | None:
    sentence = sentence_at(draft, item.cue[0])
    if within is not None:  # what stands outside a content hands on the whole of it, not what is said within
        sentence = Span(max(sentence.start, within.start), min(sentence.end, within.end))
    for match in rule.pattern.finditer(draft.text, sentence.start, sentence.end):
        source, cue = Span(*match.span("source")), Span(*match.span("cue"))
        apart = item.content if rule.named else (*item.content, *item.source)
        if rule.named and _is_outlet(draft, source):
            continue
        if not any(part.overlaps(piece) for part in (source, cue) for piece in apart):
            return match
    return None


def _is_outlet(draft: Draft, source: Span) -> bool:
    """Tell whether a source is the outlet itself, by the publisher's name and the byline: it is no link of a chain."""
    name = normal(source.of(draft.text))
    if draft.outlet and normal(draft.outlet) == name:
        return True
    return any(name in zone.span.of(draft.text).casefold() for zone in draft.of(ZoneKind.BYLINE))


def _up_to(text: str, cue: tuple[Span, ...], source: Span) -> tuple[Span, ...]:
    """Return the cue without what names the inner source: of "quoted a pilot as saying" it is "quoted"."""
    if not any(span.overlaps(source) for span in cue):
        return cue
    before = text[cue[0].start : source.start].rstrip()
    return (Span(cue[0].start, cue[0].start + len(before)),) if before else cue
