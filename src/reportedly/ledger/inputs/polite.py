"""Fetches as a well-behaved program does: by robots.txt, with pauses, and not again what has not changed."""

from __future__ import annotations

import time as times
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reportedly.errors import FetchError, FetchFailed, InputError, RefusedAddress
from reportedly.page.arrival.clock import utc
from reportedly.page.arrival.fetch import Asking, fetch_if_changed
from reportedly.page.arrival.received import DEFAULT_LIMITS, Limits, Received

if TYPE_CHECKING:
    from protego import Protego

AGENT = "reportedly"
# a second more than what crawlers of news sites are commonly asked for; a site that asks for more than the cap would
# make a list of a hundred pages last an hour
_DELAY = 2.0
_LONGEST_DELAY = 30.0
# RFC 9309, section 2.4 (a day at most) and 2.5 (500 kibibytes at least)
_RULES_LAST = 86_400.0
_RULES_BYTES = 512_000
# a server that fails is asked again after this many seconds
_FAILED_RULES_LAST = 600.0
# hosts remembered; more are forgotten in the order in which they came
_MOST_HOSTS = 10_000
_TOO_MANY_REQUESTS = 429
_UNAVAILABLE = 503
_MOST_STRAIN = 10


@dataclass(frozen=True, slots=True)
class Clock:
    """The time in seconds since 1970, and how to let time pass; tests have one on which no time is lost."""

    time: Callable[[], float] = times.time
    sleep: Callable[[float], None] = times.sleep

    def now(self) -> str:
        """Return the time as UTC, "2026-05-14T09:30:00Z"."""
        return utc(self.time()) or ""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a server said of a page when it was last fetched: its tag and the date of its last change."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for the page only if it has changed.

        >>> Conditions(etag='"a1"').headers()
        {'If-None-Match': '"a1"'}
        """
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        # a value that no header can hold is a damaged one
        return {name: value for name, value in named.items() if value and value.isprintable() and value.isascii()}


_ANYWAY = Conditions()


@dataclass(slots=True)
class _Host:
    """What is known of a server: its rules or why they are not known, and when it may be asked next.

    `strain` is how often it said that it is asked too much.
    """

    rules: Protego | None = None
    failed: str | None = None
    rules_until: float = 0.0
    next_at: float = 0.0
    strain: int = 0


@dataclass(slots=True)
class Fetcher:
    """Fetches pages one after the other, each host's with pauses of `delay` seconds, as its robots.txt allows.

    A longer Crawl-delay in robots.txt is kept, and pauses double each time a server says that it is asked too much
    (429, 503), up to half a minute. Redirects are looked at like first addresses. Not for several threads at a time.
    """

    limits: Limits = DEFAULT_LIMITS
    clock: Clock = field(default_factory=Clock)
    delay: float = _DELAY
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def fetch(self, url: str) -> Received:
        """Return what a URL holds. Raises FetchError, and InputError for a body that is too large or damaged."""
        received = self.fetch_if_changed(url, _ANYWAY)
        if received is None:
            raise FetchFailed(f"{url}: the server answered 304 Not Modified, which was not asked for", 304)
        return received

    def fetch_if_changed(self, url: str, conditions: Conditions) -> Received | None:
        """Return what a URL holds, or None where it has not changed. Raises as `fetch` does."""
        asked: list[_Host] = []

        def before(hop: str) -> None:
            host = self._host(hop)
            self._refuse_by_rules(hop, url, host)
            self._pause(host)
            asked.append(host)

        try:
            return fetch_if_changed(url, self.limits, Asking(conditions.headers(), before, self.clock.now))
        except RefusedAddress:
            asked[-1:] = []  # the last was never asked
            raise
        except FetchFailed as error:
            if error.status in (_TOO_MANY_REQUESTS, _UNAVAILABLE) and asked:
                asked[-1].strain += 1
            raise
        finally:
            for host in asked:
                host.next_at = self.clock.time() + self._delay_of(host)

    def _host(self, url: str) -> _Host:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        host = self._hosts.get(origin)
        if host is None:
            while len(self._hosts) >= _MOST_HOSTS:
                self._hosts.pop(next(iter(self._hosts)))
            host = self._hosts[origin] = _Host()
        if host.rules_until <= self.clock.time():
            self._learn_rules(host, origin)
        return host

    def _learn_rules(self, host: _Host, origin: str) -> None:
        """Fetch a server's robots.txt: none there allows everything, a server that fails nothing (RFC 9309, 2.3.1)."""
        host.rules, host.failed, lasts = None, None, _RULES_LAST
        try:
            received = fetch_if_changed(f"{origin}/robots.txt", self.limits, Asking(now=self.clock.now))
        except RefusedAddress:
            lasts = 0.0  # the page itself is refused for the same reason, or only the rules lie where nobody may go
        except (FetchError, InputError) as error:
            status = getattr(error, "status", None)
            if status is None or status >= 500 or status == _TOO_MANY_REQUESTS:
                host.failed, lasts = str(error).partition("robots.txt: ")[2] or str(error), _FAILED_RULES_LAST
        else:
            host.rules = _rules(received.data if received else b"")
        host.rules_until = self.clock.time() + lasts

    def _refuse_by_rules(self, hop: str, url: str, host: _Host) -> None:
        leads = "" if hop.rstrip("/") == url.rstrip("/") else f" leads to {hop}, which"
        if host.failed:
            raise FetchFailed(f"{url}: not fetched, since the site's robots.txt cannot be read: {host.failed}")
        if host.rules is not None and not host.rules.can_fetch(hop, AGENT):
            by = "the site's robots.txt keeps programs away from"
            raise FetchFailed(f"{url}:{leads or ' this'} is what {by}; save the page in a browser and add the file")

    def _pause(self, host: _Host) -> None:
        left = host.next_at - self.clock.time()
        if left > 0:
            # never longer than the longest pause, even where the clock was set back
            self.clock.sleep(min(left, max(self.delay, _LONGEST_DELAY)))

    def _delay_of(self, host: _Host) -> float:
        wished = host.rules.crawl_delay(AGENT) if host.rules is not None else None
        pause = max(self.delay, min(wished or 0.0, _LONGEST_DELAY))
        return max(self.delay, min(pause * 2.0 ** min(host.strain, _MOST_STRAIN), _LONGEST_DELAY))


def _rules(data: bytes) -> Protego:
    from protego import Protego  # noqa: PLC0415 - only where something is fetched

    return Protego.parse(data[:_RULES_BYTES].decode("utf-8", "replace"))
