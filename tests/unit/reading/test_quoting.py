from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load
from reportedly.model import ZoneKind
from reportedly.reading.quoting import attribute_quoting

RULES = load("chains")["quoting"]
Said = tuple[tuple[str, str, tuple[str, ...]], ...]


def read(make_draft: Any, text: str, said: Said = ()) -> list[tuple[str, list[str], bool]]:
    draft = attribute_quoting(make_draft((ZoneKind.BODY, text), said=said))
    return [
        (
            " ".join(span.of(text) for span in item.source),
            [span.of(text) for span in item.content],
            bool(item.within),
        )
        for item in draft.attributions
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_example_gives_who_quotes_and_who_is_quoted(rule: dict[str, Any], make_draft: Any) -> None:
    said = (("", "quoted", (rule["content"],)),)
    found = read(make_draft, rule["example"], said)
    both = [(rule["outer"], [rule["content"]], False), (rule["inner"], [rule["content"]], True)]
    assert sorted(found) == sorted(both)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_counter_example_gives_nothing(rule: dict[str, Any], make_draft: Any) -> None:
    assert read(make_draft, rule["counter"]) == []


def test_without_the_model_the_content_is_the_rest_of_the_sentence(make_draft: Any) -> None:
    text = "The wire quoted a deckhand as saying that the log was lost. It rained."
    assert [content for _, content, _ in read(make_draft, text)] == [["that the log was lost"]] * 2


def test_what_the_model_made_of_it_gives_way_and_lends_its_content(make_draft: Any) -> None:
    text = "The wire quoted a deckhand as saying that the log was lost at sea, and went home."
    said = (("The wire", "quoted", ("a deckhand as saying that the log was lost at sea",)),)
    assert sorted(read(make_draft, text, said)) == [
        ("The wire", ["that the log was lost at sea"], False),
        ("a deckhand", ["that the log was lost at sea"], True),
    ]
