from __future__ import annotations

import math
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.model import (
    Article,
    Page,
    Place,
    Reporter,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    StatementKind,
    Story,
    Zone,
    ZoneKind,
)
from reportedly.reading.names import Name, NameKind
from reportedly.reading.unheard import find_unheard
from reportedly.reading.voice import read_voice
from reportedly.reading.wording import read_wording

FRAGMENTS = (
    "The OFT terrorists left. ", "its looting of oil ", "the so-called ", "“reforms” ", "Lusk’s ", "pro-", "-backed ",
    "rebel", "the word “", "”", "‘", "’", '"', "'s", " – ", "\n\n", "\ud800", "\x00", "😀", "e\u0301", "massacre ",
    "alleged ", "continues to ", "İ", "ß", "1998 ", ", ", ". ",
)  # fmt: skip
texts = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
SOURCE_IDS = ("a", "b", "u", "unknown")


@st.composite
def readings(draw: st.DrawFn) -> tuple[Page, list[Statement], list[Source], list[Place], list[Name]]:
    text = draw(texts)
    number = st.integers(0, len(text))

    def span() -> Span:
        return Span(*sorted((draw(number), draw(number))))

    cuts = [0, *sorted(draw(st.lists(number, max_size=4))), len(text)]
    zones = tuple(
        Zone(draw(st.sampled_from(list(ZoneKind))), Span(start, end)) for start, end in pairwise(cuts) if start < end
    )
    statements = [
        Statement(
            str(at),
            "s1",
            draw(st.sampled_from(list(StatementKind))),
            draw(st.sampled_from(list(Stance))),
            reporter=draw(st.sampled_from(list(Reporter))),
            source=(span(),),
            cue=(span(),),
            content=(span(), span()),
            score=0.5,
            why="test",
            sources=tuple(draw(st.lists(st.sampled_from(SOURCE_IDS), max_size=3, unique=True))),
            against=tuple(draw(st.lists(st.sampled_from(SOURCE_IDS), max_size=2, unique=True))),
            parent=draw(st.none() | st.sampled_from("0123")),
            denies=draw(st.none() | st.sampled_from("0123")),
        )
        for at in range(draw(st.integers(0, 4)))
    ]
    kinds = (SourceKind.PERSON, SourceKind.GOVERNMENT, SourceKind.UNNAMED)
    sources = [
        Source(name, draw(texts), (span(), span()), kind, country="LS")
        for name, kind in zip(SOURCE_IDS, kinds, strict=False)
    ]
    places = [Place("p", "Lusk", 0.0, 0.0, "LS", None, span())]
    return (
        Page(Article(text), (Story("s1", None, zones),)),
        statements,
        sources,
        places,
        [Name(span(), NameKind.PERSON)],
    )


@given(readings())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_anything_gives_spans_that_slice_shares_that_sum_to_one_and_answers_that_exist(
    reading: tuple[Page, list[Statement], list[Source], list[Place], list[Name]],
) -> None:
    page, statements, sources, places, names = reading
    found = read_wording(page, statements, sources, places, names)
    assert found == read_wording(page, statements, sources, places, names)
    for item in found:
        assert item.term
        assert item.span.of(page.article.text).strip()
        assert item.about in {None, "p", *SOURCE_IDS}
    for voice in read_voice(page, statements, sources):
        total = voice.narrator + voice.unnamed + sum(voice.sources.values())
        assert math.isclose(total, 1) or total == 0
        assert all(round(share, 4) == share for share in voice.sources.values())
    by_id = {item.id: item for item in statements}
    for row in find_unheard(page.article.text, statements, sources):
        assert row.accused in by_id[row.statement].against
        assert row.answered is None or (row.answered in by_id and row.answered != row.statement)
