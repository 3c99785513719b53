"""Hearsay: "has reportedly bought" says that somebody says so, and nobody is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import find_cues, load
from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft, sentence_at
from reportedly.reading.found import Found

_SCORE = 0.7
# the shortest clause that says something, in words
_FEWEST_WORDS = 3
_WORD = re.compile(r"\w+")
_SPACE = " \t\r\n,"


@cache
def hearsay_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the adverbs, of what a clause begins behind and of what ends it (data/en/hearsay.toml)."""
    [rule] = load("hearsay")["rule"]
    adverbs = rf"(?<![\w-])(?:{'|'.join(rule['adverbs'])})(?![\w-])"
    return re.compile(adverbs, re.IGNORECASE), re.compile(rule["begins"]), re.compile(rule["ends"])


def attribute_hearsay(draft: Draft) -> Draft:
    """Return the draft with a statement of nobody's for each "reportedly": its clause, without the adverb.

    Conventions, "Statements": no source where nobody is named ("reportedly"). An attribution that the model made of the
    adverb alone gives way; one in whose cue it stands beside a verb stays ("reportedly told the court").
    """
    adverbs, _, _ = hearsay_patterns()
    found, gone = Found(draft.attributions), set[int]()
    paragraphs = (paragraph for flow in draft.flows for paragraph in flow)
    for paragraph in paragraphs:
        for match in adverbs.finditer(draft.text, paragraph.start, paragraph.end):
            adverb = Span(*match.span())
            near = [(number, item) for number, item in found.near(adverb) if _has(item.cue, adverb)]
            content = tuple(_content(draft, adverb))
            if _words(draft.text, content) >= _FEWEST_WORDS and not any(
                _says_more(draft.text, item, adverb) for _, item in near
            ):
                gone |= {number for number, _ in near}
                found.add(Attribution((), (adverb,), content, _SCORE, "hearsay.adverb"))
    return draft.having([item for number, item in enumerate(found.items()) if number not in gone])


def _has(spans: tuple[Span, ...], adverb: Span) -> bool:
    return any(span.overlaps(adverb) for span in spans)


def _says_more(text: str, item: Attribution, adverb: Span) -> bool:
    """Tell whether a cue has a word of saying beside the adverb."""
    words = ((text[span.start : adverb.start], text[adverb.end : span.end]) for span in item.cue)
    return any(find_cues(before) or find_cues(behind) for before, behind in words)


def _content(draft: Draft, adverb: Span) -> Iterator[Span]:
    """Yield the parts of the adverb's clause before and behind it."""
    _, begins, ends = hearsay_patterns()
    sentence = sentence_at(draft, adverb)
    openings = [match.end() for match in begins.finditer(draft.text, sentence.start, adverb.start)]
    closing = ends.search(draft.text, adverb.end, sentence.end)
    clause = Span(openings[-1] if openings else sentence.start, closing.start() if closing else sentence.end)
    for part in (Span(clause.start, adverb.start), Span(adverb.end, clause.end)):
        words = part.of(draft.text)
        start = part.start + len(words) - len(words.lstrip(_SPACE))
        end = part.start + len(words.rstrip(_SPACE + "."))
        if start < end and _WORD.search(words):
            yield Span(start, end)


def _words(text: str, spans: tuple[Span, ...]) -> int:
    return sum(len(_WORD.findall(span.of(text))) for span in spans)
