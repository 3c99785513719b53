import gzip
import io
import os
import sys
import tarfile
import tracemalloc

import pytest

from reportedly.ledger.inputs.expand import items
from reportedly.ledger.inputs.item import Form, Item
from reportedly.page.arrival.received import Known
from reportedly.reader import Failure, Options
from tests.unit.ledger.inputs.made import HTML, SAID, opml, rss, sitemap, tarred, wacz, warc, zipped
from tests.unit.ledger.inputs.site import fetcher, serving


def test_a_file_is_an_item_with_its_bytes_place_and_time(put, folder):
    put("strait.html.gz", gzip.compress(HTML))
    os.utime("strait.html.gz", (1_778_751_000, 1_778_751_000))
    (item,) = items(["strait.html.gz"], Options(publisher="Courier"))
    assert item.received.data == (folder / "strait.html.gz").read_bytes()
    assert (item.name, item.received.file, item.form, item.line) == (
        "strait.html.gz",
        "strait.html.gz",
        Form.PAGE,
        None,
    )
    assert item.received.fetched == "2026-05-14T09:30:00Z"
    assert item.place == str(folder / "strait.html.gz")
    assert item.known == Known(publisher="Courier", basis="option")


def test_a_folder_is_walked_in_order_and_what_is_no_article_passed_over(put, told, folder):
    for name in ("b/one.html", "a.html", "c/two.txt", "c/three.md", ".hidden/x.html", ".x.html", "page_files/ad.html"):
        put(f"pages/{name}", HTML)
    put("pages/page.html", HTML)
    beside = {
        "pages/photo.jpg": b"\xff\xd8\xff\xe0" + bytes(400),
        "pages/photo": b"\x89PNG\r\n\x1a\n" + bytes(400),
        "pages/site.css": b"body { color: red }",
        "pages/app.js": b"var a = 1",
        "pages/feed.xml": rss("https://courier.example/1"),
        "pages/links.txt": b"https://courier.example/1\n",
        "pages/meta.json": b'{"title":\n "Fog"}',
        "pages/core": bytes(range(256)) * 8,
    }
    for name, data in beside.items():
        put(name, data)
    (folder / "pages/c/round").symlink_to(folder / "pages", target_is_directory=True)
    (folder / "pages/c/zz.html").symlink_to(folder / "nowhere")
    over = []
    names = told(items(["pages"], passed_over=over.append))
    assert names == [
        "pages/a.html", "pages/b/one.html", "pages/c/three.md", "pages/c/two.txt",
        "pages/c/zz.html: a link that leads nowhere", "pages/page.html",
    ]  # fmt: skip
    assert sorted(over) == sorted(beside)


