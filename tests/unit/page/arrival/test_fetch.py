import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from contextlib import contextmanager, suppress

import pytest

from reportedly.errors import FetchFailed, NotText, RefusedAddress, TooLarge
from reportedly.page.arrival.fetch import Asking, fetch, fetch_if_changed
from reportedly.page.arrival.received import Limits

LOCAL = Limits(allow_private=True, connect_timeout=5, read_timeout=5, total_timeout=10)
PAGE = b"<html><p>Fog closed the strait.</p></html>"


@contextmanager
def server(*answers):
    """Serve the given answers, one a connection, on 127.0.0.1: bytes, or a function that gets the socket."""
    listener = socket.create_server(("127.0.0.1", 0))
    seen = []

    def work():
        for answer in answers:
            connection, _ = listener.accept()
            with connection:
                flags = socket.MSG_PEEK if hasattr(answer, "peeks") else 0  # TLS reads the greeting itself
                seen.append(connection.recv(65_536, flags).decode("latin-1"))
                with suppress(OSError):  # the client may be gone, as it should
                    answer(connection) if callable(answer) else connection.sendall(answer)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", seen
    finally:
        listener.close()


def answer(body=PAGE, status="200 OK", **headers):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Content-Type: text/html; charset=utf-8"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def test_a_page_is_fetched_with_its_type_and_address():
    with server(answer()) as (base, seen):
        received = fetch(f"{base}/fog?q=ü x#top", LOCAL)
    assert received.data == PAGE
    assert received.content_type == "text/html; charset=utf-8"
    assert received.url == f"{base}/fog?q=%C3%BC%20x"
    assert seen[0].startswith("GET /fog?q=%C3%BC%20x HTTP/1.1\r\n")
    assert "\r\nUser-Agent: Mozilla/5.0 (compatible; reportedly/" in seen[0]


def test_headers_and_time_are_kept_and_what_is_asked_is_sent():
    asking = Asking({"If-None-Match": '"a"'}, now=lambda: "2026-05-14T09:30:00Z")
    with server(answer(ETag='"b"', Set_Cookie="x=1")) as (base, seen):
        received = fetch_if_changed(f"{base}/", LOCAL, asking)
    assert received.fetched == "2026-05-14T09:30:00Z"
    assert ("ETag", '"b"') in received.headers
    assert ("Set-Cookie", "x=1") in received.headers
    assert '\r\nIf-None-Match: "a"\r\n' in seen[0]


def test_what_has_not_changed_is_none_and_unasked_a_failure():
    with server(*[answer(b"", "304 Not Modified")] * 2) as (base, _):
        assert fetch_if_changed(f"{base}/", LOCAL, Asking({"If-None-Match": '"a"'})) is None
        with pytest.raises(FetchFailed, match="304 Not Modified, which was not asked for") as caught:
            fetch(f"{base}/", LOCAL)
    assert caught.value.status == 304


def test_what_is_done_before_each_hop_takes_no_time_of_the_fetch():
    limits = Limits(allow_private=True, total_timeout=0.5)
    hops = []

    def before(url):
        hops.append(url)
        time.sleep(0.6)

    with server(answer(b"", "302 Found", Location="/page"), answer()) as (base, _):
        assert fetch_if_changed(f"{base}/start", limits, Asking(before=before)).data == PAGE
    assert hops == [f"{base}/start", f"{base}/page"]


def test_redirects_are_followed_and_the_last_address_kept():
    hops = [answer(b"", "302 Found", Location="/next"), answer(b"", "308 Permanent Redirect", Location="page?a=1")]
    with server(*hops, answer()) as (base, seen):
        assert fetch(f"{base}/start", LOCAL).url == f"{base}/page?a=1"
    assert [request.split()[1] for request in seen] == ["/start", "/next", "/page?a=1"]


