"""Cues in the passive: who is accused, said or reported to do something is spoken of, and does not speak."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft

# words of the passive that can stand before the cue's own span ("has long been | accused of")
_AUXILIARY_REACH = 40
_DEED = re.compile(r"\s+(?P<deed>of\s+\w+ing|for\s+(?:\w+ing|the|an?|his|her|its|their))\b")


@cache
def passive_pattern() -> re.Pattern[str]:
    """Return the pattern of a passive cue (data/en/passives.toml)."""
    data = load("passives")
    [rule] = data["rule"]
    return re.compile(rule["pattern"].replace("{verb}", "(?:" + "|".join(data["verbs"]) + ")"), re.IGNORECASE)


def turn_passives(draft: Draft) -> Draft:
    """Return the draft in which what stands before a passive cue is content, not source.

    PolNeAR and the conventions agree: "some pilots | are said | to have fled" has no source; one named behind the cue
    ("by the Port Authority") stays.
    """
    return draft.having([_turned(draft.text, item) for item in draft.attributions])


def _turned(text: str, attribution: Attribution) -> Attribution:
    if not attribution.cue or not is_passive(text, attribution.cue[0]):
        return attribution
    cue = attribution.cue[0]
    attribution = _without_deed(text, attribution)
    subject = tuple(span for span in attribution.source if span.end <= cue.start)
    spoken_of = [span for span in subject if not any(span.overlaps(piece) for piece in attribution.content)]
    return replace(
        attribution,
        source=tuple(span for span in attribution.source if span not in subject),
        content=tuple(sorted((*attribution.content, *spoken_of))),
    )


def _without_deed(text: str, attribution: Attribution) -> Attribution:
    """Return the attribution whose source behind the cue ends before what is done: "by two clerks | of hiding it"."""
    source, content = list(attribution.source), list(attribution.content)
    for number, span in enumerate(source):
        deed = _DEED.search(text, span.start, span.end)
        if deed and span.start >= attribution.cue[-1].end and deed.start() > span.start:
            source[number] = Span(span.start, deed.start())
            content.append(Span(deed.end() - len(deed["deed"]), span.end))
    return replace(attribution, source=tuple(source), content=tuple(sorted(content)))


def is_passive(text: str, cue: Span) -> bool:
    """Tell whether a cue stands in the passive, so that what stands before it is spoken of."""
    start = max(0, cue.start - _AUXILIARY_REACH)
    return any(match.end("verb") > cue.start for match in passive_pattern().finditer(text, start, cue.end))