def test_what_calls_itself_an_article_is_one_whatever_it_holds(put, told):
    put("pages/a.html", bytes(range(256)) * 8)
    put("pages/b.pdf", b"%PDF-1.7\n" + bytes(100))
    put("pages/c.docx", zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    assert told(items(["pages"])) == ["pages/a.html", "pages/b.pdf", "pages/c.docx"]


def test_archives_and_records_in_a_folder_are_opened(put, told):
    put("pages/a.zip", zipped({"x.html": HTML}))
    put("pages/b.jsonl", b'{"text": "One."}\n\n{"text": "Two."}')
    put("pages/c.warc.gz", warc(("/1", HTML), packed=True))
    put("pages/d.wacz", wacz(warc(("/2", HTML), packed=True)))
    assert told(items(["pages"])) == [
        "pages/a.zip#x.html", "pages/b.jsonl", "pages/b.jsonl", "pages/c.warc.gz#<urn:uuid:0>",
        "pages/d.wacz#<urn:uuid:0>",
    ]  # fmt: skip


@pytest.mark.parametrize("packed", [False, True])
def test_records_are_lines(put, packed, monkeypatch):
    lines = b'\xef\xbb\xbf{"text": "One."}\r\n\n  \n{"text": "Two, ' + b"x" * 200 + b'"}\n{"text": "Three."}'
    put("list.data", gzip.compress(lines) if packed else lines)
    outcomes = list(items(["list.data"], Options(max_bytes=100)))
    assert [outcome.line for outcome in outcomes] == [1, 4, 5]
    assert outcomes[0].received.data == b'{"text": "One."}'
    assert outcomes[2].form is Form.RECORD
    assert str(outcomes[1]) == "list.data:4: the line is larger than the limit of 100 bytes"


def test_facts_are_refused_for_records(put, told):
    put("list.jsonl", b'{"text": "One."}')
    (failure,) = told(items(["list.jsonl"], Options(publisher="Courier")))
    assert failure == "list.jsonl: each line of a .jsonl file says its own publisher: leave the option out"


def test_content_goes_before_the_name(put, told):
    put("a.txt", zipped({"x.html": HTML}))
    put("b.html", warc(("/1", HTML)))
    put("c.warc", HTML)
    put("d.zip", b"not one")
    put("e.json", b'{"text": "Fog."}\n{"text": "Rain."}\n')
    put("f.json", b'{\n "text": "Fog."\n}')
    assert told(items(["a.txt", "b.html", "c.warc", "d.zip", "e.json", "f.json"])) == [
        "a.txt#x.html", "b.html#<urn:uuid:0>",
        "c.warc: breaks off after 0 records: no record begins there; what stands before is read",
        "d.zip: damaged or cut short (File is not a zip file); get it again",
        "e.json", "e.json",
        'f.json: JSON, but no article a line; write each on one line as {"text": "…"}',
    ]  # fmt: skip


def test_nothing_found_is_a_failure_and_nothing_ends_the_batch(put, told, folder):
    (folder / "empty").mkdir()
    put("empty.jsonl", b"\n")
    put("nothing.zip", zipped({"photo.jpg": b"\xff\xd8\xff"}))
    put("last.txt", SAID)
    names = [
        "missing.html",
        "empty",
        "empty.jsonl",
        "nothing.zip",
        "a\0b",
        "x" * 5000,
        "gopher://a.example/",
        "last.txt",
    ]
    outcomes = list(items(names))
    assert [type(outcome) for outcome in outcomes] == [Failure] * 7 + [Item]
    assert told(outcomes)[:4] == [
        "missing.html: No such file or directory",
        *(f"{name}: no article in it" for name in ("empty", "empty.jsonl", "nothing.zip")),
    ]


def test_a_member_can_be_named(put, told):
    put("a.zip", zipped({"x.html": HTML, "y.html": HTML}))
    put("a#b.txt", SAID)
    assert told(items(["a.zip#y.html", "a#b.txt"])) == ["a.zip#y.html", "a#b.txt"]
    assert told(items(["a.zip#z.html"])) == ["a.zip#z.html: no such member in it"]


class Pipe(io.RawIOBase):
    """Standard input that cannot go back."""

    def __init__(self, data):
        self.data = io.BytesIO(data)

    def readable(self):
        return True

    def readinto(self, buffer):
        return self.data.readinto(buffer)


@pytest.fixture
def typed(monkeypatch):
    return lambda data: monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BufferedReader(Pipe(data)), encoding="utf-8")
    )


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (HTML, ["-"]),
        (zipped({"x.html": HTML}), ["-#x.html"]),
        (warc(("/1", HTML), packed=True), ["-#<urn:uuid:0>"]),
        (b'{"text": "One."}\n' * 3, ["-"] * 3),
        (gzip.compress(b'{"text": "One."}\n' * 3), ["-"] * 3),
        (b"", ["-"]),
    ],
    ids=["page", "zip", "warc", "records", "packed records", "nothing"],
)
def test_standard_input_holds_anything(typed, data, names):
    typed(data)
    outcomes = list(items(["-"]))
    assert [outcome.name for outcome in outcomes] == names
    assert {outcome.place for outcome in outcomes} == {None}
    if data == HTML:
        assert (outcomes[0].received.file, outcomes[0].received.data) == (None, HTML)


def test_endless_input_is_cut_at_the_limit(typed):
    typed(b"Fog. " * 100_000)
    (failure,) = items(["-"], Options(max_bytes=100_000))
    assert failure.reason.startswith("larger than the limit")


