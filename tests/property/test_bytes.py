"""Any bytes either open as a page whose zones tile its text, or raise one of the program's own errors in one line."""

import gzip
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportedly.errors import BadRecord, ReportedlyError
from reportedly.page import open_page, page_of_html, page_of_text
from reportedly.page.arrival.received import Known, Received
from reportedly.page.arrival.records import Record, read_records

HARD = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])

SENTENCES = st.sampled_from(
    [
        "Fleet stays in port\n\n",
        "By Ana Lume and Jon Teller, Harbour Wire\r\n",
        "PORT SELLA, Nov. 12, 2024 (MNA) — ",
        "“We will not sail,” the minister said.\n\n",
        "Published: 12 November 2024 10:05 GMT\n",
        "© 2024 The Sella Courier",
        "\x00",
        "\ud800",
        "\ufeff",
        "â€™",
        "<p>",
        "</div>",
        "<h1>",
        "<script type=application/ld+json>{",
        '{"@type":"NewsArticle","author":[[{"name":["Ana Lume"]}]],"datePublished":"2024-11-12"}',
        "</script>",
        "<meta property=og:title content=",
        "&#xD800;&nbsp;&#0;&#31;&#xFFFF",
        "\x1f",
        "<!--",
        "]]>",
    ]
)
DOCUMENTS = st.lists(SENTENCES | st.text(max_size=20), max_size=12).map("".join)


def check(make):
    """Call `make`; where it gives a page, check that the page holds together."""
    try:
        page = make()
    except ReportedlyError as error:
        assert str(error)
        assert "\n" not in str(error)
        return
    article = page.article
    zones = [zone for story in page.stories for zone in story.zones]
    assert "".join(zone.span.of(article.text) for zone in zones) == article.text
    assert all(one.span.end == other.span.start for one, other in pairwise(zones))
    assert article.language == "en"
    assert article.text.strip()
    # what goes out is UTF-8
    for words in (article.text, article.title, article.publisher, *article.byline, *article.warnings):
        (words or "").encode("utf-8")
    if article.published and article.published.span:
        assert article.published.span.end <= len(article.text)


@HARD
@given(st.binary(max_size=400), st.sampled_from([None, "a.txt", "a.html", "a.html.gz", "a.pdf"]))
@example(b"\x1f\x8b", "a.gz")
@example(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", "a.gz")
@example(b"\xff\xfe", "a.txt")
@example(b"\xff\xfe\x00\xd8F\x00o\x00g\x00", "a.txt")
@example(b"<html>" + b"<div>" * 100_000, "a.html")
@example(b"<html>" + b"<div>" * 100_000 + b"The fog closed the strait, the Coast Guard said.", "a.html")
@example(b"<p>\x00Fog\x00 closed the strait, the Coast Guard said.</p>", "a.html")
@example(b"<html>", "a.html")
@example(b"<!doctype html>", None)
@example(b"<p>The fog closed the strait, the Coast Guard said.</p>" + b" " * 1_000_000, "a.html")
@example(
    b"<p>" + b"&#1;&#x1f;&#xFFFE;\x01\x0b\x7f" * 50 + b"The fog closed the strait, the Coast Guard said.</p>", "a.html"
)
def test_any_bytes(data, file):
    check(lambda: open_page(Received(data, file=file)))


@HARD
@given(DOCUMENTS, st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "latin-1"]), st.booleans())
def test_documents_in_any_encoding(document, encoding, packed):
    data = document.encode(encoding, "replace")
    check(lambda: open_page(Received(gzip.compress(data) if packed else data)))


@HARD
@given(DOCUMENTS)
@example("\ud800 The fleet stayed in port, the Coast Guard said.")
@example("The fleet\0stayed in port, the Coast Guard said.")
def test_any_text(document):
    check(lambda: page_of_text(document))


@HARD
@given(DOCUMENTS)
@example('<?xml version="1.0" encoding="utf-16"?><p>The fleet stayed in port, the Coast Guard said.</p>')
@example("<p>\ud800 The fleet stayed in port, the Coast Guard said.</p>")
def test_any_html(document):
    check(lambda: page_of_html(document))


@HARD
@given(st.builds(Known, url=DOCUMENTS, publisher=DOCUMENTS, title=DOCUMENTS, published=DOCUMENTS, language=DOCUMENTS))
def test_anything_known(known):
    check(lambda: page_of_text("The fleet stayed in port, the Coast Guard said.", known))


@HARD
@given(st.lists(st.binary(max_size=80) | st.text(max_size=80), max_size=5))
def test_any_lines(lines):
    for record in read_records(lines):
        assert isinstance(record, Record | BadRecord)


@HARD
@given(DOCUMENTS)
def test_same_input_same_output(document):
    def outcome():
        try:
            return page_of_html(document)
        except ReportedlyError as error:
            return str(error)

    assert outcome() == outcome()
