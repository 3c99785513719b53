from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.model import ZoneKind
from reportedly.reading.hearsay import attribute_hearsay

[RULE] = load("hearsay")["rule"]
Said = tuple[tuple[str, str, tuple[str, ...]], ...]


def read(make_draft: Any, text: str, said: Said = ()) -> list[tuple[str, str, list[str]]]:
    draft = attribute_hearsay(make_draft((ZoneKind.BODY, text), said=said))
    return [
        (
            "".join(span.of(text) for span in item.source),
            item.cue[0].of(text),
            [span.of(text) for span in item.content],
        )
        for item in draft.attributions
    ]


def test_the_example_is_nobodys(make_draft: Any) -> None:
    assert read(make_draft, RULE["example"]) == [("", RULE["cue"], RULE["content"])]


def test_the_counter_example_is_none(make_draft: Any) -> None:
    assert read(make_draft, RULE["counter"]) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Reportedly, the bridge will be closed.", ["the bridge will be closed"]),
        ("The yard is shut. The hull, which reportedly cost nine marks, sank.", ["cost nine marks, sank"]),
        ("“We sail,” said Lume, who allegedly lied to the court; nobody asked.", ["lied to the court"]),
    ],
)
def test_the_clause_ends_where_another_begins(make_draft: Any, text: str, content: list[str]) -> None:
    assert [item[2] for item in read(make_draft, text)] == [content]


def test_what_the_model_made_of_the_adverb_gives_way(make_draft: Any) -> None:
    text = "The butler allegedly hid the pearls."
    assert read(make_draft, text, (("The butler", "allegedly", ("the pearls",)),)) == [
        ("", "allegedly", ["The butler", "hid the pearls"])
    ]


def test_an_adverb_beside_a_verb_of_saying_leaves_it_its_source(make_draft: Any) -> None:
    text = "The butler reportedly told the court that he lied."
    said = (("The butler", "reportedly told", ("that he lied",)),)
    assert [item[0] for item in read(make_draft, text, said)] == ["The butler"]
