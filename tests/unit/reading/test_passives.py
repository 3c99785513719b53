from __future__ import annotations

from typing import Any

from reportedly.lexicon import load
from reportedly.model import ZoneKind
from reportedly.reading.draft import Draft
from reportedly.reading.passives import turn_passives

[RULE] = load("passives")["rule"]


def parts(draft: Draft) -> tuple[list[str], list[str]]:
    [item] = draft.attributions
    source, content = ([span.of(draft.text) for span in role] for role in (item.source, item.content))
    return source, content


def test_the_example_is_turned(make_draft: Any) -> None:
    said = ((RULE["source"], RULE["cue"], ("hiding its accounts",)),)
    draft = turn_passives(make_draft((ZoneKind.BODY, RULE["example"]), said=said))
    assert parts(draft) == ([], [RULE["source"], "hiding its accounts"])


def test_the_counter_example_keeps_its_source(make_draft: Any) -> None:
    said = ((RULE["source"], RULE["counter_cue"], ("the pilots of hiding their accounts",)),)
    draft = turn_passives(make_draft((ZoneKind.BODY, RULE["counter"]), said=said))
    assert parts(draft)[0] == [RULE["source"]]


def test_an_auxiliary_outside_the_cue_counts(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "Two pilots are widely believed to have fled to Lusk.")
    draft = make_draft(body, said=(("Two pilots", "believed", ("to have fled to Lusk",)),))
    assert parts(turn_passives(draft)) == ([], ["Two pilots", "to have fled to Lusk"])


def test_an_agent_behind_the_cue_stays_the_source(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "Two pilots were accused by the Port Authority of theft.")
    draft = make_draft(body, said=(("the Port Authority", "were accused by", ("Two pilots", "of theft")),))
    assert parts(turn_passives(draft))[0] == ["the Port Authority"]


def test_being_quoted_is_speaking(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "Lume was quoted as saying the ferry was late.")
    draft = make_draft(body, said=(("Lume", "was quoted as saying", ("the ferry was late",)),))
    assert parts(turn_passives(draft))[0] == ["Lume"]


def test_what_is_done_is_no_part_of_who_accuses(make_draft: Any) -> None:
    body = (ZoneKind.BODY, "The chief was accused by two clerks of hiding the log.")
    draft = make_draft(body, said=(("two clerks of hiding the log", "was accused by", ("The chief",)),))
    assert parts(turn_passives(draft)) == (["two clerks"], ["The chief", "of hiding the log"])
