"""Looks at feeds again and again, and yields what is new in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from reportedly.errors import FetchError, InputError
from reportedly.ledger.inputs.follow import article_at, cut_short, no_address
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.inputs.listings import Link, Listing, listing_of
from reportedly.ledger.inputs.parcel import Desk
from reportedly.ledger.inputs.polite import Conditions, Fetcher
from reportedly.page.arrival.clock import utc
from reportedly.page.arrival.received import Received
from reportedly.reader import Failure, Options, failure_of, is_url, known_of, limits_of

# a feed that fails is asked again after twice the time, and again twice, up to a day
_LONGEST_BACKOFF = 86_400
_MOST_DOUBLINGS = 20
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is known of a feed from when it was last asked for: times as UTC, and how often it has failed since."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    checked_at: str | None = None
    next_at: str | None = None
    failures: int = 0


class FeedStates(Protocol):
    """Where the states of feeds are kept."""

    def get(self, url: str) -> FeedState | None:
        """Return the state of a feed, None where it was never asked for."""

    def put(self, state: FeedState) -> None:
        """Keep the state of a feed instead of the one before."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Feeds to look at, where their states are kept, who fetches, what is there already, and every how many seconds.

    A feed is the URL of an RSS, Atom or JSON feed, a site map, an index of site maps, or a list of feeds (OPML), which
    may also be a file. `seen` tells whether the article at a URL is in the ledger.
    """

    feeds: tuple[str, ...]
    states: FeedStates
    fetcher: Fetcher
    seen: Callable[[str], bool]
    every: int = 900
    options: Options = field(default_factory=Options)

    def round(self) -> Iterator[Item | Failure]:
        """Look at every feed whose time has come, once, and yield its new articles.

        An article that is in the ledger is fetched again only where the feed says that it changed after the feed was
        last looked at. The state of a feed is kept when the one who takes the items asks for what comes after its
        last: stopped before that, the next round gives them again. A feed that cannot be read is a Failure.
        """
        done: set[str] = set()
        for feed in self.feeds:
            yield from self._feed(feed, done, 1)

    def forever(self, stop: Callable[[], bool]) -> Iterator[Item | Failure]:
        """Look at the feeds round after round, sleeping in between, until `stop` says so."""
        while not stop():
            yield from self.round()
            if not stop():
                self.fetcher.clock.sleep(self.pause())

    def pause(self) -> float:
        """Return the seconds until the next feed's time has come."""
        states = (self.states.get(feed) for feed in self.feeds)
        dues = [_seconds(state.next_at) for state in states if state is not None and state.next_at]
        left = min(dues) - self.fetcher.clock.time() if dues else self.every
        return min(max(left, 1.0), float(max(self.every, _LONGEST_BACKOFF)))

    def _feed(self, feed: str, done: set[str], depth: int) -> Iterator[Item | Failure]:
        state = self.states.get(feed) or FeedState(feed)
        if feed in done or (state.next_at and _seconds(state.next_at) > self.fetcher.clock.time()):
            return
        done.add(feed)
        checked_at = self.fetcher.clock.now()
        try:
            received = self._received(feed, state)
            listing = listing_of(received, limits_of(self.options)) if received else None
        except (FetchError, InputError, OSError) as error:
            yield failure_of(feed, None, error)
            self.states.put(self._failed(state, error))
            return
        if listing is not None:
            yield from self._links(listing, state, done, depth)
        self.states.put(self._checked(state, received, listing, checked_at))

    def _received(self, feed: str, state: FeedState) -> Received | None:
        """Return what a feed holds, None where it has not changed since it was last looked at."""
        if is_url(feed):
            return self.fetcher.fetch_if_changed(feed, Conditions(state.etag, state.last_modified))
        with Path(feed).open("rb") as file:
            return Received(file.read(limits_of(self.options).max_bytes + 1), file=feed)

    def _links(self, listing: Listing, state: FeedState, done: set[str], depth: int) -> Iterator[Item | Failure]:
        for link in listing.links:
            if link.url is None:
                yield no_address(link, state.url)
            elif not listing.lists.leads_to_lists:
                if link.url not in done and self._is_new(link, state):
                    done.add(link.url)
                    yield article_at(link, self._desk())
            elif depth >= _DEEPEST:
                yield Failure(link.url, None, f"a list in more than {_DEEPEST} lists, one in the other; name it itself")
            elif not self._is_settled(link):
                yield from self._feed(link.url, done, depth + 1)
        if listing.breaks_off:
            yield cut_short(state.url)

    def _is_new(self, link: Link, state: FeedState) -> bool:
        """Tell whether an article is to be fetched: not in the ledger, or changed since the feed was last looked at."""
        if not self.seen(link.url or ""):
            return True
        changed, checked = link.updated, state.checked_at
        # a date that lies ahead says nothing: it would be new for ever
        return bool(changed and checked and checked < changed <= self.fetcher.clock.now())

    def _is_settled(self, link: Link) -> bool:
        """Tell whether a site map has not changed, by what the index of site maps says, since it was last read."""
        state = self.states.get(link.url or "")
        return bool(
            state and not state.failures and state.checked_at and link.updated and link.updated < state.checked_at
        )

    def _desk(self) -> Desk:
        known = known_of(self.options.facts())
        return Desk(self.options, limits_of(self.options), known, self.fetcher, self.seen, lambda name: None)

    def _checked(
        self, state: FeedState, received: Received | None, listing: Listing | None, checked_at: str
    ) -> FeedState:
        """Return the state after a look that went well."""
        state = replace(state, checked_at=checked_at, next_at=self._after(self.every), failures=0)
        if received is None or listing is None:
            return state
        if listing.lists.leads_to_lists or listing.breaks_off:
            # what it leads to, or what was cut off, has to be looked at though the list itself may stay as it is
            return replace(state, etag=None, last_modified=None)
        headers = {name.lower(): value for name, value in received.headers}
        return replace(state, etag=headers.get("etag"), last_modified=headers.get("last-modified"))

    def _failed(self, state: FeedState, error: Exception) -> FeedState:
        """Return the state after a look that failed."""
        wait = min(self.every * 2 ** min(state.failures + 1, _MOST_DOUBLINGS), max(_LONGEST_BACKOFF, self.every))
        return replace(state, next_at=self._after(wait), failures=state.failures + 1)

    def _after(self, seconds: float) -> str | None:
        return utc(self.fetcher.clock.time() + seconds)


class KeptInMemory:
    """States of feeds that are kept as long as the program runs."""

    def __init__(self, states: Iterable[FeedState] = ()) -> None:
        self._states = {state.url: state for state in states}

    def get(self, url: str) -> FeedState | None:
        """Return the state of a feed, None where it was never asked for."""
        return self._states.get(url)

    def put(self, state: FeedState) -> None:
        """Keep the state of a feed instead of the one before."""
        self._states[state.url] = state


def _seconds(when: str) -> float:
    """Return a time as seconds since 1970, 0 where it is none."""
    try:
        return datetime.fromisoformat(when).timestamp()
    except ValueError:
        return 0.0
