from reportedly.ledger.keeping.copies import copies_of
from reportedly.ledger.keeping.kept import kept
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.verify import verify
from tests.ledgers import FERRY, STRAIT, add_text

RELEASE = (
    "The harbour board of Port Sella has closed the northern basin to all ships longer than forty metres until the "
    "wreck of the tug Marisol, which sank there in a storm on Monday night, has been lifted by a floating crane from "
    "Veyra, the board told the owners of the ships in a letter."
)


def copies(ledger: Ledger, article_id: str) -> dict[str, list[tuple[str, str]]]:
    with ledger.reads() as connection:
        one = kept(connection, article_id)
        found = {}
        for copy in copies_of(connection, one.key):
            other = kept(connection, copy.article_id).reading.article.text
            found[copy.article_id] = [
                (passage.one.spans[0].of(one.reading.article.text), passage.other.spans[0].of(other))
                for passage in copy.passages
            ]
    return found


def test_a_shared_passage_is_found_as_it_is_added_and_seen_from_both(ledger: Ledger) -> None:
    one = add_text(ledger, f"Basin closed\n\n{RELEASE}\n\nNobody was hurt.", url="https://courier.example/basin")
    add_text(ledger, FERRY)
    other = add_text(ledger, f"News in brief\n\n{RELEASE.replace('forty', '40')}\n", url="https://daily.example/brief")
    (seen,) = copies(ledger, one.article_id)[other.article_id]
    assert seen[0].startswith("The harbour board")
    assert "40 metres" in seen[1]
    assert copies(ledger, other.article_id) == {one.article_id: [seen[::-1]]}
    assert all(found.problems == () for found in verify(ledger))


def test_versions_of_a_page_are_no_copies(ledger: Ledger) -> None:
    one = add_text(ledger, f"Basin closed\n\n{RELEASE}", url="https://courier.example/basin")
    add_text(ledger, f"Basin still closed\n\n{RELEASE}", url="https://courier.example/basin")
    assert copies(ledger, one.article_id) == {}


def test_articles_of_their_own_share_nothing(ledger: Ledger) -> None:
    one = add_text(ledger, STRAIT)
    add_text(ledger, FERRY)
    assert copies(ledger, one.article_id) == {}
