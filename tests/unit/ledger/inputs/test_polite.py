import pytest

from reportedly.errors import FetchFailed, RefusedAddress
from reportedly.ledger.inputs.polite import Conditions, Fetcher
from tests.unit.ledger.inputs.made import HTML
from tests.unit.ledger.inputs.site import Time, fetcher, serving


def test_pages_of_one_host_are_fetched_with_pauses():
    time = Time()
    with serving() as site:
        site.pages = {"/1": HTML, "/2": HTML, "/3": HTML}
        polite = fetcher(time)
        for path in ("/1", "/2"):
            assert polite.fetch(site.base + path).data == HTML
        assert time.slept == [2.0]
        time.now += 1.5
        polite.fetch(f"{site.base}/3")
    assert time.slept == [2.0, 0.5]
    assert site.paths == ["/robots.txt", "/1", "/2", "/3"]


def test_hosts_do_not_wait_for_each_other():
    time = Time()
    with serving() as one, serving() as other:
        one.pages = other.pages = {"/": HTML}
        polite = fetcher(time)
        for site in (one, other):
            polite.fetch(f"{site.base}/")
    assert time.slept == []


@pytest.mark.parametrize(("wish", "pause"), [("7", 7.0), ("3600", 30.0), ("0.5", 2.0), ("soon", 2.0)])
def test_a_longer_pause_is_kept_up_to_a_cap(wish, pause):
    time = Time()
    with serving() as site:
        site.pages = {"/": HTML, "/robots.txt": f"User-agent: *\nCrawl-delay: {wish}\n".encode()}
        polite = fetcher(time)
        polite.fetch(f"{site.base}/")
        polite.fetch(f"{site.base}/")
    assert time.slept == [pause]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_is_asked_too_much_gets_longer_pauses(status):
    time = Time()
    with serving() as site:
        site.pages = {"/": HTML, "/busy": (status, {}, b"")}
        polite = fetcher(time)
        for path in ("/busy", "/", "/busy", "/busy", "/busy", "/"):
            try:
                polite.fetch(site.base + path)
            except FetchFailed as error:
                assert error.status == status
    assert time.slept == [4.0, 4.0, 8.0, 16.0, 30.0]


def test_rules_are_kept_and_asked_for_once_a_day():
    time = Time()
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: reportedly\nDisallow: /private\n"
    with serving() as site:
        site.pages = {"/fog": HTML, "/private/1": HTML, "/robots.txt": rules}
        polite = fetcher(time)
        assert polite.fetch(f"{site.base}/fog").data == HTML
        with pytest.raises(FetchFailed, match=r"/private/1: this is what the site's robots\.txt keeps programs away"):
            polite.fetch(f"{site.base}/private/1")
        assert site.paths == ["/robots.txt", "/fog"]
        time.now += 86_401
        polite.fetch(f"{site.base}/fog")
    assert site.paths == ["/robots.txt", "/fog", "/robots.txt", "/fog"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_without_rules_everything_is_allowed(status):
    with serving() as site:
        site.pages = {"/": HTML, "/robots.txt": (status, {}, b"Disallow: /")}
        assert fetcher().fetch(f"{site.base}/").data == HTML


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_server_that_cannot_tell_its_rules_is_left_alone_for_a_while(status):
    time = Time()
    with serving() as site:
        site.pages = {"/": HTML, "/robots.txt": (status, {}, b"")}
        polite = fetcher(time)
        for _ in range(2):
            with pytest.raises(FetchFailed, match=f"robots.txt cannot be read: the server answered {status}"):
                polite.fetch(f"{site.base}/")
        assert site.paths == ["/robots.txt"]
        site.pages["/robots.txt"] = b""
        time.now += 601
        assert polite.fetch(f"{site.base}/").data == HTML


def test_redirects_keep_to_the_rules_of_where_they_lead():
    time = Time()
    with serving() as site, serving() as other:
        other.pages = {"/robots.txt": b"User-agent: *\nDisallow: /closed", "/open": HTML, "/closed": HTML}
        site.pages = {path: (302, {"Location": other.base + path}, b"") for path in ("/open", "/closed")}
        polite = fetcher(time)
        received = polite.fetch(f"{site.base}/open")
        assert (received.url, received.data) == (f"{other.base}/open", HTML)
        with pytest.raises(FetchFailed, match=rf"^{site.base}/closed: leads to {other.base}/closed, which is what"):
            polite.fetch(f"{site.base}/closed")
    assert "/closed" not in other.paths


def test_what_has_not_changed_is_not_sent_again():
    with serving() as site:
        site.pages = {"/": (200, {"ETag": '"a"', "Last-Modified": "Thu, 14 May 2026 09:30:00 GMT"}, HTML)}
        polite = fetcher()
        received = polite.fetch(f"{site.base}/")
        assert ("ETag", '"a"') in received.headers
        assert polite.fetch_if_changed(f"{site.base}/", Conditions('"a"', "Thu, 14 May 2026 09:30:00 GMT")) is None
        assert polite.fetch_if_changed(f"{site.base}/", Conditions('"b"\r\nX: y')).data == HTML
    headers = [asked for path, asked in site.asked if path == "/"]
    assert headers[1]["If-Modified-Since"] == "Thu, 14 May 2026 09:30:00 GMT"
    assert "If-None-Match" not in headers[2]


def test_private_addresses_are_refused_as_ever():
    time = Time()
    polite = Fetcher(clock=time.clock)
    with serving() as site:
        for _ in range(2):
            with pytest.raises(RefusedAddress, match="--allow-private"):
                polite.fetch(f"{site.base}/")
    assert site.asked == time.slept == []


def test_nobody_there():
    with pytest.raises(FetchFailed, match=r"robots\.txt cannot be read: no connection"):
        fetcher().fetch("http://127.0.0.1:1/")


def test_only_so_many_hosts_are_remembered(monkeypatch):
    monkeypatch.setattr("reportedly.ledger.inputs.polite._MOST_HOSTS", 2)
    with serving() as a, serving() as b, serving() as c:
        polite = fetcher()
        for site in (a, b, c):
            site.pages = {"/": HTML}
            polite.fetch(f"{site.base}/")
        polite.fetch(f"{a.base}/")
    assert a.paths == ["/robots.txt", "/", "/robots.txt", "/"]
