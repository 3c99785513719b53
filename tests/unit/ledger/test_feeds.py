from reportedly.ledger.feeds import KeptFeeds, is_kept
from reportedly.ledger.inputs.watch import FeedState
from reportedly.ledger.ledger import Ledger
from tests.ledgers import STRAIT, add_text

FEED = "https://courier.example/feed"


def test_a_feed_is_known_again_once_it_is_kept(ledger: Ledger) -> None:
    states = KeptFeeds(ledger)
    states.put(FeedState(FEED, etag='"1"', failures=1))
    assert states.get(FEED) == FeedState(FEED, etag='"1"', failures=1)
    # stopped before it was kept: the feed is asked anew
    assert KeptFeeds(ledger).get(FEED) is None
    states.keep()
    states.put(FeedState(FEED, etag='"2"'))
    states.keep()
    assert KeptFeeds(ledger).get(FEED) == FeedState(FEED, etag='"2"')


def test_an_article_is_known_by_its_address(ledger: Ledger) -> None:
    add_text(ledger, STRAIT, url="https://courier.example/strait")
    assert is_kept(ledger, "https://courier.example/strait")
    assert not is_kept(ledger, "https://courier.example/ferry")
