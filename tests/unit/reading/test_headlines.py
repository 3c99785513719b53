from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.model import ZoneKind
from reportedly.reading.draft import Draft
from reportedly.reading.headlines import headline_attributions

RULES = load("headlines")["rule"]


def words(draft: Draft) -> list[tuple[str, str, str]]:
    return [
        tuple(" ".join(span.of(draft.text) for span in role) for role in (item.source, item.cue, item.content))
        for item in draft.attributions
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_example_is_read(rule: dict[str, Any], make_draft: Any) -> None:
    draft = headline_attributions(make_draft((ZoneKind.HEADLINE, rule["example"])))
    assert [item.why for item in draft.attributions] == [rule["id"]]
    [(source, _, content)] = words(draft)
    assert (source, content) == (rule["source"], rule["content"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_counter_example_is_left_alone(rule: dict[str, Any], make_draft: Any) -> None:
    assert headline_attributions(make_draft((ZoneKind.HEADLINE, rule["counter"]))).attributions == ()


def test_a_name_before_a_colon_speaks_where_the_story_has_it_as_a_source(make_draft: Any) -> None:
    headline = (ZoneKind.HEADLINE, "Lusk: Trawlers plan to block the strait at dawn\n")
    body = (ZoneKind.BODY, "The Luskan navy said trawlers would block the strait.")
    alone = headline_attributions(make_draft(headline, body))
    assert alone.attributions == ()
    heard = make_draft(headline, body, said=(("The Luskan navy", "said", ("trawlers would block the strait",)),))
    assert ("Lusk", ":", "Trawlers plan to block the strait at dawn") in words(headline_attributions(heard))


def test_a_longer_name_meets_its_adjective(make_draft: Any) -> None:
    headline = (ZoneKind.HEADLINE, "Marenta: Trawlers plan to block the strait at dawn\n")
    body = (ZoneKind.BODY, "The Marentan navy said trawlers would block the strait.")
    heard = make_draft(headline, body, said=(("The Marentan navy", "said", ("trawlers would block the strait",)),))
    assert ("Marenta", ":", "Trawlers plan to block the strait at dawn") in words(headline_attributions(heard))


def test_a_headline_that_has_its_attribution_is_left_alone(make_draft: Any) -> None:
    said = (("Ministry", ":", ("Trawlers plan to leave the strait",)),)
    draft = make_draft((ZoneKind.HEADLINE, "Ministry: Trawlers plan to leave the strait"), said=said)
    assert headline_attributions(draft).attributions == draft.attributions


def test_after_a_colon_all_the_headline_is_said(make_draft: Any) -> None:
    said = (("Ministry", ":", ("Trawlers plan to leave",)),)
    draft = make_draft((ZoneKind.HEADLINE, "Ministry: Trawlers plan to leave, block the strait\n"), said=said)
    assert words(headline_attributions(draft)) == [("Ministry", ":", "Trawlers plan to leave, block the strait")]
