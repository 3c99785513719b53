import gzip
import re
import time

import pytest

from reportedly.errors import BadRecord, EmptyInput, NotEnglish, NotText, TooLarge
from reportedly.model import WhenBasis
from reportedly.page import open_page, page_of_html, page_of_text
from reportedly.page.arrival.received import Known, Limits, Received

BODY = (
    "The fleet would not return to Port Sella before the storm passed, the Ministry of Fisheries said on Friday.\n\n"
    "“Nobody sails,” Harbour Master Oda Renn told reporters, and the Port Authority agreed with the ministry.\n\n"
    "The ferries to Orvane would stop as well, according to the Coast Guard, which warned of waves of nine metres.\n\n"
)
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n"))
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Fleet stays in port | The Sella Courier</title>
<link rel="canonical" href="/marenta/fleet"><meta property="og:site_name" content="The Sella Courier">
<meta property="article:published_time" content="2024-11-12T10:05:00+01:00">
<meta name="author" content="Ana Lume"></head>
<body><h1>Fleet stays in port</h1><p class="byline">By Ana Lume and Jon Teller</p>
<figure><img src="a.jpg"><figcaption>A trawler off Orvane on March 3, 2019. (Photo: Mira Oss/MNA)</figcaption></figure>
{PARAGRAPHS}</body></html>"""


def test_a_page_tells_everything_about_its_article():
    received = Received(gzip.compress(PAGE.encode()), file="fleet.html.gz", url="https://courier.example/x?utm=1")
    article = open_page(received).article
    assert article.title == "Fleet stays in port"
    assert article.publisher == "The Sella Courier"
    assert article.byline == ("Ana Lume",)
    assert article.url == "https://courier.example/marenta/fleet"
    assert (article.file, article.language) == ("fleet.html.gz", "en")
    assert (article.published.id, article.published.start) == ("published", "2024-11-12T10:05+01:00")
    assert article.published.basis is WhenBasis.METADATA
    assert dict(article.basis) == {
        "publisher": "opengraph", "title": "html", "byline": "meta", "published": "opengraph", "url": "html",
        "language": "html",
    }  # fmt: skip


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_date_in_a_caption_is_never_the_articles(form):
    stripped = re.sub(r"<meta[^>]*published_time[^>]*>", "", PAGE)
    if form == "html":
        page = page_of_html(stripped)
    else:
        page = page_of_text(
            "Fleet stays in port\n\nA trawler off Orvane on March 3, 2019. (Photo: Mira Oss/MNA)\n\n" + BODY
        )
    assert "March 3, 2019" in page.article.text
    assert page.article.published is None


def test_plain_text_is_kept_as_it_is_and_tells_what_it_says():
    text = (
        "Fleet stays in port\r\n\r\nBy Ana Lume and Jon Teller, Harbour Wire\r\n\r\nPORT SELLA, Nov. 12, 2024 (MNA) — "
    )
    text += BODY.replace("\n", "\r\n") + "Radio Lantern’s site can also be reached at these addresses:\r\n"
    article = open_page(Received(b"\xef\xbb\xbf" + text.encode(), file="a.txt")).article
    assert article.text == text
    assert article.title == "Fleet stays in port"
    assert article.byline == ("Ana Lume", "Jon Teller")
    assert article.publisher == "Radio Lantern"
    assert (article.published.start, article.published.end) == ("2024-11-12", "2024-11-13")
    assert article.published.basis is WhenBasis.DATELINE
    assert article.published.span.of(text) == "Nov. 12, 2024"
    assert set(article.basis.values()) == {"text"}


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Published: 12 November 2024", "2024-11-12"),
        ("Nov. 12, 2024 | 10:05", "2024-11-12T10:05"),
        ("Updated 13 November 2024; first published 12 November 2024", "2024-11-12"),
        ("By Ana Lume | 12 November 2024 10:05 GMT", "2024-11-12T10:05+00:00"),
        ("Updated: 13 November 2024", None),
        ("PORT SELLA, Nov. 12 (MNA) —", None),
    ],
)
def test_publication_lines(line, start):
    published = page_of_text(f"Fleet stays in port\n\n{line}\n\n{BODY}").article.published
    assert (published.start if published else None) == start


def test_a_date_in_the_story_is_not_when_it_was_published():
    assert page_of_text(BODY + "The last such storm was on Nov. 12, 2019, the ministry said.").article.published is None


def test_the_dateline_names_the_agency_where_nothing_else_names_a_publisher():
    assert page_of_text("WASHINGTON (Harbour Wire) - " + BODY).article.publisher == "Harbour Wire"


def test_what_the_caller_knows_wins():
    known = Known(
        "https://orvane.example/1", "Orvane Daily", "Given", ("Mira Oss",), "2024-11-14", "en", basis="option"
    )
    article = page_of_html(PAGE, known, "a.html").article
    assert (article.url, article.publisher, article.title) == ("https://orvane.example/1", "Orvane Daily", "Given")
    assert (article.byline, article.published.start) == (("Mira Oss",), "2024-11-14")
    assert set(article.basis.values()) == {"option"}


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (Known(published="12 November"), "is no date of publication"),
        (Known(url="javascript:alert(1)"), "is no http or https address"),
    ],
)
def test_what_the_caller_says_must_fit(known, words):
    with pytest.raises(BadRecord, match=words):
        page_of_text(BODY, known)


def test_mojibake_is_warned_of_and_left():
    page = page_of_text("Fog.\n\n" + BODY + "It wonâ€™t sail.")
    assert page.article.text.endswith("It wonâ€™t sail.")
    assert page.article.warnings == (
        f'looks wrongly decoded at character {page.article.text.index("â")}, line 9 ("wonâ€™t"); quoted as it stands',
    )


def test_lone_surrogates_are_replaced_one_for_one():
    text = "Fog \ud800 came.\n\n" + BODY
    assert page_of_text(text).article.text == text.replace("\ud800", "\ufffd")


@pytest.mark.parametrize(
    ("received", "error"),
    [
        (Received(b"%PDF-1.4", file="a.pdf"), NotText),
        (Received(b"   \n", file="a.txt"), EmptyInput),
        (Received(b"<html><body><div></div></body></html>", file="a.html"), EmptyInput),
        (Received(gzip.compress(bytes(50_000_000)), file="a.html.gz"), TooLarge),
        (Received(b"Der Minister sagte am Freitag, dass die Schiffe im Hafen bleiben."), NotEnglish),
    ],
)
def test_what_cannot_be_read_is_one_line(received, error):
    with pytest.raises(error) as caught:
        open_page(received)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(received.name)


def test_a_limit_given_by_the_caller_is_kept():
    with pytest.raises(TooLarge):
        open_page(Received(BODY.encode()), limits=Limits(max_bytes=50))
    with pytest.raises(TooLarge):
        page_of_text("a" * 20_000_001)


def test_more_text_than_an_article_has_is_refused() -> None:
    with pytest.raises(TooLarge, match=r"^book\.txt: 1,050,000 characters of text"):
        page_of_text("The ferry sails. " * 61_764 + "Amen, dear..", file="book.txt")


HOSTILE = {
    "short lines": "\n".join(f"Line {number} about the ferry" for number in range(10_000)),
    "dots": "." * 900_000 + " The ferry sank off Orvane on Monday, the Coast Guard said.",
    "quotation marks": "Fog " + "“" * 20_000 + " the Coast Guard said " + '"' * 20_000,
    "one line": "The ferry sank off Orvane on Monday, the Coast Guard said. " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_no_long_work(name):
    began = time.process_time()
    page_of_text(HOSTILE[name], Known(language="en"))
    assert time.process_time() - began < 8


@pytest.mark.parametrize(
    "filling",
    ["<div " + " ".join(f"a{number}=1" for number in range(20_000)) + ">", " " * 3_000_000, "<span>" * 50_000],
)
def test_a_hostile_page_is_no_long_work(filling):
    began = time.process_time()
    page_of_html(
        f"<body>{filling}<p>The ferry sank off Orvane on Monday, the Coast Guard said in Port Sella.</p></body>"
    )
    assert time.process_time() - began < 8
