from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.model import ZoneKind
from reportedly.reading.chains import link_chains, parents_of
from reportedly.reading.draft import Draft

RULES = load("chains")["rule"]


def words(draft: Draft) -> set[tuple[str, str, str, str]]:
    return {
        tuple(
            " ".join(span.of(draft.text) for span in role)
            for role in (item.source, item.cue, item.content, item.within)
        )
        for item in draft.attributions
    }


def drafted(sentence: str, rule: dict[str, Any], make_draft: Any) -> Draft:
    said = rule["said"]
    draft: Draft = make_draft((ZoneKind.BODY, sentence), said=((said["source"], said["cue"], (said["content"],)),))
    return draft


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_example_gives_two_statements_with_one_content(rule: dict[str, Any], make_draft: Any) -> None:
    draft = link_chains(drafted(rule["example"], rule, make_draft))
    said = rule["said"]
    inner, outer = (said["source"], said["cue"]), (rule["source"], rule["cue"])
    if rule["adds"] == "inner":
        inner, outer = outer, inner
    assert words(draft) == {(*inner, said["content"], outer[1]), (*outer, said["content"], "")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_counter_example_gives_one(rule: dict[str, Any], make_draft: Any) -> None:
    assert len(link_chains(drafted(rule["counter"], rule, make_draft)).attributions) == 1


def test_the_models_own_reading_of_citing_gives_way(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The agency MNA, citing two pilots, reported that the cutter had left.")
    said = (
        ("The agency MNA", "reported", ("that the cutter had left",)),
        ("The agency MNA", "citing", ("two pilots",)),
    )
    draft = link_chains(make_draft(body, said=said))
    assert {(source, content) for source, _, content, _ in words(draft)} == {
        ("The agency MNA", "that the cutter had left"),
        ("two pilots", "that the cutter had left"),
    }


def test_who_is_cited_in_another_sentence_is_not_in_the_chain(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The agency reported that the cutter had left. It was wrong, citing two pilots.")
    draft = make_draft(body, said=(("The agency", "reported", ("that the cutter had left",)),))
    assert len(link_chains(draft).attributions) == 1


def test_a_statement_within_a_content_has_it_as_parent(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "Lume said the crew claimed that the log sank. Teller agreed.")
    said = (
        ("Lume", "said", ("the crew claimed that the log sank",)),
        ("the crew", "claimed", ("that the log sank",)),
        ("", "agreed", ("Teller",)),
    )
    draft = make_draft(body, said=said)
    assert parents_of(draft.attributions) == [None, 0, None]


def test_whoever_is_cited_has_the_agency_as_parent(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The agency MNA, citing two pilots, reported that the cutter had left.")
    said = (("The agency MNA", "reported", ("that the cutter had left",)),)
    draft = link_chains(make_draft(body, said=said))
    named = [draft.text[item.source[0].start : item.source[0].end] for item in draft.attributions]
    parents = parents_of(draft.attributions)
    assert parents[named.index("two pilots")] == named.index("The agency MNA")
    assert parents[named.index("The agency MNA")] is None


def test_of_two_that_stand_in_each_other_the_wider_is_the_outer_one(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The cook, Lume said, reportedly left.")
    said = (("Lume", "said", ("The cook", "reportedly left")), ("", "reportedly", ("Lume said", "left")))
    parents = parents_of(make_draft(body, said=said).attributions)
    assert sorted(parents, key=str) == [0, None]
