"""Opens a connection to the very address that was looked at, and closes it when its time is up."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer
from time import monotonic
from typing import Any

import certifi

from reportedly.errors import FetchFailed, RefusedAddress
from reportedly.page.arrival.addresses import refusal
from reportedly.page.arrival.received import Limits

_HEADERS = {
    # sites answer an unnamed program with a page for robots, or not at all
    "User-Agent": "Mozilla/5.0 (compatible; reportedly/0.1)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Hop:
    """One request on the way to a page: the host, the port and what is asked for there."""

    url: str
    scheme: str
    host: str
    port: int
    target: str


class Watch:
    """Shuts a connection when the time of the whole fetch is up, even where the server sends a byte now and then."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.rung = False
        self._end = monotonic() + limits.total_timeout
        self._connection: socket.socket | None = None

    @contextmanager
    def over(self, connection: socket.socket) -> Iterator[None]:
        """Watch over a connection and close it at the end."""
        self._connection = connection
        timer = Timer(max(0.0, self._end - monotonic()), self._ring)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            connection.close()

    def wait_for(self, job: Callable[[], None]) -> None:
        """Run a job whose time does not count."""
        began = monotonic()
        job()
        self._end += monotonic() - began

    def check(self) -> None:
        """Raise FetchFailed where the time is up."""
        if self.rung or monotonic() >= self._end:
            raise FetchFailed(f"{self.name}: took longer than {self.limits.total_timeout:g} seconds in all")

    def failure(self, error: Exception) -> FetchFailed:
        """Return the one-line error that a network error means."""
        if self.rung:
            return FetchFailed(f"{self.name}: took longer than {self.limits.total_timeout:g} seconds in all")
        return FetchFailed(f"{self.name}: {_in_words(error, self.limits)}")

    def _ring(self) -> None:
        self.rung = True
        if self._connection is not None:
            _shut(self._connection)


@contextmanager
def request(hop: Hop, watch: Watch, asking: Mapping[str, str]) -> Iterator[HTTPResponse]:
    """Yield the answer to a GET request, its body still to be read. Raises RefusedAddress and FetchFailed.

    `asking` are headers of the request beside the usual ones.
    """
    watch.check()
    connection = _connected(hop, watch)
    if hop.scheme == "https":
        connection = _wrapped(connection, hop, watch)
    with watch.over(connection):
        connection.settimeout(watch.limits.read_timeout)
        if isinstance(connection, ssl.SSLSocket):
            _shake_hands(connection, watch)
        client = HTTPConnection(hop.host, hop.port)
        # with a socket of its own it looks no name up: the address stays the one that was looked at
        client.sock = connection
        try:
            yield _answer(client, hop.target, watch, asking)
        finally:
            client.close()


def _connected(hop: Hop, watch: Watch) -> socket.socket:
    """Return a socket connected to one of the host's addresses that may be fetched from, tried in order."""
    failed: OSError | None = None
    for family, address in _allowed(hop, watch):
        try:
            return _connect(family, address, watch.limits.connect_timeout)
        except OSError as error:
            failed = error
        watch.check()
    raise watch.failure(failed or OSError("no address")) from failed


def _connect(family: int, address: Any, timeout: float) -> socket.socket:  # noqa: ANN401 - as the family has it
    connection = socket.socket(family, socket.SOCK_STREAM)
    connection.settimeout(timeout)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def _allowed(hop: Hop, watch: Watch) -> list[tuple[int, Any]]:
    """Return family and address of the host's addresses, without those that are never fetched from."""
    try:
        found = socket.getaddrinfo(hop.host, hop.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchFailed(f"{watch.name}: the host {hop.host} is not known") from error
    addresses: list[tuple[int, Any]] = [(family, address) for family, _, _, _, address in found]
    if watch.limits.allow_private:
        return addresses
    reasons = [refusal(str(address[0])) for _, address in addresses]
    allowed = [address for address, reason in zip(addresses, reasons, strict=True) if reason is None]
    if not allowed:
        where = f"{hop.host} is {reasons[0] if reasons else 'nowhere'}"
        raise RefusedAddress(f"{watch.name}: {where}, which is not fetched from; --allow-private allows it")
    return allowed


def _wrapped(connection: socket.socket, hop: Hop, watch: Watch) -> ssl.SSLSocket:
    """Return the socket made ready for TLS; hands are shaken later, under watch."""
    context = ssl.create_default_context()
    # beside the system's own, which some installations of Python do not find
    context.load_verify_locations(certifi.where())
    try:
        return context.wrap_socket(connection, server_hostname=hop.host, do_handshake_on_connect=False)
    except (OSError, ValueError) as error:  # a host that no certificate can name, or a connection that is gone
        connection.close()
        raise watch.failure(error) from error


def _shake_hands(connection: ssl.SSLSocket, watch: Watch) -> None:
    try:
        connection.do_handshake()
    except (OSError, ValueError) as error:
        raise watch.failure(error) from error


def _answer(client: HTTPConnection, target: str, watch: Watch, asking: Mapping[str, str]) -> HTTPResponse:
    try:
        client.request("GET", target, headers={**_HEADERS, **asking})
    except (OSError, HTTPException) as error:
        raise watch.failure(error) from error
    try:
        return client.getresponse()
    except (OSError, HTTPException) as error:
        raise watch.failure(error) from error


def _in_words(error: Exception, limits: Limits) -> str:
    match error:
        case TimeoutError():
            return f"no answer within {max(limits.connect_timeout, limits.read_timeout):g} seconds"
        case ssl.SSLCertVerificationError():
            return f"its certificate does not hold: {error.verify_message}"
        case ssl.SSLError():
            return f"no secure connection: {(error.reason or 'failed').replace('_', ' ').lower()}"
        case OSError():
            return f"no connection: {error.strerror or error}"
        case _:
            return "what came back is no HTTP, or ended too early"


def _shut(connection: socket.socket) -> None:
    try:
        # of the plain socket, not of the one for TLS, which would pull its state from under the reading thread
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
    except OSError:  # it is closed already
        return
