from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.model import ZoneKind
from reportedly.reading.accused import find_accused, is_agent
from reportedly.reading.draft import Draft

RULES = load("accused")["rule"]


def against(draft: Draft) -> list[list[str]]:
    return [[span.of(draft.text) for span in item.against] for item in find_accused(draft).attributions]


def drafted(sentence: str, cue: str, make_draft: Any) -> Draft:
    content = sentence[sentence.index(cue) + len(cue) :].strip(" .")
    draft: Draft = make_draft((ZoneKind.BODY, sentence), said=(("", cue, (content,)),))
    return draft


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_example_is_against_somebody(rule: dict[str, Any], make_draft: Any) -> None:
    assert against(drafted(rule["example"], rule["cue"], make_draft)) == [[rule["who"]]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_counter_example_is_against_nobody(rule: dict[str, Any], make_draft: Any) -> None:
    cue = rule.get("counter_cue") or next(word for word in rule["cue"].split() if word in rule["counter"])
    assert against(drafted(rule["counter"], cue, make_draft)) == [[]]


def test_the_subject_of_a_passive_is_accused(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The guild has long been accused of smuggling.")
    said = (("", "has long been accused", ("The guild", "of smuggling")),)
    assert against(make_draft(body, said=said)) == [["The guild"]]


def test_a_thing_that_is_blamed_is_not_accused(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The storm was blamed for the loss.")
    assert against(make_draft(body, said=(("", "was blamed", ("The storm", "for the loss")),))) == [[]]


def test_who_is_not_accused_after_all_is_not_against(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The navy stopped short of accusing Lusk of theft.")
    assert against(make_draft(body, said=(("The navy", "stopped short of accusing", ("Lusk of theft",)),))) == [[]]


def test_the_one_spoken_of_is_in_the_content(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The office warned the upper villages that the dyke might fail.")
    draft = make_draft(body, said=(("The office", "warned", ("that the dyke might fail",)),))
    [item] = find_accused(draft).attributions
    assert [span.of(draft.text) for span in item.content] == ["the upper villages that the dyke might fail"]


def test_a_cue_that_holds_the_one_accused_ends_before_it(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The council voted, accusing Lusk of breaking the treaty.")
    draft = make_draft(body, said=(("The council", "accusing Lusk", ("of breaking the treaty",)),))
    [item] = find_accused(draft).attributions
    assert [span.of(draft.text) for span in (*item.cue, *item.content)] == ["accusing", "Lusk of breaking the treaty"]


@pytest.mark.parametrize("name", ["villagers", "the first mate", "her", "two of its engineers", "the Lantern Party"])
def test_somebody_is_an_agent(name: str) -> None:
    assert is_agent(name)


@pytest.mark.parametrize("name", ["wet leaves", "a broken rudder", "the weather", "Hurricane Orla", "human error", ""])
def test_a_thing_is_no_agent(name: str) -> None:
    assert not is_agent(name)
