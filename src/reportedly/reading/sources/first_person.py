"""Whom "I" means outside quotation marks: in an interview printed as questions and answers, the one who is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.model import Span
from reportedly.reading.sources.entity import Entity
from reportedly.reading.sources.salience import Seen

# a text is an interview that has so many questions for paragraphs, or says so at its head, and speaks in the first
# person so often
_QUESTIONS = 3
_FIRST_PERSONS = 5
_FEW = 2
# an answer that says so
_ANSWER = re.compile(r"A(?:nswer)?\s*[:.]\s")
_HEAD = 1500
# answers that end as questions are longer (words)
_LONGEST_QUESTION = 80
_QUESTION = re.compile(r"\?[”\"’')\]]*\s*\Z")
_FIRST_PERSON = re.compile(r"\b(?:I|my|we|our)\b(?!\.)")
_QUOTED = re.compile(r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)")
_INTERVIEW = re.compile(r"\binterview(?:s|ed|ing)?\b", re.IGNORECASE)
# what the name of whoever is asked stands behind, some words away
_ASKED = re.compile(
    r"\b(?:interview(?:s|ed|ing)?|(?:spoke|speaks|talks|talked|chats|chatted)\s+(?:with|to)|caught\s+up\s+with)\s+"
    r"(?:with\s+|of\s+)?(?:[^\W_][\w’'-]*,?\s+){0,8}\Z",
    re.IGNORECASE,
)
_REACH = 120
# what it counts to be named so, to speak before the first question, and to have a full name, against one mention
_NAMED_AS_ASKED, _SPEAKS, _IN_FULL = 10, 5, 5
# the name of whoever took a picture
_CREDIT = re.compile(r"(?:Image|Photo|Picture|Credit)s?(?:\s+by)?[:;]\s*\Z", re.IGNORECASE)


def interviewee(text: str, paragraphs: Sequence[Span], seen: Sequence[Seen]) -> Entity | None:
    """Return the person whom the questions of an interview are put to, or None where the text is none.

    That is the person whom the introduction names as such, or who speaks in it, or whom it names most; of equals the
    last, since introductions end with whoever speaks next.
    """
    questions = [span for span in paragraphs if is_question(text, span)]
    spoken = [span for span in paragraphs if _FIRST_PERSON.search(_QUOTED.sub("", span.of(text)))]
    head = (span for span in paragraphs if span.start < _HEAD)
    says_so = any(_INTERVIEW.search(text, span.start, min(span.end, _HEAD)) for span in head)
    times = sum(len(_FIRST_PERSON.findall(_QUOTED.sub("", span.of(text)))) for span in spoken)
    labelled = any(_ANSWER.match(text, span.start, span.end) for span in paragraphs)
    many = len(questions) >= _QUESTIONS or labelled
    if not (many or says_so) or times < (_FEW if questions and (labelled or says_so) else _FIRST_PERSONS):
        return None
    begins = min(span.start for span in (*questions, *spoken))
    people = [item for item in seen if item.entity.is_person and item.span.start < begins]
    weights: Counter[Entity] = Counter()
    for item in people:
        before = max(0, item.span.start - _REACH)
        if not _CREDIT.search(text, before, item.span.start):
            asked = _ASKED.search(text, before, item.span.start) is not None
            weights[item.entity] += 1 + _NAMED_AS_ASKED * asked + _SPEAKS * item.speaks
    for entity in weights:
        weights[entity] += _IN_FULL * (len(entity.name().split()) > 1)
    last = {item.entity: item.span.start for item in people}
    return max(weights, key=lambda entity: (weights[entity], last[entity]), default=None)


def is_question(text: str, span: Span) -> bool:
    """Tell whether a paragraph is short and ends as a question."""
    asks = _QUESTION.search(text, max(span.start, span.end - 10), span.end) is not None
    return asks and len(span.of(text).split()) <= _LONGEST_QUESTION
