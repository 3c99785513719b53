from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import EmptyInput
from reportedly.page.markup.html import html_to_blocks
from reportedly.page.zoning.plain import text_to_blocks
from reportedly.page.zoning.stories import split_stories
from reportedly.page.zoning.zones import zone_blocks

LINES = [
    "News > Orvane",
    "Orvane fishermen reject new quota",
    "By Ana Lume",
    "PORT SELLA (MNA) — The ferry sank off Orvane on Monday, the Coast Guard said in a statement.",
    "Ida Roe (L) greets the crew. (Harbour Wire)",
    "Read more: Ferry runs again",
    "“We stay,” said Roe.",
    "- one item",
    "© 2026 Harbour Wire",
]
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=60)), max_size=12).map("\n\n".join),
    st.lists(st.sampled_from([*LINES, "", " ", "\t"]), max_size=16).map("\r\n".join),
)
TAGS = [
    "p",
    "div",
    "article",
    "h1",
    "h2",
    "figcaption",
    "blockquote",
    "li",
    "span class=credit",
    "br",
    "table",
    "td",
    "b",
]
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag.split()[0]}>"),
    st.text(max_size=20),
)


@given(TEXTS)
def test_zones_tile_any_text(text):
    zones = zone_blocks(text, text_to_blocks(text))
    assert "".join(zone.span.of(text) for zone in zones) == text
    assert all(len(zone.span) for zone in zones)
    assert [zone.span.start for zone in zones[1:]] == [zone.span.end for zone in zones[:-1]]


@given(TEXTS)
def test_stories_hold_every_zone_once_and_their_headlines_slice(text):
    zones = zone_blocks(text, text_to_blocks(text))
    stories = split_stories(text, zones)
    assert tuple(zone for story in stories for zone in story.zones) == zones
    assert len({story.id for story in stories}) == len(stories)
    for story in stories:
        if story.headline is not None:
            words = story.headline.of(text)
            assert words == words.strip() != ""
            assert any(zone.span.covers(story.headline) for zone in story.zones)


@given(TEXTS)
def test_blocks_are_in_order_and_hold_all_but_white_space(text):
    blocks = text_to_blocks(text)
    assert all(block.span.of(text).strip() == block.span.of(text) != "" for block in blocks)
    assert all(above.span.end <= below.span.start for above, below in pairwise(blocks))
    assert sum(len("".join(block.span.of(text).split())) for block in blocks) == len("".join(text.split()))


@given(TEXTS)
def test_the_same_text_has_the_same_zones(text):
    assert zone_blocks(text, text_to_blocks(text)) == zone_blocks(text, text_to_blocks(text))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_markup_gives_text_with_blocks_that_slice_or_says_that_it_is_empty(html):
    try:
        text, blocks = html_to_blocks(html)
    except EmptyInput:
        return
    assert "\n\n".join(block.span.of(text) for block in blocks) == text
    zones = zone_blocks(text, blocks)
    assert "".join(zone.span.of(text) for zone in zones) == text
