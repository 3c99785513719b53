from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.model import Article, Page, Reading, Span, Story, Zone, ZoneKind
from reportedly.reading.pipeline import read_page
from reportedly.reading.quotations import quotations
from reportedly.text import lines

FRAGMENTS = (
    "The minister said the ferry would sail. ",
    "“We will not leave,” said Ana Lume",
    "\n\n",
    "\r\n",
    "“",
    "”",
    '"',
    "'",
    " – ",
    "Port Sella: ",
    "Pilots have been accused of sleeping. ",
    "😀",
    "\ud800",
    "\x00",
    "é\u0301",
    "ﬁ",
    ", according to two people familiar with the plan.",
    "The agency MNA, citing pilots, reported that the ferry sank. ",
)

texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join))
kinds = st.lists(st.sampled_from(list(ZoneKind)), min_size=1, max_size=6)


def page_of(text: str, zone_kinds: list[ZoneKind]) -> Page:
    """Return a page whose zones of the given kinds cut the text into like parts, whatever stands there."""
    cuts = [len(text) * number // len(zone_kinds) for number in range(len(zone_kinds) + 1)]
    zones = tuple(
        Zone(kind, Span(start, end))
        for kind, start, end in zip(zone_kinds, cuts, cuts[1:], strict=False)
        if start < end
    )
    return Page(Article(text), (Story("s1", None, zones),))


def spans_of(reading: Reading) -> list[Span]:
    return [
        span for statement in reading.statements for span in (*statement.source, *statement.cue, *statement.content)
    ]


@given(texts, kinds)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_in_any_zones_gives_spans_that_slice(text: str, zone_kinds: list[ZoneKind]) -> None:
    reading = read_page(page_of(text, zone_kinds))
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()
    for statement in reading.statements:
        assert statement.content
        assert 0 <= statement.score <= 1
        assert all(before.end <= after.start for before, after in pairwise(statement.content))
    ids = {statement.id for statement in reading.statements}
    assert len(ids) == len(reading.statements)
    assert all(statement.parent is None or statement.parent in ids - {statement.id} for statement in reading.statements)


@given(texts, kinds)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_page_gives_the_same_bytes(text: str, zone_kinds: list[ZoneKind]) -> None:
    page = page_of(text, zone_kinds)
    assert read_page(page).to_json() == read_page(page).to_json()
    assert read_page(page).to_json().encode("utf-8")


@given(texts)
@settings(max_examples=300, deadline=None)
def test_quotations_do_not_overlap_and_stay_in_their_paragraph(text: str) -> None:
    paragraphs = lines(text)
    found = quotations(text, paragraphs)
    doubles = [quotation.span for quotation in found if not quotation.single]
    assert all(before.end <= after.start for before, after in pairwise(doubles))
    assert all(any(paragraph.covers(quotation.span) for paragraph in paragraphs) for quotation in found)
