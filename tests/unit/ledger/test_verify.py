import zlib

import pytest
from sqlalchemy import text

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.verify import Problem, verify
from tests.ledgers import FERRY, STRAIT, add_text


def problems(ledger: Ledger) -> list[str]:
    found = []
    for one in verify(ledger):
        found += [one.says] if isinstance(one, Problem) else [problem.says for problem in one.problems]
    return found


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    add_text(ledger, STRAIT, published="2026-05-14", url="https://courier.example/strait")
    add_text(ledger, FERRY, publisher="Orvane Daily")
    return ledger


def test_nothing_is_wrong_with_what_was_just_added(filled: Ledger) -> None:
    assert problems(filled) == []


NOT_AS_READ = "of the index is not as the reading has it"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("UPDATE article SET text = replace(text, 'anchor', 'cannon')", "the text is not the one whose digest is kept"),
        ("UPDATE article SET url = 'https://other.example/'", "the text and the address do not give its id"),
        (
            "UPDATE statement SET content = replace(content, 'small', 'large')",
            "of the index is not as the reading has it",
        ),
        (
            "UPDATE statement SET stance = 'praises' WHERE stance = 'denies'",
            "of the index is not as the reading has it",
        ),
        ("UPDATE profile SET name = 'Nobody'", NOT_AS_READ),
        ("DELETE FROM party WHERE role = 'against'", NOT_AS_READ),
        ("UPDATE article SET title = 'Other' WHERE url IS NULL", "title is 'Other' in the index"),
        ("UPDATE blob SET sha256 = 'other' || sha256", "are not there"),
    ],
)
def test_what_was_tampered_with_is_named(filled: Ledger, command: str, says: str) -> None:
    with filled.writes() as connection:
        connection.execute(text(command))
    assert any(says in one for one in problems(filled))


def test_bytes_that_differ_from_their_digest_are_named(filled: Ledger) -> None:
    with filled.writes() as connection:
        connection.execute(text("UPDATE blob SET data = :data"), {"data": zlib.compress(b"Another article.")})
    assert problems(filled) == ["the received bytes are not those whose digest is kept"] * 2


def test_damaged_bytes_are_named(filled: Ledger) -> None:
    with filled.writes() as connection:
        connection.execute(text("UPDATE blob SET data = :data"), {"data": b"damaged"})
    assert all("cannot be unpacked" in one for one in problems(filled))
    assert len(problems(filled)) == 2
