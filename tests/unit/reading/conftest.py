from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model import Span, Story, Zone, ZoneKind
from reportedly.reading.attribution import Attribution
from reportedly.reading.draft import Draft, first_draft

MakeDraft = Callable[..., Draft]


@pytest.fixture
def make_draft() -> MakeDraft:
    """Return a maker of drafts: zones as (kind, words), attributions as (source, cue, contents) in words."""

    def make(*zones: tuple[ZoneKind, str], said: tuple[tuple[str, str, tuple[str, ...]], ...] = ()) -> Draft:
        text = "".join(words for _, words in zones)
        placed, start = [], 0
        for kind, words in zones:
            placed.append(Zone(kind, Span(start, start + len(words))))
            start += len(words)
        attributions = tuple(
            Attribution(spans(text, source), spans(text, cue), spans(text, *contents), 0.9, "test")
            for source, cue, contents in said
        )
        return first_draft(text, Story("s1", None, tuple(placed))).having(list(attributions))

    return make


def spans(text: str, *parts: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts if part)
