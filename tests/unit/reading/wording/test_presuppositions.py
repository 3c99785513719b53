from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load

RULES = load("presuppositions")["rule"]


def presuppositions_in(found: list[tuple[str, str, str | None]]) -> list[tuple[str, str | None]]:
    return [(term, about) for kind, term, about in found if kind == "presupposition"]


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_rule_finds_its_example_and_not_its_counter(words_found: Any, rule: dict[str, Any]) -> None:
    assert [term for term, _ in presuppositions_in(words_found(rule["example"]))] == [rule["found"]]
    assert presuppositions_in(words_found(rule["counter"])) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lusk’s use of chemical weapons goes on.", ("use of chemical weapons", "Lusk")),
        ("Lusk's brutal crackdown goes on.", ("crackdown", "Lusk")),
        ("Nobody stops Ulf Braun’s lies.", ("lie", "Ulf Braun")),
        ("The pilots’ failure to warn the crew cost a boat.", ("failure to", "pilots")),
        ("Lusk has repeatedly and falsely told it.", ("falsely", None)),
        ("Lusk has falsely told it.", ("falsely", "Lusk")),
        ("Lusk once again violated the truce.", ("once again violated", "Lusk")),
        ("Lusk keeps ignoring the truce.", ("keeps ignoring", "Lusk")),
        ("They left after the massacre at Orla.", ("massacre", None)),
        ("They spoke of an unfounded charge.", ("unfounded", None)),
    ],
)
def test_what_is_taken_for_granted_and_whose_it_is(words_found: Any, text: str, expected: Any) -> None:
    assert presuppositions_in(words_found(text, mentions=("Lusk", "Ulf Braun", "pilots"))) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Lusk’s alleged looting was told.",
        "Lusk denied its looting.",
        "His corruption trial begins.",
        "Its corruption case begins.",
        "The war crimes tribunal met.",
        "They spoke of possible war crimes.",
        "He was accused of genocide.",
        "Last year’s massacre trial is over.",
        "The truth lies behind it.",
        "The council once again met.",
        "The rain continues to fall.",
        "He was wrongly convicted.",
        "The fears proved baseless.",
        "The union made a bid to buy it.",
    ],
)
def test_nothing_taken_for_granted(words_found: Any, text: str) -> None:
    assert presuppositions_in(words_found(text, mentions=("Lusk",))) == []


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Lume said that its looting went on.", ("Lume", "said", "that its looting went on"), []),
        ("Lume said: “Its looting went on.”", ("Lume", "said", "“Its looting went on.”"), []),
        ("Lume confirmed its looting of oil.", ("Lume", "confirmed", "its looting of oil"), [("looting", None)]),
        ("Lume denied its looting of oil.", ("Lume", "denied", "its looting of oil"), []),
    ],
)
def test_whose_words_they_are(words_found: Any, text: str, said: Any, expected: Any) -> None:
    assert presuppositions_in(words_found(text, (said,))) == expected
