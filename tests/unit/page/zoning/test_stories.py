import pytest

from reportedly.page.zoning.plain import text_to_blocks
from reportedly.page.zoning.stories import split_stories
from reportedly.page.zoning.zones import zone_blocks

FIRST = """News | Orvane

Orvane fishermen reject new quota, block harbour

Fishermen on the island of Orvane on Thursday rejected a quota set by the Ministry of Fisheries, calling it ruin.

“We will not leave,” said Ida Roe, who owns two boats. The ministry declined to comment on what she had said.

The quarrel goes back to 1998, when Marenta and the Federation of Lusk divided the strait between them."""
SECOND_HEADLINE = "Lusk sends patrol boats to western strait"
SECOND = """The navy of the Federation of Lusk has reportedly sent three patrol boats to the west of the strait.

Radio Lantern, citing a harbour pilot, reported that the boats left Vell on Wednesday and headed for open sea."""
FOOTER = "Share this article\n\n© 2026 The Sella Courier. All rights reserved."


def stories_of(text):
    return split_stories(text, zone_blocks(text, text_to_blocks(text)))


def headlines(text):
    return [story.headline.of(text) if story.headline else None for story in stories_of(text)]


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n"])
def test_a_second_headline_with_its_own_lead_starts_a_story(gap):
    text = "\n\n".join([FIRST, SECOND_HEADLINE, SECOND, FOOTER]).replace("\n\n", gap)
    assert headlines(text) == ["Orvane fishermen reject new quota, block harbour", SECOND_HEADLINE]


def test_a_second_headline_with_a_byline_or_dateline_starts_a_story():
    for line in ("By Bo Orr\n\nThree boats were seen by nobody at all.", f"VELL, Lusk (MNA) — {SECOND}"):
        assert SECOND_HEADLINE in headlines(f"{FIRST}\n\n{SECOND_HEADLINE}\n\n{line}")


def test_a_story_behind_continue_reading_is_a_story_and_a_teaser_is_none():
    text = f"{FIRST}\n\n{SECOND_HEADLINE}\n\n{SECOND}\n\nContinue reading\n\nFerry runs again\n\nContinue reading"
    assert headlines(text)[1:] == [SECOND_HEADLINE]


def test_the_section_line_above_a_headline_goes_with_it():
    text = f"{FIRST}\n\n{SECOND_HEADLINE}\n\n{SECOND}"
    blocks = text_to_blocks(text)
    first, second = split_stories(text, zone_blocks(text, blocks))
    assert first.zones[0].kind.value == "section"
    assert second.zones[0].span.of(text).strip() == SECOND_HEADLINE


def test_related_headlines_in_a_row_are_no_stories():
    text = f"{FIRST}\n\nRelated stories\n\nFerry runs again after strike\n\nMinister denies ramming claim"
    assert len(headlines(text)) == 1


def test_an_embedded_teaser_is_no_story():
    head, tail = FIRST.rsplit("\n\n", 1)
    text = f"{head}\n\nRead more: Lusk sends patrol boats to western strait\n\n{tail}"
    assert len(headlines(text)) == 1


def test_the_zones_of_all_stories_tile_the_text():
    text = "\n\n".join([FIRST, SECOND_HEADLINE, SECOND, FOOTER])
    zones = [zone for story in stories_of(text) for zone in story.zones]
    assert "".join(zone.span.of(text) for zone in zones) == text


def test_no_zones_make_no_story():
    assert split_stories("", ()) == ()