def test_more_than_five_redirects_are_too_many():
    round_about = [answer(b"", "302 Found", Location="/round")] * 6
    with server(*round_about) as (base, seen), pytest.raises(FetchFailed, match=r"/: more than 5 redirects"):
        fetch(f"{base}/", LOCAL)
    assert len(seen) == 6


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "//user:word@127.0.0.1/", "http://[::1"],
)
def test_a_redirect_is_looked_at_like_a_url(location):
    refused = pytest.raises((RefusedAddress, FetchFailed))
    with server(answer(b"", "302 Found", Location=location)) as (base, _), refused as caught:
        fetch(f"{base}/", LOCAL)
    assert "\n" not in str(caught.value)
    assert "user:" not in str(caught.value)


def test_a_redirect_into_the_network_is_refused(monkeypatch):
    """The first host is public by its name; where it sends on to is not."""
    real, looked_up = socket.getaddrinfo, []

    def lookup(host, port, **options):
        looked_up.append(host)
        return real("127.0.0.1", port, **options)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(
        "reportedly.page.arrival.connect.refusal",
        lambda host: None if looked_up[-1] == "public.example" else "a loopback address",
    )
    with server(answer(b"", "302 Found", Location="http://inside.example/")) as (base, _):
        port = base.rpartition(":")[2]
        with pytest.raises(RefusedAddress, match=r"^http://public\.example.*inside\.example is a loopback address"):
            fetch(f"http://public.example:{port}/", Limits())
    assert looked_up == ["public.example", "inside.example"]


def test_the_address_looked_at_is_the_one_connected_to(monkeypatch):
    """A name that answers first with a public address, then with a private one, is asked once only."""
    answers = [[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.7", 80))]]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: answers.pop(0))
    monkeypatch.setattr("reportedly.page.arrival.connect.refusal", lambda host: None)
    connected = []

    def connect(self, address):
        connected.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(FetchFailed, match="Connection refused"):
        fetch("http://rebinding.example/", Limits())
    assert connected == [("192.0.2.7", 80)]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "ftp://93.184.216.34/",
        "file:///etc/passwd",
        "http://user:word@93.184.216.34/",
        "http:///nowhere",
        "http://93.184.216.34:99999/",
        "//93.184.216.34/",
        "not a url",
        "no\nurl",
    ],
)
def test_addresses_that_are_never_fetched(url, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *args: pytest.fail("connected"))
    with pytest.raises(RefusedAddress) as caught:
        fetch(url, Limits())
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Nope\x1b[31m", "the server answered 404 Not Found$"),
        ("403 x", "403 Forbidden; save the page in a browser and read the file$"),
        ("599 x", "the server answered 599$"),
        ("302 Found", "leads nowhere$"),
    ],
)
def test_other_answers_are_one_line(status, words):
    with server(answer(status=status)) as (base, _), pytest.raises(FetchFailed, match=words) as caught:
        fetch(f"{base}/fog", LOCAL)
    assert str(caught.value).startswith(f"{base}/fog: ")


