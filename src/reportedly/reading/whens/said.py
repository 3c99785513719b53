"""When a statement was said: the expression of time that goes with its cue, apart from those in its content."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span, Statement
from reportedly.reading.whens.clauses import governor
from reportedly.reading.whens.expressions import Range, Since, Stretch
from reportedly.reading.whens.mentions import Mention

# a statement that goes on from the one before stands so near: the next paragraph or two
_GOES_ON = 700
_REMARKS_REACH = 1500
# between "made the remarks" and its time: "… in an interview with the radio on"
_REMARKS_SPAN = 100
# in a clause without a verb, the cue stands beside its time
_BESIDE = 40
# the day of something else: "after the storm of Friday"
_OF_DAY = re.compile(r"\bof\s+\Z")


@cache
def said_pattern(rule: str) -> re.Pattern[str]:
    """Return the pattern of a rule of data/en/said.toml."""
    data = load("said")
    [found] = [item["pattern"] for item in data["rule"] if item["id"] == rule]
    for name in ("media", "words"):
        found = found.replace("{" + name + "}", "(?:" + "|".join(data[name]) + ")")
    return re.compile(found, re.IGNORECASE)


def find_said(text: str, mentions: Sequence[Mention], statements: Sequence[Statement]) -> Mapping[str, int]:
    """Return the number of the expression that says when, by the id of each statement for which the text tells.

    `mentions` are the expressions with the sentence of each, in order. What the text does not tell is left out.
    """
    said: dict[str, int] = {}
    starts = [mention.found.span.start for mention in mentions]
    for statement in statements:
        number = _by_cue(text, mentions, starts, statement)
        if number is not None:
            said[statement.id] = number
    _by_remarks(text, mentions, statements, said)
    _going_on(text, statements, said)
    return said


def _by_cue(text: str, mentions: Sequence[Mention], starts: Sequence[int], statement: Statement) -> int | None:
    """Return the expression in the sentence of the cue that goes with the cue."""
    for cue in statement.cue:
        first = bisect_left(starts, cue.start - 500)
        for number in range(first, bisect_left(starts, cue.end + 500)):
            mention = mentions[number]
            if mention.sentence.covers(cue) and _goes_with(text, mention, statement, cue):
                return number
    return None


def _goes_with(text: str, mention: Mention, statement: Statement, cue: Span) -> bool:
    """Tell whether an expression outside a content goes with the cue: no other verb has it."""
    span, expression = mention.found.span, mention.found.expression
    if any(piece.overlaps(span) for piece in statement.content) or isinstance(expression, (Since, Stretch)):
        return False
    if cue.covers(span) or isinstance(expression, Range):
        return cue.covers(span)
    if any(piece.covers(span) for piece in statement.source):
        return _said_by_document(text, statement, span)
    before = text[max(mention.sentence.start, span.start - 100) : span.start]
    return said_pattern("said.occasion").search(before) is not None or _is_governed(text, mention, cue)


def _is_governed(text: str, mention: Mention, cue: Span) -> bool:
    """Tell whether the verb of the clause in which an expression stands is the cue, or there is none beside the cue."""
    span = mention.found.span
    if _OF_DAY.search(text, max(mention.sentence.start, span.start - _BESIDE), span.start):
        return False
    verb = governor(text, mention.verbs, span)
    if verb is None:
        return min(abs(cue.start - span.end), abs(span.start - cue.end)) < _BESIDE
    if verb.span.overlaps(cue):
        return True
    # a cue without a verb of its own: "according to a statement on Friday"
    near = 0 <= span.start - cue.end < 120 and not (cue.end <= verb.span.start < span.start)
    return near and said_pattern("said.wordless").search(cue.of(text)) is not None


def _said_by_document(text: str, statement: Statement, span: Span) -> bool:
    """Tell whether a source is a text of that day: "a statement on Friday", "Monday's report"."""
    source = next(piece for piece in statement.source if piece.covers(span))
    words = source.of(text)
    after = text[span.end : source.end]
    dated = not after.strip(" ,") or re.match(r"[’']s\s|\s(?:by|from|of|in|to|issued|released)\b", after) is not None
    return dated and said_pattern("said.medium").search(words) is not None


def _by_remarks(text: str, mentions: Sequence[Mention], statements: Sequence[Statement], said: dict[str, int]) -> None:
    """Give the statement before "made the remarks on Friday" its time, and those of the same speaker after it."""
    ordered = sorted((item for item in statements if item.cue), key=lambda item: item.cue[0].start)
    for number, mention in enumerate(mentions):
        sentence, span = mention.sentence, mention.found.span
        match = said_pattern("said.remarks").search(text, sentence.start, span.start)
        if match is None or span.start - match.end() > _REMARKS_SPAN:
            continue
        if isinstance(mention.found.expression, (Since, Stretch, Range)) or _is_told(statements, span):
            continue
        before = [item for item in ordered if _end(item) <= sentence.start < _end(item) + _REMARKS_REACH]
        if before:
            said.setdefault(before[-1].id, number)
        after = [item for item in ordered if item.cue[0].start >= sentence.end]
        subject = text[sentence.start : match.start()]
        for item in _of_same_speaker(text, after, subject, sentence.end):
            said.setdefault(item.id, number)


def _is_told(statements: Sequence[Statement], span: Span) -> bool:
    return any(piece.overlaps(span) for statement in statements for piece in statement.content)


def _of_same_speaker(text: str, after: Sequence[Statement], subject: str, end: int) -> Iterator[Statement]:
    """Yield the statements with which a speaker goes on: at once, or after others by "added" or "also said".

    `subject` names the speaker, `end` is where the speaker was left; "he" is the speaker only at once.
    """
    at_once = True
    for item in after:
        if item.cue[0].start - end > _REMARKS_REACH:
            return
        named = _shares_name(text, item, subject)
        if (at_once and (named or _is_pronoun(text, item))) or (named and _goes_on(text, item)):
            yield item
            at_once, end = True, _end(item)
        else:
            at_once = False


def _going_on(text: str, statements: Sequence[Statement], said: dict[str, int]) -> None:
    """Give a statement that goes on from the one before its time: "he added", "Lume also said"."""
    ordered = sorted((item for item in statements if item.cue), key=lambda item: item.cue[0].start)
    for before, item in itertools.pairwise(ordered):
        if before.id not in said or item.id in said or item.cue[0].start - _end(before) > _GOES_ON:
            continue
        same = bool(set(before.sources) & set(item.sources)) and before.story == item.story
        if same and (_goes_on(text, item) or _is_pronoun(text, item) or _is_same_sentence(text, before, item)):
            said[item.id] = said[before.id]


def _goes_on(text: str, item: Statement) -> bool:
    """Tell whether a cue takes up what was said before: "added", "also said"."""
    words = text[max(0, item.cue[0].start - len("also ")) : item.cue[-1].end]
    return said_pattern("said.goes-on").search(words) is not None


def _is_same_sentence(text: str, before: Statement, item: Statement) -> bool:
    start, end = sorted((before.cue[0].start, item.cue[0].start))
    return not re.search(r"[.?!][”\"’')]*\s", text[start:end])


def _end(statement: Statement) -> int:
    return max(piece.end for role in (statement.source, statement.cue, statement.content) for piece in role)


def _is_pronoun(text: str, statement: Statement) -> bool:
    return bool(statement.source) and statement.source[0].of(text).lower() in ("he", "she", "they", "it")


def _shares_name(text: str, statement: Statement, subject: str) -> bool:
    names = {word for piece in statement.source for word in re.findall(r"\b[A-Z]\w{2,}", piece.of(text))}
    return bool(names & set(re.findall(r"\b[A-Z]\w{2,}", subject)))
