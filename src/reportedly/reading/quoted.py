"""Quotations that no attribution holds yet: no direct speech is lost because the model passed over it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span, ZoneKind
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft
from reportedly.reading.quotations import Quotation

# a quotation that is a sentence of its own, not a title or a term: this many words, begun like a sentence
_FEWEST_WORDS = 4
_SENTENCE_END = frozenset(".?!…,—–")
_BEFORE = re.compile(r"(?:^|[.?!:;”\"’')\]—–])[ \t]*\Z", re.MULTILINE)
# what a form that names the source is worth beside the model
_NAMED_SCORE = 0.7
_WORD = re.compile(r"\w+")


def attribute_quotations(draft: Draft) -> Draft:
    """Return the draft with every quoted sentence in some attribution, and none in that of two cues.

    In order of preference: a quotation that names its source (see data/en/quotations.toml) belongs to it; one running
    on from the paragraph before to whoever was quoted there; one in the same paragraph as an attribution to the
    last that stands before it; else it becomes a statement whose source is not named.
    """
    found = list(draft.attributions)
    paragraphs = [zone.span for zone in draft.of(ZoneKind.BODY, ZoneKind.STANDFIRST)]
    starts = [span.start for span in paragraphs]
    before: Quotation | None = None
    for quotation in draft.quotations:
        number = bisect_right(starts, quotation.span.start) - 1
        if number < 0 or quotation.span.start >= paragraphs[number].end:
            continue
        if _held(quotation.span, found):
            _reclaim(draft.text, quotation, paragraphs[number], found)
        elif _is_sentence(draft.text, quotation.span):
            _place(draft, quotation, before, paragraphs[number], found)
        before = quotation
    return draft.having(found)


def _held(span: Span, found: list[Attribution]) -> bool:
    return any(piece.overlaps(span) for item in found for piece in (*item.content, *item.source, *item.cue))


def _is_sentence(text: str, span: Span) -> bool:
    inside = span.of(text)
    words = _WORD.findall(inside)
    first = next((character for character in inside if character.isalnum()), "")
    begins = not first.islower() and bool(_BEFORE.search(text, max(0, span.start - 40), span.start))
    ends = inside.rstrip("”\"'’»").rstrip()[-1:] in _SENTENCE_END
    return len(words) >= _FEWEST_WORDS and begins and ends


def _reclaim(text: str, quotation: Quotation, paragraph: Span, found: list[Attribution]) -> None:
    """Take a quotation that names its source out of another's statement: “Late,” Lume said. “Again,” he added.

    Conventions, "Statements": quotes brought in by a second cue are a second statement.
    """
    owner = next((item for item in found if any(quotation.span.covers(piece) for piece in item.content)), None)
    named = None if quotation.single else _named(text, quotation.span, paragraph)
    if owner is None or named is None or any(cue.overlaps(named.cue[0]) for item in found for cue in item.cue):
        return
    rest = tuple(piece for piece in owner.content if not quotation.span.covers(piece))
    if rest:
        found[found.index(owner)] = replace(owner, content=rest)
        found.append(named)


def _place(
    draft: Draft, quotation: Quotation, before: Quotation | None, paragraph: Span, found: list[Attribution]
) -> None:
    span = quotation.span
    named = None if quotation.single else _named(draft.text, span, paragraph)
    if named is not None:
        found.append(named)
        return
    if quotation.continues and before is not None:
        owner = next((item for item in found if any(piece.overlaps(before.span) for piece in item.content)), None)
        if owner is not None:
            _extend(found, owner, span)
            return
    earlier = [item for item in found if _speaks_before(item, span, paragraph)]
    if earlier:
        _extend(found, max(earlier, key=lambda item: item.cue or item.content), span)
        return
    if not quotation.single:  # single marks alone are more often a title's
        found.append(Attribution((), (), (span,), 0.3, "quotation.alone"))


def _speaks_before(item: Attribution, span: Span, paragraph: Span) -> bool:
    marks = item.cue or item.content
    return all(paragraph.start <= mark.start and mark.end <= span.start for mark in marks)


def _extend(found: list[Attribution], owner: Attribution, span: Span) -> None:
    found[found.index(owner)] = replace(owner, content=tuple(sorted((*owner.content, span))))


@dataclass(frozen=True, slots=True)
class QuotationRule:
    """A form in which a quotation names its source: a pattern and where it is tried, after, inside or before it."""

    id: str
    at: str
    pattern: re.Pattern[str]


@cache
def quotation_rules() -> tuple[QuotationRule, ...]:
    """Return the forms of data/en/quotations.toml, in order."""
    data = load("quotations")
    parts = {"{verb}": "(?:" + "|".join(data["verbs"]) + ")", "{name}": data["name"], "{noun}": data["noun"]}
    rules = []
    for rule in data["rule"]:
        pattern = rule["pattern"]
        for mark, part in parts.items():
            pattern = pattern.replace(mark, part)
        rules.append(QuotationRule(rule["id"], rule["at"], re.compile(pattern)))
    return tuple(rules)


def _named(text: str, span: Span, paragraph: Span) -> Attribution | None:
    """Return the attribution of a quotation that names its source in one of the known forms, or None."""
    for rule in quotation_rules():
        match = _tried(rule, text, span, paragraph)
        if match:
            source, cue = Span(*match.span("source")), Span(*match.span("cue"))
            content = Span(cue.end, span.end) if rule.at == "inside" else span
            return Attribution((source,), (cue,), (content,), _NAMED_SCORE, rule.id)
    return None


def _tried(rule: QuotationRule, text: str, span: Span, paragraph: Span) -> re.Match[str] | None:
    if rule.at == "after":
        return rule.pattern.match(text, span.end, paragraph.end)
    if rule.at == "inside":
        return rule.pattern.match(text, span.start, span.end)
    line = max(paragraph.start, text.rfind("\n", paragraph.start, span.start) + 1)
    return rule.pattern.fullmatch(text, line, span.start)
