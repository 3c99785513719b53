"""Fetches a page over http or https, within limits, and never from an address inside somebody's network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from urllib.parse import quote, urljoin, urlsplit

from reportedly.errors import FetchFailed, RefusedAddress
from reportedly.page.arrival.clock import now
from reportedly.page.arrival.connect import Hop, Watch, request
from reportedly.page.arrival.received import DEFAULT_LIMITS, Limits, Received
from reportedly.page.arrival.unpack import GZIP_WINDOW, check_size, inflate, megabytes, undeflate

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = (301, 302, 303, 307, 308)
_PIECE = 65_536
# what answers that a browser may get and a program may not
_ASK_A_PERSON = (401, 402, 403, 406, 429, 451, 503)


@dataclass(frozen=True, slots=True)
class Asking:
    """How a page is asked for: headers of the request, what to do before each hop, and the clock.

    `before` is called with the URL of every request, redirects too, before it is made; what it raises ends the fetch,
    and its time does not count. `now` says when the page was fetched, as UTC "2026-05-14T09:30:00Z".
    """

    headers: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[str], None] = lambda url: None
    now: Callable[[], str] = now


_PLAINLY = Asking()


def fetch(url: str, limits: Limits = DEFAULT_LIMITS) -> Received:
    """Return what an http or https URL holds; `url` of the result is where the redirects ended.

    That URL is written in ASCII and without the part after "#".
    Every redirect is looked at like the first URL, and the address that is looked at is the one connected to, so that
    a name that changes its address in between gains nothing. Proxies named in the environment are not used: a proxy
    would look the name up itself.

    Raises RefusedAddress for a scheme or address that is never fetched, TooLarge for a body over the limit as
    received or as unpacked, and FetchFailed for anything that network, server and time do.
    """
    received = fetch_if_changed(url, limits, _PLAINLY)
    if received is None:
        raise FetchFailed(f"{_short(url)}: the server answered 304 Not Modified, which was not asked for", 304)
    return received


def fetch_if_changed(url: str, limits: Limits, asking: Asking) -> Received | None:
    """Return what `fetch` returns, or None where the server says that it has not changed (304).

    A server says so to a request with If-None-Match or If-Modified-Since (RFC 9110, section 13). Raises as `fetch`.
    """
    watch = Watch(_short(url), limits)
    for _ in range(limits.max_redirects + 1):
        hop = _hop(url, watch.name)
        watch.wait_for(partial(asking.before, hop.url))
        with request(hop, watch, asking.headers) as response:
            if response.status == HTTPStatus.NOT_MODIFIED:
                return None
            if response.status not in _REDIRECTS:
                return _received(hop, response, watch, asking)
            url = _location(hop, response, watch.name)
    raise FetchFailed(f"{watch.name}: more than {limits.max_redirects} redirects; give the page's own address")


def _hop(url: str, name: str) -> Hop:
    """Return the request that a URL asks for. Raises RefusedAddress where it is none that is made."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError as error:
        raise RefusedAddress(f"{name}: not a URL ({error})") from error
    if parts.scheme not in _PORTS:
        leads = "" if _short(url) == name else f" leads to {_short(url)}, which"
        raise RefusedAddress(f"{name}:{leads} is no http or https address; no other is fetched")
    if parts.username is not None or parts.password is not None:
        raise RefusedAddress(f"{parts.scheme}://{parts.hostname}: a URL with a user name or password is not fetched")
    host = _ascii_host(parts.hostname or "", name)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]") if parts.query else ""
    named = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    return Hop(f"{parts.scheme}://{named}{path}{query}", parts.scheme, host, port or _PORTS[parts.scheme], path + query)


def _ascii_host(host: str, name: str) -> str:
    if host.isascii():
        if host and not any(letter.isspace() or letter in '<>"\\^`{|}' for letter in host):
            return host
        raise RefusedAddress(f"{name}: names no host")
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise RefusedAddress(f"{name}: {_short(host)} is no name of a host") from error


def _location(hop: Hop, response: HTTPResponse, name: str) -> str:
    """Return where a redirect leads, in full. Raises FetchFailed where it leads nowhere."""
    # servers write UTF-8 here though the header's encoding is Latin-1
    location = (response.getheader("Location") or "").encode("latin-1", "replace").decode("utf-8", "replace").strip()
    if not location:
        raise FetchFailed(f"{name}: a redirect ({response.status}) that leads nowhere")
    try:
        return urljoin(hop.url, location)
    except ValueError as error:
        raise FetchFailed(f"{name}: a redirect to {_short(location)}, which is no URL") from error


def _received(hop: Hop, response: HTTPResponse, watch: Watch, asking: Asking) -> Received:
    status = response.status
    if not 200 <= status < 300:
        known = status in HTTPStatus._value2member_map_
        phrase = f" {HTTPStatus(status).phrase}" if known else ""
        advice = "; save the page in a browser and read the file" if status in _ASK_A_PERSON else ""
        raise FetchFailed(f"{watch.name}: the server answered {status}{phrase}{advice}", status)
    data = _unpacked(_body(response, watch), response, watch)
    headers = tuple((name, value) for name, value in response.getheaders())
    content_type = response.getheader("Content-Type")
    return Received(data, url=hop.url, content_type=content_type, headers=headers, fetched=asking.now())


def _body(response: HTTPResponse, watch: Watch) -> bytes:
    """Return the body as it was sent, stopping as soon as it is over the limit or out of time."""
    announced = response.length or 0
    check_size(announced, watch.name, watch.limits)
    pieces: list[bytes] = []
    size = 0
    while True:
        piece = _piece(response, watch)
        if not piece:
            break
        size += len(piece)
        check_size(size, watch.name, watch.limits)
        pieces.append(piece)
    if response.length:
        raise FetchFailed(f"{watch.name}: ended {megabytes(response.length)} too early; try again")
    return b"".join(pieces)


def _piece(response: HTTPResponse, watch: Watch) -> bytes:
    try:
        piece = response.read1(_PIECE)
    except (OSError, HTTPException, ValueError) as error:
        raise watch.failure(error) from error
    watch.check()
    return piece


def _unpacked(data: bytes, response: HTTPResponse, watch: Watch) -> bytes:
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packing in ("identity", "") or not data:
        return data
    if packing in ("gzip", "x-gzip"):
        return inflate(data, GZIP_WINDOW, watch.name, watch.limits)
    if packing == "deflate":
        return undeflate(data, watch.name, watch.limits)
    raise FetchFailed(f"{watch.name}: packed as {_short(packing)}, which was not asked for")


def _short(words: str) -> str:
    return "".join(letter for letter in words if letter.isprintable())[:200]
