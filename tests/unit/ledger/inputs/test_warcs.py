import gzip
import zlib

import brotli
import pytest

from reportedly.ledger.inputs.expand import items
from reportedly.reader import Failure, Options
from tests.unit.ledger.inputs.made import HTML, warc

HTML_TYPE = {"Content-Type": "text/html"}


def test_a_page_has_its_address_time_type_and_headers(put, folder):
    put("crawl.warc.gz", warc(("/fog", HTML, "200 OK", {**HTML_TYPE, "X-Cache": "hit"}), packed=True))
    (item,) = items(["crawl.warc.gz"], Options(language="en"))
    received = item.received
    assert item.name == received.file == "crawl.warc.gz#<urn:uuid:0>"
    assert item.place == f"{folder}/crawl.warc.gz#<urn:uuid:0>"
    assert (received.data, received.url, received.content_type) == (HTML, "https://courier.example/fog", "text/html")
    assert received.fetched == "2026-05-14T09:30:00Z"
    assert received.headers == (("Content-Type", "text/html"), ("X-Cache", "hit"))
    assert item.known.language == "en"


def test_what_is_no_page_is_passed_over(put):
    responses = [
        ("/moved", b"", "301 Moved", {"Location": "/"}),
        ("/gone", HTML, "404 Not Found", HTML_TYPE),
        ("/photo", b"\xff\xd8\xff", "200 OK", {"Content-Type": "image/jpeg"}),
        ("/robots.txt", b"User-agent: *", "200 OK", {"Content-Type": "text/plain"}),
        ("/untyped.bin", b"\0\1\2", "200 OK", {}),
        ("/untyped", HTML, "200 OK", {}),
    ]
    resources = [
        ("https://courier.example/note", "text/plain", b"Fog closed the strait."),
        ("urn:text:https://courier.example/", "text/plain", b"the text of it"),
        ("https://courier.example/x.css", "text/css", b"a {}"),
    ]
    put("crawl.warc", warc(*responses, resources=resources))
    over = []
    found = [item.received.url for item in items(["crawl.warc"], passed_over=over.append)]
    assert found == ["https://courier.example/untyped", "https://courier.example/note"]
    assert len(over) == 7


CHUNKS = b"%x;x=1\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (10, HTML[:10], len(HTML) - 10, HTML[10:])
RAW = zlib.compressobj(wbits=-15)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(HTML), {"Content-Encoding": "gzip"}),
        (zlib.compress(HTML), {"Content-Encoding": "deflate"}),
        (RAW.compress(HTML) + RAW.flush(), {"Content-Encoding": "deflate"}),
        (brotli.compress(HTML), {"Content-Encoding": "br"}),
        (gzip.compress(brotli.compress(HTML)), {"Content-Encoding": "br, gzip"}),
        (CHUNKS, {"Transfer-Encoding": "chunked"}),
        (HTML, {"Transfer-Encoding": "chunked", "Content-Encoding": "br"}),
        (HTML, {"Content-Encoding": "gzip"}),
    ],
)
def test_bodies_are_unpacked(put, body, headers):
    put("crawl.warc", warc(("/fog", body, "200 OK", {**HTML_TYPE, **headers})))
    (item,) = items(["crawl.warc"])
    assert item.received.data == HTML


