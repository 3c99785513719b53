"""The border between cue and content: which of the two the words between a verb and what is said belong to."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.lexicon import find_cues, is_negation
from reportedly.model import Span, Stance
from reportedly.reading.attribution import Attribution
from reportedly.reading.stances import stance_at

_PARTICLE = re.compile(r"\s+(?P<word>that|of|against|to)\Z")
# behind these "to" is no infinitive's
_NOUN = re.compile(r"\s*(?:(?:the|an?|his|her|its|their|our|my|this|that|these|those|any|all|no)\b|[A-Z\d“\"])")
_INFINITIVE = re.compile(r"to\s+(?=[a-z])")
_OF = frozenset({Stance.ACCUSES, Stance.WARNS})


def with_borders(text: str, attribution: Attribution) -> Attribution:
    """Return the attribution with the words between its cue and its content where the conventions have them."""
    return _with_verb(text, _with_particle(text, attribution))


def _with_particle(text: str, attribution: Attribution) -> Attribution:
    """Return the attribution with a particle moved from the cue's end to the content.

    Conventions, "Statements": content is what is said, with its "that", "to", "of". "Of" and "against" are the
    content's after an accusation or a warning, "to" before a verb.
    """
    if not attribution.cue:
        return attribution
    *cues, cue = attribution.cue
    particle = _PARTICLE.search(text, cue.start, cue.end)
    after = _next(text, attribution)
    if particle is None or after is None:
        return attribution
    word = particle["word"]
    if word in ("of", "against") and stance_at(text, attribution.cue) not in _OF:
        return attribution
    if word == "to" and _NOUN.match(text, after.start):
        return attribution
    shorter, longer = Span(cue.start, particle.start()), Span(particle.start("word"), after.end)
    content = tuple(longer if span is after else span for span in attribution.content)
    return replace(attribution, cue=(*cues, shorter), content=content)


def _with_verb(text: str, attribution: Attribution) -> Attribution:
    """Return the attribution with the verb that a refusal refuses in the cue: "refused | to confirm who won"."""
    after = _next(text, attribution)
    if after is None or not is_negation(attribution.cue[-1].of(text)):
        return attribution
    infinitive = _INFINITIVE.match(text, after.start, after.end)
    verb = next(iter(find_cues(text[infinitive.end() : after.end])), None) if infinitive else None
    if infinitive is None or verb is None or verb.start > 0 or infinitive.end() + verb.end >= after.end:
        return attribution
    end = infinitive.end() + verb.end
    start = end + len(text[end : after.end]) - len(text[end : after.end].lstrip())
    content = tuple(Span(start, span.end) if span is after else span for span in attribution.content)
    return replace(attribution, cue=(*attribution.cue[:-1], Span(attribution.cue[-1].start, end)), content=content)


def _next(text: str, attribution: Attribution) -> Span | None:
    """Return the piece of content that follows the cue with nothing between, or None."""
    if not attribution.cue:
        return None
    end = attribution.cue[-1].end
    after = next((span for span in attribution.content if span.start >= end), None)
    return after if after is not None and not text[end : after.start].strip() else None
