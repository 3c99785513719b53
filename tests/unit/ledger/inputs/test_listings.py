import gzip
import json

import pytest

from reportedly.errors import BadRecord
from reportedly.ledger.inputs.listings import Lists, listing_of
from reportedly.page.arrival.received import Limits, Received
from tests.unit.ledger.inputs.made import opml, rss, sitemap, sitemap_index

HOME = "https://courier.example/news/"
LONG = "The Coast Guard said the strait is closed. " * 40

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/a/">
<link rel="self" href="/feed"/><link href="https://courier.example/"/>
<entry><title>Fog</title><link rel="enclosure" href="/fog.mp3"/><link rel="alternate" href="fog"/>
<published>2026-05-13T08:00:00Z</published><updated>2026-05-14T10:30:00+01:00</updated></entry>
<entry><title>Rain</title><id>https://courier.example/rain</id><content type="html">{LONG}</content></entry>
<entry><title>Wind &amp; hail</title><id>urn:uuid:1</id></entry></feed>""".encode()

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://courier.example/"><link>https://courier.example/</link>
</channel><item rdf:about="https://courier.example/1"><title>Fog</title><dc:date>2026-05-14</dc:date></item></rdf:RDF>"""

RSS = f"""<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE rss [<!ENTITY x "y">]><!-- made --><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://courier.example/</link>
<item><link>/fog&amp;x=1</link><pubDate>Thu, 14 May 2026 09:30:00 GMT</pubDate>
<description>Fog & rain &nbsp; caf\xe9</description></item>
<item><guid>https://courier.example/rain</guid><content:encoded><![CDATA[<p>{LONG}</p>]]></content:encoded></item>
<item><guid isPermaLink="false">https://courier.example/no</guid><title>No link</title></item>
</channel></rss>""".encode("latin-1")


def listed(data, url=HOME):
    return listing_of(Received(data, url=url), Limits())


def links(data, url=HOME):
    return [(link.url, link.updated) for link in listed(data, url).links]


def test_atom():
    assert links(ATOM) == [
        ("https://courier.example/a/fog", "2026-05-14T09:30:00Z"), ("https://courier.example/rain", None), (None, None),
    ]  # fmt: skip
    assert [link.full for link in listed(ATOM).links] == [False, True, False]
    assert [link.shown for link in listed(ATOM).links] == ["fog", "https://courier.example/rain", "Wind & hail"]


def test_rss_even_where_it_is_no_xml():
    assert links(RSS) == [
        ("https://courier.example/fog&x=1", "2026-05-14T09:30:00Z"),
        ("https://courier.example/rain", None),
        (None, None),
    ]
    assert [link.full for link in listed(RSS).links] == [False, True, False]
    # a file has no address of its own, and the feed's says where it is at home
    assert links(RSS, None)[0][0] == "https://courier.example/fog&x=1"


def test_rss_1():
    assert links(RDF) == [("https://courier.example/1", "2026-05-14T00:00:00Z")]


def test_json_feed():
    items = [
        {"url": "/fog", "date_modified": "2026-05-14T09:30:00Z", "content_html": LONG},
        {"id": "https://courier.example/rain", "date_published": 7},
        {"id": "17", "title": "No address"},
        "nothing",
    ]
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
    assert links(data) == [
        ("https://courier.example/fog", "2026-05-14T09:30:00Z"), ("https://courier.example/rain", None), (None, None),
    ]  # fmt: skip
    assert listed(data).links[0].full


def test_site_maps_packed_or_not():
    data = sitemap("https://courier.example/1", "/2", "mailto:a@b.example", changed="2026-05-14")
    assert listed(gzip.compress(data)) == listed(data)
    assert listed(data).lists is Lists.SITEMAP
    when = "2026-05-14T00:00:00Z"
    assert links(data) == [("https://courier.example/1", when), ("https://courier.example/2", when), (None, when)]


def test_a_news_site_map_says_when():
    news = (
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        b'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://courier.example/1</loc><news:news>'
        b"<news:publication_date>2026-05-14T09:30+01:00</news:publication_date></news:news></url></urlset>"
    )
    assert links(news) == [("https://courier.example/1", "2026-05-14T08:30:00Z")]


def test_lists_of_lists():
    assert listed(sitemap_index("https://courier.example/map")).lists is Lists.SITEMAPS
    assert listed(opml("https://courier.example/feed")).lists is Lists.FEEDS
    assert links(opml("https://courier.example/feed", "/b")) == [
        ("https://courier.example/feed", None),
        ("https://courier.example/b", None),
    ]
    assert listed(opml()).lists.leads_to_lists
    assert not listed(rss()).lists.leads_to_lists


def test_a_list_of_urls_has_lines():
    listing = listed(b"\xef\xbb\xbf# news\r\n\r\nhttps://courier.example/1\r\n https://courier.example/2 \n")
    assert [(link.url, link.line) for link in listing.links] == [
        ("https://courier.example/1", 3),
        ("https://courier.example/2", 4),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Fog closed the strait.",
        b"<html><body><p>Fog</p></body></html>",
        b"<rss",
        b"{",
        b'{"items": 7}',
        b"[" * 100_000,
        b'{"items":' + b"[" * 100_000,
        bytes(500),
    ],
)
def test_what_is_no_list(data):
    try:
        assert listed(data).links == ()
    except BadRecord as error:
        assert "\n" not in str(error)


def test_nothing_is_expanded_or_loaded():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/hostname">{laughs}]><rss><channel><item>'
    data += "<link>https://courier.example/&l11;</link></item><item><link>https://courier.example/&file;</link></item>"
    listing = listed(f"{data}</channel></rss>".encode())
    assert {link.url for link in listing.links} <= {"https://courier.example/"}
    assert listing.breaks_off
    files = data.replace("&l11;", "")
    found = [link.url for link in listed(f"{files}</channel></rss>".encode()).links]
    assert found == ["https://courier.example/", "https://courier.example/&file"]


def test_what_is_nested_too_deep_ends():
    data = b"<rss><channel>" + b"<item>" * 100_000 + b"<link>https://courier.example/</link>"
    assert listed(data).breaks_off


@pytest.mark.parametrize(
    "end", [b"", b"<item><link>https://courier.example/2", b"<!-- x", b"<![CDATA[ x", b'<item x="', b"<it"]
)
def test_a_list_that_is_cut_short_says_so(end):
    data = rss("https://courier.example/1").removesuffix(b"</channel></rss>")
    assert not listed(data + b"</channel></rss>").breaks_off
    assert listed(data + end).breaks_off
    assert links(data + end)[0] == ("https://courier.example/1", None)
