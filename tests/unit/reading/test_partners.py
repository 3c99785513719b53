from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.model import Span, ZoneKind
from reportedly.reading.names import Name, NameKind
from reportedly.reading.partners import join_partners


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("Orn and its allies blamed the crew.", "its allies", "Orn and its allies"),
        ("Lusk and Orn blamed the crew.", "Lusk", "Lusk and Orn"),
        ("Talks with Orn and the allies blamed the crew.", "the allies", "the allies"),
        ("Orn left and its allies blamed the crew.", "its allies", "its allies"),
        ("Lusk and Orn harbour blamed the crew.", "Lusk", "Lusk"),
    ],
)
def test_a_source_has_the_name_that_it_is_joined_to(make_draft: Any, text: str, source: str, whole: str) -> None:
    draft = make_draft((ZoneKind.BODY, text), said=((source, "blamed", ("the crew",)),))
    names = tuple(
        Name(Span(text.index(word), text.index(word) + len(word)), NameKind.PLACE)
        for word in ("Lusk", "Orn")
        if word in text
    )
    [item] = join_partners(replace(draft, names=names)).attributions
    assert [span.of(text) for span in item.source] == [whole]
