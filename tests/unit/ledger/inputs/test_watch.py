from dataclasses import replace

import pytest

from reportedly.errors import BadRecord
from reportedly.ledger.inputs.intervals import seconds_of
from reportedly.ledger.inputs.watch import FeedState, KeptInMemory, Watch
from reportedly.reader import Failure
from tests.unit.ledger.inputs.made import HTML, opml, rss, sitemap, sitemap_index
from tests.unit.ledger.inputs.site import Time, fetcher, serving


class Ledger:
    """Knows the URLs of the items that it was given."""

    def __init__(self):
        self.urls = set()

    def take(self, outcomes):
        told = []
        for outcome in outcomes:
            told.append(str(outcome) if isinstance(outcome, Failure) else outcome.name)
            if not isinstance(outcome, Failure):
                self.urls.add(outcome.name)
        return told


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def ledger():
    return Ledger()


@pytest.fixture
def watching(time, ledger):
    def watching(*feeds, every=900):
        return Watch(feeds, KeptInMemory(), fetcher(time, delay=0.0), ledger.urls.__contains__, every)

    return watching


def test_only_what_is_new_is_fetched(time, ledger, watching):
    with serving() as site:
        one, two = f"{site.base}/1", f"{site.base}/2"
        site.pages = {"/1": HTML, "/2": HTML, "/feed": (200, {"ETag": '"a"'}, rss(one))}
        watch = watching(f"{site.base}/feed")
        assert ledger.take(watch.round()) == [one]
        assert ledger.take(watch.round()) == []  # its time has not come
        time.now += 900
        assert ledger.take(watch.round()) == []
        site.pages["/feed"] = (200, {"ETag": '"b"'}, rss(two, one))
        time.now += 900
        assert ledger.take(watch.round()) == [two]
    assert site.paths == ["/robots.txt", "/feed", "/1", "/feed", "/feed", "/2"]
    assert site.asked[3][1]["If-None-Match"] == '"a"'
    state = watch.states.get(f"{site.base}/feed")
    assert (state.etag, state.checked_at, state.failures) == ('"b"', "2026-05-28T20:56:40Z", 0)
    assert state.next_at == "2026-05-28T21:11:40Z"


def test_what_changed_later_is_fetched_again(time, ledger, watching):
    with serving() as site:
        one = f"{site.base}/1"
        changed = "<pubDate>Thu, 28 May 2026 {}:00 GMT</pubDate>"
        site.pages = {"/1": HTML, "/feed": rss(one, extra=changed.format("20:20"))}
        watch = watching(f"{site.base}/feed")
        came = []
        for minute in ("20:20", "20:20", "20:45", "20:45", "23:59"):  # the last lies ahead
            site.pages["/feed"] = rss(one, extra=changed.format(minute))
            came.append(ledger.take(watch.round()))
            time.now += 600
            watch.states.put(replace(watch.states.get(f"{site.base}/feed"), next_at=None))
    assert came == [[one], [], [one], [], []]


def test_a_feed_that_fails_is_told_and_asked_less_and_less_often(time, ledger, watching):
    with serving() as site:
        watch = watching(f"{site.base}/feed")
        waits = []
        for _ in range(9):
            assert ledger.take(watch.round()) == [f"{site.base}/feed: the server answered 404 Not Found"]
            waits.append(watch.pause())
            time.now += watch.pause()
        assert waits == [1800, 3600, 7200, 14400, 28800, 57600, 86400, 86400, 86400]
        site.pages = {"/feed": rss()}
        assert ledger.take(watch.round()) == []
        assert watch.pause() == 900


def test_stopped_half_way_the_rest_comes_in_the_next_round(ledger, watching):
    with serving() as site:
        urls = [f"{site.base}/{number}" for number in range(3)]
        site.pages = {"/feed": (200, {"ETag": '"a"'}, rss(*urls)), **{f"/{number}": HTML for number in range(3)}}
        watch = watching(f"{site.base}/feed")
        outcomes = watch.round()
        ledger.urls.add(next(outcomes).name)
        outcomes.close()
        assert ledger.take(watch.round()) == urls[1:]


def test_lists_of_feeds_and_site_maps(time, ledger, watching, put):
    with serving() as site:
        urls = [f"{site.base}/{number}" for number in range(4)]
        site.pages = {f"/{number}": HTML for number in range(4)}
        site.pages["/feed"] = (200, {"ETag": '"a"'}, rss(urls[0]))
        site.pages["/map1"], site.pages["/map2"] = sitemap(urls[1]), sitemap(urls[2])
        maps = [f"{site.base}/map1", f"{site.base}/map2"]
        site.pages["/index"] = (200, {"ETag": '"i"'}, sitemap_index(*maps, changed="2026-05-01"))
        put("feeds.opml", opml(f"{site.base}/feed", f"{site.base}/index", f"{site.base}/missing"))
        watch = watching("feeds.opml", f"{site.base}/index")
        gone = f"{site.base}/missing: the server answered 404 Not Found"
        assert ledger.take(watch.round()) == [*urls[:3], gone]
        site.pages["/index"] = (200, {"ETag": '"i"'}, sitemap_index(*maps, changed="2026-05-28T20:30:00Z"))
        site.pages["/map2"] = sitemap(urls[2], urls[3])
        site.asked.clear()
        time.now += 900
        # what failed waits longer; a list that stays as it is has no say about what it leads to
        assert ledger.take(watch.round()) == [urls[3]]
        assert site.paths == ["/feed", "/index", "/map1", "/map2", "/3"]
        site.asked.clear()
        time.now += 900
        assert ledger.take(watch.round()) == [gone]
        # the site maps have not changed since, by their index
        assert site.paths == ["/feed", "/index", "/missing"]


def test_entries_without_a_page_and_a_circle(ledger, watching):
    with serving() as site:
        site.pages = {
            "/feed": b"<rss><channel><item><title>Fog</title></item></channel></rss>",
            "/round": sitemap_index(f"{site.base}/round", f"{site.base}/a"),
            "/a": sitemap_index(f"{site.base}/round"),
        }
        assert ledger.take(watching(f"{site.base}/feed", f"{site.base}/round").round()) == [
            f"{site.base}/feed: an entry without the address of a page (Fog)"
        ]


def test_it_goes_on_until_it_is_stopped(time, ledger, watching):
    with serving() as site:
        site.pages = {"/feed": rss(f"{site.base}/1"), "/1": HTML}
        watch = watching(f"{site.base}/feed")
        assert ledger.take(watch.forever(lambda: time.now > 1_780_002_000)) == [f"{site.base}/1"]
    assert site.paths.count("/feed") == 3
    assert time.slept == [900.0] * 3


def test_a_file_that_is_missing_and_a_damaged_state(ledger, watching, folder):
    watch = watching("missing.opml")
    assert ledger.take(watch.round()) == ["missing.opml: No such file or directory"]
    watch.states.put(FeedState("missing.opml", next_at="yesterday"))
    assert len(ledger.take(watch.round())) == 1


@pytest.mark.parametrize(
    "written", ["", "15", "m", "15 minutes", "-5m", "0m", "30s", "31d", "1e9h", "٣m", "1.5h", "15m\n;"]
)
def test_what_is_no_interval(written):
    with pytest.raises(BadRecord) as caught:
        seconds_of(written)
    assert "\n" not in str(caught.value)
