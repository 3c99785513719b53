"""Who quotes whom: "the agency quoted the pilot as saying that …" names two authorities for one content."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft, sentence_at
from reportedly.reading.found import Found

_SCORE = 0.7
_CLAUSE = re.compile(r"[,;:“”\"(]\s*(?:(?:and|but|while|as|although)\s+)?")
_SPACE = " \t\r\n,"
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class QuotingRule:
    """A form of quoting; its pattern has the groups outer_cue, inner_cue, and inner or outer: the other is subject."""

    id: str
    pattern: re.Pattern[str]


@cache
def quoting_rules() -> tuple[QuotingRule, ...]:
    """Return the forms of quoting of data/en/chains.toml, in order."""
    return tuple(QuotingRule(rule["id"], re.compile(rule["pattern"])) for rule in load("chains")["quoting"])


def attribute_quoting(draft: Draft) -> Draft:
    """Return the draft with two statements for each form of quoting, of who quotes and of who is quoted.

    Conventions, "Statements": both have the same content, and the inner one's parent is the outer one's. What the model
    made of these words gives way, but lends its content.
    """
    found, gone = Found(draft.attributions), set[int]()
    for paragraph in (paragraph for flow in draft.flows for paragraph in flow):
        for rule in quoting_rules():
            for match in rule.pattern.finditer(draft.text, paragraph.start, paragraph.end):
                form = Span(*match.span())
                near = {
                    number: item for number, item in found.near(form) if any(form.overlaps(cue) for cue in item.cue)
                }
                pair = _pair(draft, rule, match, list(near.values()))
                if pair and not any(item.within for item in near.values()):
                    gone |= set(near)
                    for item in pair:
                        found.add(item)
    return draft.having([item for number, item in enumerate(found.items()) if number not in gone])


def _pair(
    draft: Draft, rule: QuotingRule, match: re.Match[str], near: list[Attribution]
) -> tuple[Attribution, Attribution] | None:
    subject = _subject(draft, match, near)
    content = _content(draft, Span(subject.start, match.end()), near)
    if not len(subject) or not content:
        return None
    groups = match.groupdict()
    outer = Span(*match.span("outer")) if groups.get("outer") else subject
    inner = Span(*match.span("inner")) if groups.get("inner") else subject
    cue = (Span(*match.span("outer_cue")),)
    score = max((item.score for item in near), default=_SCORE)
    return (
        Attribution((outer,), cue, content, score, rule.id),
        Attribution((inner,), (Span(*match.span("inner_cue")),), content, score, rule.id, within=cue),
    )


def _subject(draft: Draft, match: re.Match[str], near: list[Attribution]) -> Span:
    """Return who stands before the form: as the model has it, or from where its clause begins."""
    named = (span for item in near for span in (*item.source, *item.content) if span.end <= match.start())
    beside = [span for span in named if not _WORD.search(draft.text[span.end : match.start()])]
    if beside:
        return min(beside, key=len)
    sentence = sentence_at(draft, Span(*match.span()))
    openings = [opening.end() for opening in _CLAUSE.finditer(draft.text, sentence.start, match.start())]
    # an apposition before the verb belongs to the subject: "the Rovers coach, Denn Marlow, was quoted"
    if draft.text[: match.start()].rstrip().endswith(",") and len(openings) > 2:
        openings = openings[:-2]
    return _stripped(draft.text, Span(openings[-1] if openings else sentence.start, match.start()))


def _content(draft: Draft, form: Span, near: list[Attribution]) -> tuple[Span, ...]:
    """Return what is said: what the model found around the form, or what follows it in its sentence."""
    pieces = {piece for item in near for span in item.content for piece in _outside(draft.text, span, form)}
    quoted = {piece for piece in pieces if any(mark.span.covers(piece) for mark in draft.quotations_in(piece))}
    behind = {piece for piece in pieces if piece.start >= form.end}
    kept = sorted(quoted or behind or pieces)
    apart = [piece for piece in kept if not any(piece != other and other.covers(piece) for other in kept)]
    if not apart:
        sentence = sentence_at(draft, form)
        rest = _stripped(draft.text, Span(form.end, max(form.end, sentence.end)))
        apart = [rest] if _WORD.search(rest.of(draft.text)) else []
    return tuple(apart)


def _outside(text: str, span: Span, form: Span) -> tuple[Span, ...]:
    parts = (Span(span.start, min(span.end, form.start)) if span.start < form.start else None,
             Span(max(span.start, form.end), span.end) if span.end > form.end else None)  # fmt: skip
    stripped = (_stripped(text, part) for part in parts if part is not None)
    return tuple(part for part in stripped if _WORD.search(part.of(text)))


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_SPACE))
    return Span(start, max(start, span.start + len(words.rstrip(_SPACE + "."))))
