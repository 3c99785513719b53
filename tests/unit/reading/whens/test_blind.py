from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportedly.model import ZoneKind
from reportedly.reading.whens import read_whens

BLIND = tomllib.loads((Path(__file__).parent / "blind.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", BLIND["case"], ids=[case["rule"] for case in BLIND["case"]])
def test_expressions_mean_what_the_conventions_say(case: dict[str, Any], make_page: Any, make_statement: Any) -> None:
    page = make_page(case["text"], published=case.get("published", "2026-05-14"))
    statements = [make_statement(case["text"], "a", *case["statement"])] if "statement" in case else []
    whens = read_whens(page, statements).whens
    assert [[when.span.of(case["text"]), when.start, when.end, when.precision.value] for when in whens] == case["whens"]


@pytest.mark.parametrize("case", BLIND["window"], ids=[case["rule"] for case in BLIND["window"]])
def test_the_window_is_the_widest_one_allowed(case: dict[str, Any], make_page: Any) -> None:
    page = make_page(*((ZoneKind(kind), words) for kind, words in case["paragraphs"]))
    published = read_whens(page, ()).published
    assert ([published.start, published.end] if published else None) == case.get("within")


@pytest.mark.parametrize("case", BLIND["said"], ids=[case["text"] for case in BLIND["said"]])
def test_words_are_said_when_the_text_tells(case: dict[str, Any], make_page: Any, make_statement: Any) -> None:
    text = case["text"]
    read = read_whens(make_page(text, published="2026-05-14"), (make_statement(text, "a", *case["statement"]),))
    when = next((when for when in read.whens if when.id == read.said.get("a")), None)
    assert (when.span.of(text) if when else None) == case.get("when")
