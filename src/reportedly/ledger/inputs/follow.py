"""Follows the addresses in a list to the articles there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.errors import FetchError, InputError
from reportedly.ledger.inputs.item import Item
from reportedly.ledger.inputs.listings import Link, Listing, listing_of
from reportedly.ledger.inputs.parcel import Desk
from reportedly.page.arrival.received import Received
from reportedly.reader import Failure, failure_of

# an index of site maps leads to site maps, a list of feeds to feeds; an index of indexes is written now and then
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Trail:
    """Where one input has led so far, so that nothing is fetched twice and nothing goes round in a circle."""

    lists: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


def articles_of(received: Received, name: str, desk: Desk) -> Iterator[Item | Failure]:
    """Yield an Item for every article that a list leads to, and a Failure for each that cannot be fetched.

    Raises InputError where the list itself cannot be read.
    """
    trail = Trail()
    if received.url:
        trail.lists.add(received.url)
    listing = listing_of(received, desk.limits)
    yield from _articles(listing, name, desk, trail, 1)


def _articles(listing: Listing, name: str, desk: Desk, trail: Trail, depth: int) -> Iterator[Item | Failure]:
    for link in listing.links:
        if link.url is None:
            yield no_address(link, name)
        elif listing.lists.leads_to_lists:
            yield from _articles_of_list(link.url, desk, trail, depth)
        elif link.url not in trail.articles:
            trail.articles.add(link.url)
            if not desk.seen(link.url):
                yield article_at(link, desk)
    if listing.breaks_off:
        yield cut_short(name)


def _articles_of_list(url: str, desk: Desk, trail: Trail, depth: int) -> Iterator[Item | Failure]:
    if url in trail.lists:
        return
    trail.lists.add(url)
    if depth >= _DEEPEST:
        yield Failure(url, None, f"a list in more than {_DEEPEST} lists, one in the other; name it itself")
        return
    try:
        listing = listing_of(desk.fetcher.fetch(url), desk.limits)
    except (FetchError, InputError) as error:
        yield failure_of(url, None, error)
        return
    yield from _articles(listing, url, desk, trail, depth + 1)


def article_at(link: Link, desk: Desk) -> Item | Failure:
    """Return the article at an address, or why it could not be fetched."""
    url = link.url or ""
    try:
        received = desk.fetcher.fetch(url)
    except (FetchError, InputError) as error:
        failure = failure_of(url, None, error)
        if link.full:
            also = "; the feed itself carries the whole text, which is not what the page says and is not read"
            return Failure(url, None, failure.reason + also)
        return failure
    return Item(url, received, known=desk.known)


def no_address(link: Link, name: str) -> Failure:
    """Return the Failure of an entry that leads to no page on the web."""
    shown = "".join(letter if letter.isprintable() else " " for letter in link.shown[:80])
    return Failure(name, link.line, f"an entry without the address of a page{f' ({shown})' if shown else ''}")


def cut_short(name: str) -> Failure:
    """Return the Failure of a list that ends too early."""
    return Failure(name, None, "damaged or cut short; what it leads to before that is read, get the list again")
