"""A small web site on 127.0.0.1, and a clock on which no time is lost."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from reportedly.ledger.inputs.polite import Clock, Fetcher
from reportedly.page.arrival.received import Limits

LOCAL = Limits(allow_private=True, connect_timeout=5, read_timeout=5, total_timeout=10)
PAGE = b"<html><head><title>Fog</title></head><body><p>Fog closed the strait, the Coast Guard said.</p></body></html>"


class Site:
    """Pages by path: a body, or (status, headers, body); what was asked for is in `asked`."""

    def __init__(self, base):
        self.base = base
        self.pages = {}
        self.asked = []

    @property
    def paths(self):
        return [path for path, _ in self.asked]

    def answer(self, path, headers):
        self.asked.append((path, headers))
        page = self.pages.get(path, (404, {}, b""))
        status, sent, body = (200, {}, page) if isinstance(page, bytes) else page
        etag = sent.get("ETag")
        if etag and headers.get("If-None-Match") == etag:
            return 304, sent, b""
        return status, sent, body


@contextmanager
def serving(**pages):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            status, headers, body = site.answer(self.path, self.headers)
            self.send_response(status)
            for name, value in {"Content-Type": "text/html", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Time:
    """A clock that goes on only when somebody sleeps; 1,780,000,000 is 2026-05-28T20:26:40Z."""

    def __init__(self, now=1_780_000_000.0):
        self.now = now
        self.slept = []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    @property
    def clock(self):
        return Clock(lambda: self.now, self.sleep)


def fetcher(time=None, **options):
    return Fetcher(LOCAL, (time or Time()).clock, **options)
