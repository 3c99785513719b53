from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportedly.model import Span, ZoneKind
from reportedly.reading.attribution import Attribution, Findings
from reportedly.reading.draft import Draft
from reportedly.reading.nested import read_within


class Finder:
    """Finds "X said Y" in the paragraphs that it is given, and keeps their words."""

    def __init__(self, score: float = 0.9) -> None:
        self.read: list[str] = []
        self.score = score

    def find(self, text: str, paragraphs: Sequence[Span]) -> Findings:
        return Findings(tuple(self.attributions(text, paragraphs)))

    def attributions(self, text: str, paragraphs: Sequence[Span]) -> list[Attribution]:
        [paragraph] = paragraphs
        self.read.append(words := paragraph.of(text))
        before, said, _ = words.partition(" said ")
        if not said:
            return []
        cue = Span(paragraph.start + len(before) + 1, paragraph.start + len(before) + 5)
        source, content = Span(paragraph.start, cue.start - 1), Span(cue.end + 1, paragraph.end)
        return [Attribution((source,), (cue,), (content,), self.score, "test")]


def drafted(make_draft: Any, content: str) -> Draft:
    draft: Draft = make_draft((ZoneKind.BODY, f"Lume told us {content}."), said=(("Lume", "told", (content,)),))
    return draft


def sources(draft: Draft) -> list[str]:
    return [span.of(draft.text) for item in draft.attributions for span in item.source]


def test_contents_are_read_as_texts_of_their_own_as_deep_as_they_go(make_draft: Any) -> None:
    draft = drafted(make_draft, "that the pilot said the cook said the soup was cold")
    assert sorted(sources(read_within(draft, Finder()))) == ["Lume", "the cook", "the pilot"]


def test_that_is_not_read_as_part_of_the_clause(make_draft: Any) -> None:
    finder = Finder()
    read_within(drafted(make_draft, "that the pilot said the soup was cold"), finder)
    assert finder.read[0] == "the pilot said the soup was cold"


def test_a_content_without_a_word_of_saying_is_not_read(make_draft: Any) -> None:
    finder = Finder()
    read_within(drafted(make_draft, "that the soup on deck was cold"), finder)
    assert finder.read == []


def test_the_first_person_is_the_speaker_already(make_draft: Any) -> None:
    assert sources(read_within(drafted(make_draft, "I said the soup was cold"), Finder())) == ["Lume"]


def test_a_doubtful_reading_of_a_content_is_left_out(make_draft: Any) -> None:
    draft = drafted(make_draft, "that the pilot said the soup was cold")
    assert sources(read_within(draft, Finder(score=0.1))) == ["Lume"]