@pytest.mark.parametrize(
    ("body", "headers", "reason"),
    [
        (gzip.compress(HTML)[:-9], {"Content-Encoding": "gzip"}, "end too early"),
        (brotli.compress(HTML)[:-3], {"Content-Encoding": "br"}, "end too early"),
        (b"\xff\xff\xff\xff", {"Content-Encoding": "br"}, "damaged"),
        (CHUNKS[:-30], {"Transfer-Encoding": "chunked"}, "breaks off"),
        (CHUNKS.replace(b"\r\n0\r\n", b"\r\nzz\r\n"), {"Transfer-Encoding": "chunked"}, "breaks off or is damaged"),
        (b"\x28\xb5\x2f\xfd", {"Content-Encoding": "zstd"}, "not known"),
        (b"x", {"Content-Encoding": "gzip, gzip, gzip, gzip"}, "4 times over"),
        (brotli.compress(bytes(50_000_000)), {"Content-Encoding": "br"}, "limit of 1 MB"),
        (gzip.compress(bytes(50_000_000)), {"Content-Encoding": "gzip"}, "limit of 1 MB"),
        (b"<p>" * 700_000, {}, "limit of 1 MB"),
    ],
)
def test_a_bad_body_is_a_failure_and_the_rest_is_read(put, body, headers, reason):
    put("crawl.warc", warc(("/fog", body, "200 OK", {**HTML_TYPE, **headers}), ("/rain", HTML)))
    failure, item = items(["crawl.warc"], Options(max_bytes=1_000_000))
    assert failure.name == "crawl.warc#<urn:uuid:0>"
    assert reason in failure.reason
    assert item.name == "crawl.warc#<urn:uuid:1>"


@pytest.mark.parametrize("packed", [False, True])
def test_cut_anywhere_no_page_is_lost_in_silence(put, packed):
    """Wherever the file ends too early, what stands whole before is read and the break is told."""
    whole = warc(("/1", HTML), ("/2", HTML), packed=packed)
    starts = [len(warc(packed=packed)), len(warc(("/1", HTML), packed=packed))]
    for end in range(starts[0] + 1, len(whole) - 4, 7):
        put("crawl.warc", whole[:end])
        outcomes = list(items(["crawl.warc"]))
        pages = [outcome for outcome in outcomes if not isinstance(outcome, Failure)]
        breaks = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
        assert all(page.received.data == HTML for page in pages)
        # what stands between two records may be missing, where nothing is packed
        whole_first = end >= starts[1] - (0 if packed else 4)
        between = whole_first and end <= starts[1]
        assert len(pages) == whole_first or packed
        assert len(breaks) == (not between)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"WARC/1.0\r\nWARC-Type: response", b"garbage\r\nWARC-Type: response"),
        (b"Content-Length: ", b"Content-Length: x"),
        (b"Content-Length: ", b"Content-Length: 9999999999"),
        (b"Content-Length: ", b"Content-Length: -"),
        (b"Content-Length", b"Content-Wength"),
        (b"WARC-Record-ID: ", b"no colon here\r\nWARC-Record-ID: "),
        (b"WARC-Record-ID: ", b"WARC-Record-ID: " + b"x" * 100_000),
        (b"WARC-Record-ID: ", b"X: y\r\n" * 1200 + b"WARC-Record-ID: "),
    ],
)
def test_a_break_is_told_and_what_stands_before_is_read(put, old, new):
    first, second = warc(("/1", HTML)), warc(("/2", HTML))[len(warc()) :]
    put("crawl.warc", first + second.replace(old, new, 1))
    item, failure = items(["crawl.warc"])
    assert item.received.url == "https://courier.example/1"
    assert failure.reason.startswith("breaks off after 2 records: ")


def test_old_and_odd_ways_to_write_are_read(put):
    record = (
        b"WARC/0.18\nwarc-type: response\nWARC-Target-URI: <https://courier.example/1>\n"
        b"WARC-Record-ID:\n <urn:uuid:0>\nWARC-Date: 2026-05-14T09:30:00.123456Z\n"
        b"Content-Type: application/http;msgtype=response\nContent-Length: %d\n\n"
    )
    answer = b"HTTP/1.1 200 OK\nContent-Type: text/html;\n charset=utf-8\n\n" + HTML
    put("old.warc", record % len(answer) + answer + b"\n\n")
    (item,) = items(["old.warc"])
    assert (item.name, item.received.url) == ("old.warc#<urn:uuid:0>", "https://courier.example/1")
    assert item.received.fetched == "2026-05-14T09:30:00Z"
    assert item.received.content_type == "text/html; charset=utf-8"
