from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.model import ZoneKind
from reportedly.reading.draft import Draft
from reportedly.reading.quoted import attribute_quotations

RULES = load("quotations")["rule"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_example_of_a_form_names_its_source(rule: dict[str, str], make_draft: Any) -> None:
    draft = attribute_quotations(make_draft((ZoneKind.BODY, rule["example"])))
    [item] = draft.attributions
    assert item.why == rule["id"]
    assert [span.of(draft.text) for span in (*item.source, *item.cue)] == [rule["source"], rule["cue"]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_counter_example_of_a_form_names_none(rule: dict[str, str], make_draft: Any) -> None:
    draft = attribute_quotations(make_draft((ZoneKind.BODY, rule["counter"])))
    assert [item.source for item in draft.attributions] in ([], [()])


def contents(draft: Draft) -> list[list[str]]:
    return [[span.of(draft.text) for span in item.content] for item in draft.attributions]


def test_a_quotation_going_on_after_the_cue_belongs_to_the_same_statement(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "“The ferry is late,” she said. “It was late in March and it is late now.”")
    draft = attribute_quotations(make_draft(body, said=(("she", "said", ("“The ferry is late,”",)),)))
    assert contents(draft) == [["“The ferry is late,”", "“It was late in March and it is late now.”"]]


def test_a_quotation_over_paragraphs_belongs_to_the_one_who_began_it(make_draft: Any) -> None:
    first = (ZoneKind.BODY, "Lume said: “The first storm took the pier.\n\n")
    second = (ZoneKind.BODY, "“The second took the boats and the nets.”\n")
    draft = make_draft(first, second, said=(("Lume", "said", ("“The first storm took the pier.",)),))
    assert contents(attribute_quotations(draft)) == [
        ["“The first storm took the pier.", "“The second took the boats and the nets.”"]
    ]


def test_a_quoted_sentence_of_nobody_is_kept_without_source(make_draft: Any) -> None:
    draft = attribute_quotations(make_draft((ZoneKind.BODY, "The hall fell silent. “We will not leave here.”\n")))
    [item] = draft.attributions
    assert item.source == ()
    assert item.why == "quotation.alone"


def test_scare_quotes_and_titles_are_no_statements(make_draft: Any) -> None:
    draft = make_draft((ZoneKind.BODY, "The “great wall” of nets, sung of in “The Long Night of the Sea”, was cut.\n"))
    assert attribute_quotations(draft).attributions == ()


def test_a_speaker_named_inside_the_marks_is_the_source(make_draft: Any) -> None:
    draft = attribute_quotations(make_draft((ZoneKind.BODY, "“LUME: We will not leave the harbour tonight.”\n")))
    [item] = draft.attributions
    assert [span.of(draft.text) for span in (*item.source, *item.content)] == [
        "LUME",
        " We will not leave the harbour tonight.”",
    ]


def test_each_of_two_cues_keeps_its_own_quotation(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "“The ferry is late,” Ulf Braun said. “But it floats,” he added.")
    said = (("he", "added", ("“The ferry is late,”", "“But it floats,”")),)
    assert contents(attribute_quotations(make_draft(body, said=said))) == [
        ["“The ferry is late,”"],
        ["“But it floats,”"],
    ]
