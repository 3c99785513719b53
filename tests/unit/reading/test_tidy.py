from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportedly.model import Span, ZoneKind
from reportedly.reading.draft import Draft
from reportedly.reading.tidy import tidy_spans


def contents(draft: Draft) -> list[list[str]]:
    return [[span.of(draft.text) for span in item.content] for item in draft.attributions]


def test_a_closing_quote_ends_a_direct_content(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "“The ferry is late and the pier is gone,” said Lume.")
    draft = make_draft(body, said=(("Lume", "said", ("The ferry is late and the",)),))
    assert contents(tidy_spans(draft)) == [["“The ferry is late and the pier is gone,”"]]


def test_a_content_ends_with_a_whole_word(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "Lume said the ferry was overdue.")
    draft = make_draft(body, said=(("Lume", "said", ("e ferry was overd",)),))
    assert contents(tidy_spans(draft)) == [["the ferry was overdue"]]


def test_loose_punctuation_is_cut(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The ferry is late, said Lume, the pilot.")
    draft = tidy_spans(make_draft(body, said=(("Lume, the pilot.", "said", ("The ferry is late,",)),)))
    [item] = draft.attributions
    assert [span.of(draft.text) for span in (*item.source, *item.content)] == ["Lume, the pilot", "The ferry is late"]


def test_a_source_loses_its_comma_set_clause(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "A pilot, who asked not to be named, said the ferry was late.")
    source = "A pilot, who asked not to be named,"
    draft = tidy_spans(make_draft(body, said=((source, "said", ("the ferry was late",)),)))
    assert [span.of(draft.text) for span in draft.attributions[0].source] == ["A pilot"]


def test_a_caption_between_two_paragraphs_is_cut_out(make_draft: Any) -> None:
    zones = (
        (ZoneKind.BODY, "Lume said: “The storm took\n"),
        (ZoneKind.CAPTION, "The pier in March.\n"),
        (ZoneKind.BODY, "the boats.”\n"),
    )
    draft = make_draft(*zones, said=(("Lume", "said", ("boats",)),))
    start = draft.text.index("“")
    long = replace(draft.attributions[0], content=(Span(start, len(draft.text)),))
    tidy = tidy_spans(draft.having([long]))
    assert contents(tidy) == [["“The storm took", "the boats.”"]]


def test_an_attribution_without_letters_is_dropped(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "Lume said , … nothing.")
    assert tidy_spans(make_draft(body, said=(("Lume", "said", (", …",)),))).attributions == ()


def test_the_same_content_and_cue_stand_once(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "Lume said the ferry was late.")
    said = ("Lume", "said", ("the ferry was late",))
    assert len(tidy_spans(make_draft(body, said=(said, said))).attributions) == 1


def test_quoted_words_are_no_source_but_content(make_draft: Any) -> None:
    headline = (ZoneKind.HEADLINE, "‘It sank in my hands’: ferry lost in clashes off Orvane")
    said = (("‘It sank in my hands’", ":", ("ferry lost in clashes off Orvane",)),)
    [item] = tidy_spans(make_draft(headline, said=said)).attributions
    assert item.source == ()
    assert contents(tidy_spans(make_draft(headline, said=said))) == [["‘It sank in my hands’"]]


def test_a_dateline_is_no_part_of_what_is_said(make_draft: Any) -> None:
    zones = ((ZoneKind.DATELINE, "PORT SELLA (MNA) — "), (ZoneKind.BODY, "The ferry sank, Lume said."))
    said = (("Lume", "said", ("PORT SELLA (MNA) — The ferry sank",)),)
    assert contents(tidy_spans(make_draft(*zones, said=said))) == [["The ferry sank"]]


def test_an_article_alone_is_no_source(make_draft: Any) -> None:
    draft = make_draft((ZoneKind.BODY, "The said the ferry sank."), said=(("The", "said", ("the ferry sank",)),))
    assert tidy_spans(draft).attributions[0].source == ()


def test_the_of_of_an_accusation_is_content_and_that_of_another_cue_is_not(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "Pilots have been accused of sleeping. Lume spoke of the storm.")
    said = (("", "have been accused of", ("sleeping",)), ("Lume", "spoke of", ("the storm",)))
    draft = tidy_spans(make_draft(body, said=said))
    assert contents(draft) == [["of sleeping"], ["the storm"]]
    assert [span.of(draft.text) for item in draft.attributions for span in item.cue] == [
        "have been accused",
        "spoke of",
    ]
