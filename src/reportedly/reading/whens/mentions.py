"""Where expressions of time stand: each with its sentence, its tense and the text it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Page, Span, ZoneKind
from reportedly.reading.draft import flows_of
from reportedly.reading.whens.clauses import Verb, sentence_around, tense_at, verbs_in
from reportedly.reading.whens.context import Tense
from reportedly.reading.whens.expressions import Found
from reportedly.reading.whens.find import find

_AND = re.compile(r"\s+(?:and|or)\s+(?:on\s+)?")


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression with its sentence, the verbs of that and its tense.

    `flow` numbers what is read together: a story, or a caption alone. `paragraph` is the span of its paragraph.
    """

    found: Found
    sentence: Span
    paragraph: Span
    tense: Tense
    verbs: tuple[Verb, ...]
    flow: int
    in_caption: bool = False
    in_dateline: bool = False


def mentions_in(page: Page) -> tuple[Mention, ...]:
    """Return every expression of time in the zones of a page that are read, in the order of the text."""
    return tuple(sorted(_mentions(page), key=lambda mention: mention.found.span))


def _mentions(page: Page) -> Iterator[Mention]:
    text, number = page.article.text, 0
    verbs: dict[Span, tuple[Verb, ...]] = {}
    for story in page.stories:
        captions = {zone.span for zone in story.zones if zone.kind is ZoneKind.CAPTION}
        datelines = [zone.span for zone in story.zones if zone.kind is ZoneKind.DATELINE]
        for flow in flows_of(text, story):
            number += 1
            for paragraph in flow:
                before: Mention | None = None
                for found in find(text, paragraph):
                    sentence = sentence_around(text, paragraph, found.span)
                    if sentence not in verbs:
                        verbs[sentence] = verbs_in(text, sentence)
                    tense = tense_at(text, sentence, verbs[sentence], found.span)
                    if before and _AND.fullmatch(text, before.found.span.end, found.span.start):
                        tense = before.tense  # "on Monday and Tuesday"
                    before = Mention(
                        found, sentence, paragraph, tense, verbs[sentence], number,
                        paragraph in captions, any(span.covers(found.span) for span in datelines),
                    )  # fmt: skip
                    yield before
