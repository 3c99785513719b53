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
from reportedly.reading.found import Found
from reportedly.reading.quotations import Quotation

# a quotation that is a sentence of its own, not a title or a term: this many words, begun like a sentence
_FEWEST_WORDS = 4
_SENTENCE_END = frozenset(".?!…,—–")
_BEFORE = re.compile(r"(?:^|[.?!:;”\"’')\]—–])[ \t]*\Z", re.MULTILINE)
# what a form that names the source is worth beside the model
_NAMED_SCORE = 0.7
# and a quotation whose speaker is not found
_ALONE_SCORE = 0.3
# characters back from a quotation within which its paragraph's last speaker still speaks
_REACH = 1500
# a speech goes on over so many paragraphs at most; a page with more has marks that mean something else
_MOST_PIECES = 200
_WORD = re.compile(r"\w+")


def attribute_quotations(draft: Draft) -> Draft:
    """Return the draft with every quoted sentence in some attribution, and none in that of two cues.

    In order of preference: a quotation that names its source (see data/en/quotations.toml) belongs to it; one running
    on from the paragraph before to whoever was quoted there; one in the same paragraph as an attribution to the
    last that stands before it; else it becomes a statement whose source is not named.
    """
    found = Found(draft.attributions)
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
            _place(_Place(draft.text, quotation, before, paragraphs[number]), found)
        before = quotation
    return draft.having(found.items())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a quotation stands: the one before it, and its paragraph."""

    text: str
    quotation: Quotation
    before: Quotation | None
    paragraph: Span


def _held(span: Span, found: Found) -> bool:
    near = (item for _, item in found.near(span))
    return any(piece.overlaps(span) for item in near for piece in (*item.content, *item.source, *item.cue))


def _is_sentence(text: str, span: Span) -> bool:
    inside = span.of(text)
    words = _WORD.findall(inside)
    first = next((character for character in inside if character.isalnum()), "")
    begins = not first.islower() and bool(_BEFORE.search(text, max(0, span.start - 40), span.start))
    ends = inside.rstrip("”\"'’»").rstrip()[-1:] in _SENTENCE_END
    return len(words) >= _FEWEST_WORDS and begins and ends


def _reclaim(text: str, quotation: Quotation, paragraph: Span, found: Found) -> None:
    """Take a quotation that names its source out of another's statement: “Late,” Lume said. “Again,” he added.

    Conventions, "Statements": quotes brought in by a second cue are a second statement.
    """
    owner = _owner(quotation.span, found)
    named = None if quotation.single else _named(text, quotation.span, paragraph)
    if owner is None or named is None or _has_cue(named.cue[0], found):
        return
    number, item = owner
    rest = tuple(piece for piece in item.content if not quotation.span.covers(piece))
    if rest and len(rest) < len(item.content):
        found.change(number, replace(item, content=rest))
        found.add(named)


def _owner(span: Span, found: Found) -> tuple[int, Attribution] | None:
    near = found.near(span)
    return next(((number, item) for number, item in near if any(span.overlaps(piece) for piece in item.content)), None)


def _has_cue(cue: Span, found: Found) -> bool:
    return any(cue.overlaps(other) for _, item in found.near(cue) for other in item.cue)


def _place(place: _Place, found: Found) -> None:
    """Give a quoted sentence that no attribution holds to its speaker, or keep it as nobody's."""
    span, single = place.quotation.span, place.quotation.single
    named = None if single else _named(place.text, span, place.paragraph)
    if named is not None:
        found.add(named)
        return
    owner = _owner(place.before.span, found) if place.quotation.continues and place.before else None
    owner = owner or _last_speaker(span, place.paragraph, found)
    if owner is not None and len(owner[1].content) < _MOST_PIECES:
        number, item = owner
        found.change(number, replace(item, content=tuple(sorted((*item.content, span)))))
    elif not single:  # single marks alone are more often a title's
        found.add(Attribution((), (), (span,), _ALONE_SCORE, "quotation.alone"))


def _last_speaker(span: Span, paragraph: Span, found: Found) -> tuple[int, Attribution] | None:
    """Return the attribution that stands last before the span in its paragraph, within reach."""
    reach = Span(max(paragraph.start, span.start - _REACH), span.start)
    earlier = [(number, item) for number, item in found.near(reach) if _speaks_before(item, span, paragraph)]
    return max(earlier, key=lambda pair: pair[1].cue or pair[1].content, default=None)


def _speaks_before(item: Attribution, span: Span, paragraph: Span) -> bool:
    marks = item.cue or item.content
    return all(paragraph.start <= mark.start and mark.end <= span.start for mark in marks)


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
    parts = {f"{{{name}}}": data[name] for name in ("name", "subject", "noun")}
    parts["{verb}"] = "(?:" + "|".join(data["verbs"]) + ")"
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