def test_packed_bodies_are_unpacked():
    raw = zlib.compressobj(wbits=-15)
    bare = raw.compress(PAGE) + raw.flush()
    packed = [("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE)), ("deflate", bare)]
    with server(*[answer(body, Content_Encoding=name) for name, body in packed]) as (base, _):
        assert [fetch(base, LOCAL).data for _ in packed] == [PAGE] * 3


def test_packing_that_was_not_asked_for_or_is_damaged():
    with server(answer(Content_Encoding="br"), answer(gzip.compress(PAGE)[:-9], Content_Encoding="gzip")) as (base, _):
        with pytest.raises(FetchFailed, match="packed as br"):
            fetch(base, LOCAL)
        with pytest.raises(NotText, match="end too early"):
            fetch(base, LOCAL)


def test_a_body_over_the_limit_is_not_read_to_its_end():
    sent = []

    def endless(connection):
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(1_000):
            connection.sendall(b"a" * 100_000)
            sent.append(100_000)

    limits = Limits(max_bytes=200_000, allow_private=True)
    with server(endless) as (base, _), pytest.raises(TooLarge, match=r"larger than the limit of 200,000 bytes"):
        fetch(base, limits)
    assert sum(sent) < 50_000_000


def test_an_announced_size_and_an_unpacked_size_over_the_limit():
    limits = Limits(max_bytes=10_000, allow_private=True)
    announced = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"
    bomb = answer(gzip.compress(bytes(1_000_000)), Content_Encoding="gzip")
    with server(announced, bomb) as (base, _):
        for _ in range(2):
            with pytest.raises(TooLarge):
                fetch(base, limits)


def test_a_body_that_ends_early_and_what_is_no_http():
    with server(answer()[:-10], b"SSH-2.0-OpenSSH\r\n", b"") as (base, _):
        with pytest.raises(FetchFailed, match="ended 10 bytes too early"):
            fetch(base, LOCAL)
        for _ in range(2):
            with pytest.raises(FetchFailed, match=r"what came back is no HTTP, or ended too early|no connection"):
                fetch(base, LOCAL)


def test_a_silent_server_is_left_after_the_read_timeout():
    limits = Limits(allow_private=True, read_timeout=0.3, connect_timeout=0.3)
    with (
        server(lambda connection: time.sleep(3)) as (base, _),
        pytest.raises(FetchFailed, match=r"no answer within 0.3"),
    ):
        fetch(base, limits)


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_drips_is_left_when_the_time_is_up(start):
    def drip(connection):
        connection.sendall(start)
        for _ in range(40):
            connection.sendall(b"H")
            time.sleep(0.1)

    began = time.monotonic()
    limits = Limits(allow_private=True, read_timeout=2, total_timeout=0.6)
    with server(drip) as (base, _), pytest.raises(FetchFailed, match=r"took longer than 0.6 seconds in all"):
        fetch(base, limits)
    assert time.monotonic() - began < 2.5


def test_nobody_there_and_no_secure_server():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(FetchFailed, match="no connection: Connection refused"):
        fetch(f"http://127.0.0.1:{port}/", LOCAL)
    with server(answer()) as (base, _), pytest.raises(FetchFailed, match=r"no secure connection|no connection"):
        fetch(base.replace("http", "https"), LOCAL)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Return a certificate of 127.0.0.1 that nobody has signed, with its key."""
    if not shutil.which("openssl"):
        pytest.skip("needs the openssl command")
    folder = tmp_path_factory.mktemp("tls")
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *files]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def over_tls(certificate, reply):
    """Return an answer for `server` that speaks TLS; what the client sent is not looked at."""

    def work(connection):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate / "certificate.pem", certificate / "key.pem")
        with context.wrap_socket(connection, server_side=True) as secured:
            secured.recv(65_536)
            reply(secured)

    work.peeks = True
    return work


def test_a_certificate_must_hold(certificate):
    refused = pytest.raises(FetchFailed, match="its certificate does not hold: self-signed certificate")
    with server(over_tls(certificate, lambda secured: None)) as (base, _), refused:
        fetch(base.replace("http", "https"), LOCAL)


def test_a_page_over_tls_and_one_that_drips(certificate, monkeypatch):
    monkeypatch.setattr("reportedly.page.arrival.connect.certifi.where", lambda: str(certificate / "certificate.pem"))

    def drip(secured):
        secured.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(30):
            secured.sendall(b"a")
            time.sleep(0.1)

    page, dripping = over_tls(certificate, lambda secured: secured.sendall(answer())), over_tls(certificate, drip)
    with server(page, dripping) as (base, _):
        secure = base.replace("http", "https")
        assert fetch(secure, LOCAL).data == PAGE
        with pytest.raises(FetchFailed, match="took longer than"):
            fetch(secure, Limits(allow_private=True, total_timeout=0.6))
