"""Sentences, and the verb that an expression of time goes with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.whens.context import Tense
from reportedly.text import sentence_ends

_SPACE = re.compile(r"\s*")
# a deadline that is over: "missed a July 1 deadline"
_MISSED = re.compile(r"\b(?:missed|passed|met|expired|blew|ignored|beat|had)\b")
_LONGEST = 400
_FAR = 90


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb where it stands, and the tense it puts a time beside it in.

    `near` is how many characters at most may lie between, for forms that look ahead only to what stands by them.
    """

    span: Span
    tense: Tense
    near: int = _LONGEST


def sentence_around(text: str, paragraph: Span, span: Span) -> Span:
    """Return the sentence that a span stands in, within its paragraph."""
    start, end = max(paragraph.start, span.start - _LONGEST), min(paragraph.end, span.end + _LONGEST)
    ends = sentence_ends(text, Span(start, end))
    before = [at for at in ends if at <= span.start]
    begin = _SPACE.match(text, before[-1] if before else start, span.start)
    return Span(begin.end() if begin else start, next((at for at in ends if at >= span.end), end))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = load("tenses")
    words = {
        name: "|".join(data[name])
        for name in (
            "irregular",
            "schedule",
            "plural_schedule",
            "plural_schedule",
            "control",
            "no_past",
            "no_infinitive",
            "passive",
            "event",
        )
    }
    return {
        rule["id"].split(".")[1]: re.compile(_filled(rule["pattern"], words), re.IGNORECASE) for rule in data["rule"]
    }


def _filled(pattern: str, words: dict[str, str]) -> str:
    for name, value in words.items():
        pattern = pattern.replace("{" + name + "}", f"(?:{value})")
    return pattern


def rule_pattern(rule: str) -> re.Pattern[str]:
    """Return the pattern of a rule of data/en/tenses.toml."""
    return _patterns()[rule.split(".")[1]]


def verbs_in(text: str, sentence: Span) -> tuple[Verb, ...]:
    """Return the forms of verbs in a sentence, in order."""
    verbs: list[Verb] = []
    for match in _patterns()["verb"].finditer(text, sentence.start, sentence.end):
        span, kind = Span(match.start(), match.end()), match.lastgroup
        if kind == "infinitive":
            before = text[max(sentence.start, span.start - 30) : span.start]
            controlled = not verbs or verbs[-1].tense is not Tense.PAST or _patterns()["control"].search(before)
            verbs.append(Verb(span, Tense.FUTURE if controlled else Tense.PAST))
        elif kind == "future":
            verbs.append(Verb(span, Tense.FUTURE))
        elif kind == "present":
            verbs.append(Verb(span, Tense.FUTURE, 40))
        elif kind == "be":
            verbs.append(Verb(span, Tense.FUTURE, 5))
        else:
            verbs.append(Verb(span, Tense.PAST, _FAR))
    return tuple(verbs)


def governor(text: str, verbs: Sequence[Verb], span: Span) -> Verb | None:
    """Return the verb that a span goes with: the one before in the same clause, else the one after, else either."""
    before = next((verb for verb in reversed(verbs) if verb.span.end <= span.start), None)
    after = next((verb for verb in verbs if verb.span.start >= span.end), None)
    pattern = _patterns()["break"]
    if before and not pattern.search(text, before.span.end, span.start):
        return before
    if after and not pattern.search(text, span.end, after.span.start):
        return after
    return before or after


def tense_at(text: str, sentence: Span, verbs: Sequence[Verb], span: Span) -> Tense:
    """Return the tense that an expression of time is told in; UNKNOWN where no verb or preposition tells."""
    possessive = text[span.end : span.end + 2] in ("’s", "'s") or text[span.end - 2 : span.end] in ("’s", "'s")
    if possessive and not _patterns()["event"].match(text, span.end):
        return Tense.PAST  # what is over has its day before it: "Friday's ruling"
    if _patterns()["due"].match(text, span.end) and not _MISSED.search(text, sentence.start, span.start):
        return Tense.FUTURE
    verb = governor(text, verbs, span)
    before = text[max(sentence.start, span.start - 40) : span.start]
    if _patterns()["once-ahead"].search(before):
        return Tense.PAST
    ahead = _patterns()["ahead"].search(before)
    fronted = not text[sentence.start : span.start - len(ahead.group()) if ahead else span.start].strip(" “\"‘'")
    if ahead and not fronted and not _patterns()["perfect"].search(text[sentence.start : span.start]):
        return Tense.FUTURE
    if verb is None:
        return Tense.UNKNOWN
    # a verb in the past that is far off may have little to do with it: "invited the ministers of … to a feast on May 3"
    distance = span.start - verb.span.end if verb.span.end <= span.start else verb.span.start - span.end
    return verb.tense if distance <= verb.near else Tense.UNKNOWN
