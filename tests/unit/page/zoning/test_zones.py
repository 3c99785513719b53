import pytest

from reportedly.model import ZoneKind
from reportedly.page.zoning.plain import text_to_blocks
from reportedly.page.zoning.stories import split_stories
from reportedly.page.zoning.zones import zone_blocks

HEADLINE = "Orvane fishermen reject new quota"
LEAD = (
    "Fishermen on the island of Orvane on Thursday rejected a quota set by the Ministry of Fisheries, saying that it "
    "would ruin them within a year."
)
SECOND = "The ministry said that the quota was fair, and that the strait had been fished empty by boats from Lusk."
THIRD = "A spokesman for the Coast Guard denied that one of its boats had rammed a trawler on Wednesday night."


def kinds(text, title=None):
    zones = zone_blocks(text, text_to_blocks(text), title)
    return [(zone.kind.value, " ".join(zone.span.of(text).split())) for zone in zones]


def kind_of(line, *, where):
    """Return the kind of `line` at the top, in the middle or at the end of an article."""
    parts = {
        "top": [line, HEADLINE, LEAD, SECOND, THIRD],
        "head": [HEADLINE, line, LEAD, SECOND, THIRD],
        "middle": [HEADLINE, LEAD, line, SECOND, THIRD],
        "end": [HEADLINE, LEAD, SECOND, THIRD, line],
    }[where]
    found = [kind for kind, words in kinds("\n\n".join(parts)) if words == line]
    assert found, f"{line!r} is not a zone of its own"
    return found[0]


@pytest.mark.parametrize("separator", [" > ", " / ", "   /   ", " | ", " » ", " › ", " :: ", " → "])
def test_a_breadcrumb_is_a_section(separator):
    crumb = separator.join(["News", "Orvane"])
    assert kinds(f"{crumb}\n\n{HEADLINE}\n\n{LEAD}\n\n{SECOND}")[0] == ("section", " ".join(crumb.split()))


@pytest.mark.parametrize("line", ["World News", "POLITICS", "Home > World > Lusk", "You are here: Home > News"])
def test_a_rubric_is_a_section(line):
    assert kind_of(line, where="top") == "section"


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Lume",
        "By ANA LUME and BO ORR",
        "by Ana Lume, Harbour Wire",
        "By Ana Lume in Port Sella | Nov. 12, 2026",
        "Written by Ana Lume",
        "By Harbour Wire staff",
        "Ana Lume, Fisheries Correspondent",
        "Author: Ana Lume",
    ],
)
def test_a_byline_is_a_byline(line):
    assert kind_of(line, where="head") == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Story continues below",
        "Sign up for our newsletter",
        "Subscribe to the Lantern, our weekly newsletter",
        "Get the day's news in your inbox.",
        "Share this article",
        "Share on Facebook Tweet Email",
        "Follow Ana Lume on Twitter @lume",
        "Follow us on Facebook",
        "Read more: Lusk sends patrol boats into the strait",
        "READ ALSO: Ferry runs again",
        "Related: Ferry runs again",
        "Read the rest here.",
        "Click here to read the full statement",
        "Watch the full interview below:",
        "This article was originally published by Orvane Daily.",
        "© 2026 The Sella Courier. All rights reserved.",
        "Copyright 2026 Harbour Wire",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "We use cookies to improve your visit.",
        "14 Comments",
        "Leave a comment",
        "Join the conversation",
        "Tags: ferry, Orvane, Coast Guard",
        "Filed under: Fish",
        "Contact the writer at lume@sellacourier.example",
        "Page 2 of 5",
        "1 of 12",
        "Next »",
        "Correction: An earlier version of this story gave the wrong day for the launch.",
        "This story has been updated to include a comment from the ministry.",
        "Support independent journalism: donate today",
        "Download our app",
        "3 min read",
        "Published Nov. 12, 2026 3:04 p.m. | Updated 4 hours ago",
        "https://sellacourier.example/fish",
        "* * *",
        "Radio Lantern's site can also be reached at these alternate addresses:",
        "Already a subscriber? Log in",
        "The Sella Courier can also be read at the following addresses:",
        "sellacourier.example",
        "courier.mirror.example/news",
    ],
)
@pytest.mark.parametrize("where", ["middle", "end"])
def test_what_is_no_part_of_the_news_is_boilerplate(line, where):
    assert kind_of(line, where=where) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ana Lume; Editing by Bo Orr)",
        "Additional reporting by Bo Orr in Vell.",
        "Photo: A. Lume/MNA",
        "(Harbour Wire photo)",
        "Ana Lume / Harbour Wire",
        "AFP/Getty Images",
        "Image copyright Getty Images",
        "With agencies",
    ],
)
def test_a_credit_on_its_own_line_is_a_credit(line):
    assert kind_of(line, where="middle") == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "He refused.",
        "“Why should we leave?”",
        "“We stay,” she said.",
        "Roe continued:",
        "Share prices of the ferry company fell by a third.",
        "Subscribers to the harbour fund will be paid back, the Port Authority said.",
        "Comments by the minister drew laughter in parliament.",
        "Related charges against two captains were dropped.",
        "Follow the coast road, the Coast Guard told drivers.",
        "Read the report, Roe told the minister, and then tell me that we are lying about what happened here.",
        "Copyright law will be rewritten, the ministry said.",
        "Corrections officers said that the prison on Orvane was calm.",
        "By Monday the harbour was empty.",
        "By Ida Roe's account nobody slept.",
        "Page 2 of the report was missing, the judge said.",
        "Sources at the Port Authority say that the ferry was sold.",
        "Photo evidence was lost, the court heard.",
        "Image is everything, Roe said.",
        "It is a developing crisis.",
        "News reached the island late.",
    ],
)
@pytest.mark.parametrize("where", ["middle", "end"])
def test_a_short_paragraph_stays_body(line, where):
    assert kind_of(line, where=where) == "body"


