from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load

RULES = load("distances")["rule"]


@pytest.mark.parametrize("rule", RULES, ids=[rule["id"] for rule in RULES])
def test_a_distancing_word_is_found_in_its_example_and_not_in_its_counter(
    words_found: Any, rule: dict[str, Any]
) -> None:
    assert words_found(rule["example"]) == [("distances", rule["found"], None)]
    assert words_found(rule["counter"]) == []


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Lume confirmed that it rained.", ("Lume", "confirmed", "that it rained"), [("commits", "confirm", "Lume")]),
        ("Lume pointed out that it rained.", ("Lume", "pointed out", "that it rained"),
         [("commits", "point out", "Lume")]),
        ("Lume claims that it rained.", ("Lume", "claims", "that it rained"), [("distances", "claim", "Lume")]),
        ("Lume reportedly said it rained.", ("Lume", "reportedly said", "it rained"),
         [("distances", "reportedly", "Lume")]),
        ("It reportedly rained.", ("", "reportedly", "rained"), [("distances", "reportedly", None)]),
        ("Lume said that it rained.", ("Lume", "said", "that it rained"), []),
        ("Lume did not confirm that it rained.", ("Lume", "did not confirm", "that it rained"), []),
    ],
)  # fmt: skip
def test_a_cue_vouches_or_keeps_a_distance(words_found: Any, text: str, said: Any, expected: Any) -> None:
    assert words_found(text, (said,)) == expected


def test_a_cue_within_what_somebody_says_is_that_ones(words_found: Any) -> None:
    text = "Lume said: “Braun claims that it rained.”"
    said = (("Lume", "said", "“Braun claims that it rained.”"), ("Braun", "claims", "that it rained"))
    assert words_found(text, said) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lusk’s alleged plot failed.", [("distances", "alleged", "Lusk")]),
        ("The alleged gunner Ulf Braun left.", [("distances", "alleged", "Ulf Braun")]),
        ("The so-called OFT left.", [("distances", "so-called", "OFT")]),
        ("The so-called “reforms” failed.", [("distances", "so-called", None)]),
        ("It was alleged that it rained.", []),
        ("They are supposed to leave.", []),
        ("The flood has claimed twelve lives.", []),
    ],
)
def test_distancing_words(words_found: Any, text: str, expected: Any) -> None:
    assert words_found(text, mentions=("Lusk", "OFT", "Ulf Braun")) == expected