def test_a_page_over_the_limit_is_a_failure(put, told):
    put("long.html", HTML * 3)
    (failure,) = told(items(["long.html"], Options(max_bytes=300)))
    assert failure == "long.html: larger than the limit of 300 bytes; give the article alone"


def test_a_url_is_fetched_by_the_same_fetcher(told):
    with serving() as site:
        site.pages = {
            "/fog": HTML,
            "/feed": rss(f"{site.base}/fog", f"{site.base}/gone"),
            "/x.zip": zipped({"a.html": HTML}),
        }
        outcomes = list(items([f"{site.base}/{name}" for name in ("fog", "feed", "x.zip")], fetcher=fetcher()))
    assert told(outcomes) == [
        f"{site.base}/fog", f"{site.base}/fog", f"{site.base}/gone: the server answered 404 Not Found",
        f"{site.base}/x.zip#a.html",
    ]  # fmt: skip
    page = outcomes[0]
    assert (page.place, page.received.url, page.received.data) == (None, f"{site.base}/fog", HTML)
    assert page.received.fetched == "2026-05-28T20:26:40Z"
    assert ("Content-Type", "text/html") in page.received.headers


def test_lists_lead_to_articles_once(put, told):
    with serving() as site:
        one, two = f"{site.base}/1", f"{site.base}/2"
        site.pages = {"/1": HTML, "/2": HTML, "/feed": rss(one, two, one), "/map": sitemap(one, two)}
        put("feeds.opml", opml(f"{site.base}/feed", f"{site.base}/map", f"{site.base}/feed"))
        put("urls.txt", f"# strait\n\n{one}\n{two}\n")
        assert told(items(["feeds.opml"], fetcher=fetcher())) == [one, two]
        assert told(items(["urls.txt"], fetcher=fetcher())) == [one, two]
        assert told(items(["urls.txt"], fetcher=fetcher(), seen=lambda url: url == one)) == [two]


def test_a_bad_line_in_a_list_of_urls_is_a_failure(put, told):
    lines = "".join(f"http://127.0.0.1:1/{number}\n" for number in range(4000))
    put("urls.txt", f"{lines}not a url\n")
    outcomes = items(["urls.txt"], fetcher=fetcher(), seen=lambda url: True)
    assert told(outcomes) == ["urls.txt:4001: an entry without the address of a page (not a url)"]


def test_a_tar_archive(put, told):
    data = tarred({"./b.html": HTML, "a.jsonl": b'{"text": "One."}\n' * 2, "x/.y.html": HTML}, "w:gz")
    put("pages.tar.gz", data)
    outcomes = list(items(["pages.tar.gz"]))
    assert told(outcomes) == ["pages.tar.gz#b.html", "pages.tar.gz#a.jsonl", "pages.tar.gz#a.jsonl"]
    assert (outcomes[0].received.data, outcomes[0].received.fetched) == (HTML, "2026-05-14T09:30:00Z")
    put("cut.tar.gz", data[:-40])
    assert "damaged or cut short" in told(items(["cut.tar.gz"]))[-1]


def test_what_is_no_file_in_a_tar_archive_is_left_out(put, told):
    link = tarfile.TarInfo("link.html")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
    put("pages.tar", link.tobuf() + tarred({"a.html": HTML}))
    assert told(items(["pages.tar"])) == ["pages.tar#a.html"]


PAGES = {
    "crawl.warc.gz": lambda number: warc(*((f"/{at}", HTML + b"x" * 20_000) for at in range(number)), packed=True),
    "pages.zip": lambda number: zipped({f"{at}.html": HTML + b"x" * 20_000 for at in range(number)}),
    "list.jsonl.gz": lambda number: gzip.compress((b'{"text": "' + b"x" * 20_000 + b'"}\n') * number),
}


@pytest.mark.parametrize("name", PAGES)
def test_memory_stays_flat(put, name):
    """A hundred times the pages take hardly more memory at a time; of a zip only the names are held."""

    def peak(number):
        put(name, PAGES[name](number))
        tracemalloc.start()
        assert sum(1 for _ in items([name])) == number
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(2)
    assert peak(300) < 1.5 * peak(3) + 400_000