def test_the_dateline_of_a_paragraph_is_a_zone_of_its_own():
    text = f"{HEADLINE}\n\nPORT SELLA, Nov. 12 (MNA) — {LEAD}\n\n{SECOND}"
    assert kinds(text)[1:3] == [("dateline", "PORT SELLA, Nov. 12 (MNA) —"), ("body", LEAD)]


def test_the_credit_of_a_caption_is_a_zone_of_its_own():
    scene = "Ida Roe speaks during a rally in Port Sella on March 8, 2019."
    text = f"{HEADLINE}\n\n{scene} (AFP photo)\n\n{LEAD}\n\n{SECOND}"
    assert kinds(text)[1:3] == [("caption", scene), ("credit", "(AFP photo)")]


def test_a_line_right_under_a_caption_is_a_caption():
    captions = "Nets dry on the pier. (Harbour Wire)\nThe strait has been quiet since 2011."
    text = f"{HEADLINE}\n\n{captions}\n\n{LEAD}\n\n{SECOND}"
    assert [kind for kind, _ in kinds(text)] == ["headline", "caption", "credit", "caption", "body", "body"]


def test_a_line_between_headline_and_byline_is_a_standfirst():
    line = "Boats block the harbour as ministry stands firm"
    found = kinds(f"{HEADLINE}\n{line}\nBy Ana Lume\n{LEAD}\n{SECOND}")
    assert [kind for kind, _ in found] == ["headline", "standfirst", "byline", "body", "body"]


def test_an_outlets_name_above_the_headline_is_not_the_headline():
    found = kinds(f"The Sella Courier\n\n{HEADLINE}\n\n{LEAD}\n\n{SECOND}")
    assert [kind for kind, _ in found] == ["boilerplate", "headline", "body", "body"]


def test_a_known_title_finds_the_headline():
    found = kinds(f"Fish\n\nA long night in the harbour\n\n{LEAD}", title="A long night in the harbour")
    assert found[1] == ("headline", "A long night in the harbour")


@pytest.mark.parametrize(
    "line", ["A long quarrel", "Who pays?", "What the Ministry Wants", "1. The quota", "‘Ruin’", "Background"]
)
def test_a_heading_within_a_story_is_a_subheading(line):
    text = f"{HEADLINE}\n\n{LEAD}\n\n{SECOND}\n\n{line}\n\n{THIRD}"
    assert ("subheading", line) in kinds(text)
    assert len(split_stories(text, zone_blocks(text, text_to_blocks(text)))) == 1


def test_short_paragraphs_alone_are_body():
    text = "Ferry sinks\n\nIt was late.\n\nNobody died.\n\nWhat happens next?\n\nA court will say."
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "body", "subheading", "body"]


def test_one_paragraph_without_headline_is_body():
    assert [kind for kind, _ in kinds("The ferry sank off Orvane. Nobody died.")] == ["body"]


def test_white_space_alone_is_boilerplate():
    assert [zone.kind for zone in zone_blocks(" \n", ())] == [ZoneKind.BOILERPLATE]
    assert zone_blocks("", ()) == ()


@pytest.mark.parametrize(
    "line",
    [
        "2024-11-12 10:05 | Fisheries",
        "Nov. 12, 2024, 3:04 p.m. | The Strait",
        "Fisheries · 12 November 2024",
        "12/11/2024 – World",
    ],
)
def test_a_date_with_a_rubric_is_no_headline(line):
    assert kinds(f"{line}\n\n{HEADLINE}\n\n{LEAD}\n\n{SECOND}")[:2] == [("boilerplate", line), ("headline", HEADLINE)]


def test_a_headline_that_its_lead_tells_again_begins_a_story():
    second = "Luskan envoy visits the lighthouse of Vell"
    text = "\n\n".join([HEADLINE, LEAD, SECOND, THIRD, second, "An envoy of Lusk has visited the lighthouse of Vell."])
    assert ("headline", second) in kinds(text)


def test_mirror_addresses_at_the_end_are_boilerplate():
    lines = ["The Courier can also be read at these addresses:", "sellacourier.example", "The Courier on Lantern TV"]
    found = kinds("\n\n".join([HEADLINE, LEAD, SECOND, *lines]))
    assert found[-3:] == [("boilerplate", line) for line in lines]


def test_a_city_opens_only_the_first_paragraph():
    text = "\n\n".join([HEADLINE, f"NEW SELLA: {LEAD}", SECOND])
    assert kinds(text)[1:3] == [("dateline", "NEW SELLA:"), ("body", LEAD)]
