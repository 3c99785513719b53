"""Any bytes, under any name, end as items and failures told in one line: never as a crash."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reportedly.errors import FetchFailed
from reportedly.ledger.inputs.expand import items
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.inputs.polite import Fetcher, _rules
from reportedly.reader import Failure, Options
from tests.unit.ledger.inputs.made import HTML, opml, rss, sitemap, sitemap_index, tarred, wacz, warc, zipped

HARD = settings(
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
NAMES = ["a.zip", "a.warc", "a.warc.gz", "a.wacz", "a.rss", "a.opml", "a.jsonl", "a.jsonl.gz", "a.tar", "a.html", "a"]


WHOLE = [
    zipped({"a.html": HTML, "b/ü.txt": HTML}),
    warc(("/1", HTML), ("/2", HTML)),
    warc(("/1", HTML), ("/2", HTML), packed=True),
    wacz(warc(("/1", HTML), packed=True)),
    tarred({"a.html": HTML, "é" * 120 + ".html": HTML}),
    rss("https://courier.example/1"),
    sitemap("https://courier.example/1", changed="2026-05-14"),
    sitemap_index("https://courier.example/1"),
    opml("https://courier.example/1"),
    b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://courier.example/1"}]}',
    b'{"text": "Fog closed the strait."}\n' * 3,
]


class Nobody(Fetcher):
    """Fetches nothing."""

    def fetch(self, url):
        raise FetchFailed(f"{url}: nobody there", 404)


def check(data, name, folder):
    path = folder / name
    path.write_bytes(data)
    for outcome in items([str(path)], Options(max_bytes=100_000), Nobody()):
        assert isinstance(outcome, Item | Failure)
        if isinstance(outcome, Failure):
            assert outcome.reason
            assert "\n" not in outcome.reason
        else:
            assert len(outcome.received.data) <= 100_000


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path


@HARD
@given(st.binary(max_size=600), st.sampled_from(NAMES))
@example(b"PK\x03\x04", "a.zip")
@example(b"PK\x05\x06" + bytes(18), "a.zip")
@example(b"WARC/1.0\r\n", "a.warc")
@example(b"\x1f\x8b", "a.jsonl.gz")
def test_any_bytes(folder, data, name):
    check(data, name, folder)


@st.composite
def damaged(draw):
    data = bytearray(draw(st.sampled_from(WHOLE)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        kind = draw(st.sampled_from(["set", "cut", "put", "drop", "flip"]))
        if kind == "set":
            piece = draw(st.binary(min_size=1, max_size=8))
            data[at : at + len(piece)] = piece
        elif kind == "put":
            data[at:at] = draw(st.binary(max_size=40))
        elif kind == "drop":
            del data[at : at + draw(st.integers(1, 60))]
        elif kind == "flip" and at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
        elif draw(st.booleans()):
            del data[at:]
    return bytes(data)


@settings(HARD, max_examples=400)
@given(damaged(), st.sampled_from(NAMES))
def test_anything_damaged(folder, data, name):
    check(data, name, folder)


LINES = st.sampled_from(
    ["User-agent: *", "Disallow: /", "Allow: *$", "Crawl-delay: nan", "Request-rate: 1/0", "Disallow: %zz"]
)


@HARD
@given(st.lists(LINES | st.text(max_size=30), max_size=8).map("\n".join) | st.binary(max_size=60))
def test_any_rules_for_programs(text):
    rules = _rules(text if isinstance(text, bytes) else text.encode("utf-8", "replace"))
    assert rules.can_fetch("https://courier.example/a?b=%20", "reportedly") in (True, False)
    rules.crawl_delay("reportedly")
