"""Attribution in headline form: "Ministry: boats plan …", "…, says minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span, ZoneKind
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft

_WORD = re.compile(r"[\w&’'-]+")
# what remains of a name when "Russia" is to meet "Russian", "Marenta" "Marentan": its first five letters
_STEM = 5
# a shorter word must be met whole: "US" is not the beginning of "users"
_SHORTEST = 4
# longer than this, what stands before a colon is a clause, not a name that the story would use again
_LONGEST_NAME = 3
# a form that holds in nearly every headline, and one that needs the story's own statements as evidence
_SCORE = {"none": 0.8, "speaker": 0.6}


@dataclass(frozen=True, slots=True)
class HeadlineRule:
    """A headline form: its pattern has the groups source, cue and content."""

    id: str
    pattern: re.Pattern[str]
    evidence: str


@cache
def headline_rules() -> tuple[HeadlineRule, ...]:
    """Return the headline forms of data/en/headlines.toml, in order."""
    data = load("headlines")
    verbs = "(?:" + "|".join(data["verbs"]) + ")"
    return tuple(
        HeadlineRule(rule["id"], re.compile(rule["pattern"].replace("{verb}", verbs)), rule["evidence"])
        for rule in data["rule"]
    )


def headline_attributions(draft: Draft) -> Draft:
    """Return the draft with attributions of headlines and subheadings: those that had none, and the rest to the end.

    After "Ministry:" everything to the headline's end is the ministry's.
    """
    found = list(draft.attributions)
    for zone in draft.of(ZoneKind.HEADLINE, ZoneKind.SUBHEADING):
        found = [_to_the_end(draft.text, item, zone.span) for item in found]
        if not any(span.overlaps(zone.span) for item in found for span in item.content):
            found += _read(draft, zone.span)
    return draft.having(found)


def _to_the_end(text: str, item: Attribution, headline: Span) -> Attribution:
    if not item.content or not item.source or [span.of(text) for span in item.cue] != [":"]:
        return item
    cue, first = item.cue[0], item.content[0]
    if not (headline.covers(cue) and headline.covers(first) and item.source[0] < cue < first):
        return item
    return replace(item, content=(Span(first.start, headline.start + len(headline.of(text).rstrip())),))


def _read(draft: Draft, span: Span) -> Iterator[Attribution]:
    line = span.of(draft.text).rstrip().rstrip(".")
    for rule in headline_rules():
        match = rule.pattern.fullmatch(line)
        if match and (rule.evidence == "none" or _speaks(match["source"], draft)):
            source, cue, content = (_group(match, role, span.start) for role in ("source", "cue", "content"))
            yield Attribution(source, cue, content, _SCORE[rule.evidence], rule.id)
            return


def _group(match: re.Match[str], role: str, base: int) -> tuple[Span, ...]:
    return (Span(base + match.start(role), base + match.end(role)),)


def _speaks(name: str, draft: Draft) -> bool:
    """Tell whether a name is a speaker: by its last or first word, or because the story has it as a source."""
    data = load("headlines")
    words = [word.lower() for word in _WORD.findall(name)]
    if not words or " ".join(words) in data["rubrics"]:
        return False
    if words[-1] in data["speakers"]:
        return True
    if len(words) > _LONGEST_NAME:
        return False
    sources = {
        word.lower()
        for item in draft.attributions
        for span in item.source
        for word in _WORD.findall(span.of(draft.text))
    }
    return any(word in sources or (len(word) >= _SHORTEST and _begins_any(word, sources)) for word in words)


def _begins_any(word: str, sources: set[str]) -> bool:
    return any(source.startswith(word[:_STEM]) for source in sources)
