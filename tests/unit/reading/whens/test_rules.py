from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.reading.whens.clauses import rule_pattern
from reportedly.reading.whens.mentions import mentions_in
from reportedly.reading.whens.said import said_pattern

WHENS, TENSES, SAID = (load(name)["rule"] for name in ("whens", "tenses", "said"))


@pytest.mark.parametrize("rule", WHENS, ids=[rule["id"] for rule in WHENS])
def test_a_rule_finds_its_example_and_not_its_counter_example(rule: dict[str, Any], make_page: Any) -> None:
    found = {
        key: [mention.found.rule for mention in mentions_in(make_page(rule[key]))] for key in ("example", "counter")
    }
    assert found["example"]
    assert rule["id"] not in found["counter"]


@pytest.mark.parametrize("rule", TENSES, ids=[rule["id"] for rule in TENSES])
def test_a_rule_of_tense_fits_its_example(rule: dict[str, Any]) -> None:
    pattern = rule_pattern(rule["id"])
    assert pattern.search(rule["example"])
    assert not pattern.search(rule["counter"])


@pytest.mark.parametrize("rule", SAID, ids=[rule["id"] for rule in SAID])
def test_a_rule_of_saying_fits_its_example(rule: dict[str, Any]) -> None:
    pattern = said_pattern(rule["id"])
    assert pattern.search(rule["example"])
    assert not pattern.search(rule["counter"])
