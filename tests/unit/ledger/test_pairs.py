from reportedly.ledger.ledger import Ledger
from reportedly.ledger.pairs import pairs
from reportedly.ledger.reviews.applying import apply
from reportedly.ledger.reviews.composing import Reviewer
from tests.ledgers import add_text

FULL = '"The boats stay in," said Energy Minister Ada Brann on Monday.'
SHORT = 'The boats will sail after all, Minister Brann said.\n\n"They will," said Brann.'


def offered(ledger: Ledger) -> list[tuple[str, str]]:
    with ledger.reads() as connection:
        return [(pair.first, pair.second) for pair in pairs(connection, 10)]


def test_a_surname_is_offered_with_a_full_name_until_somebody_says(ledger: Ledger) -> None:
    add_text(ledger, FULL, url="https://courier.example/in")
    add_text(ledger, SHORT, url="https://daily.example/out")
    with ledger.reads() as connection:
        (pair,) = pairs(connection, 10)
    assert pair.likeness == "surname only"
    assert "“Ada Brann” and “Brann”" in pair.evidence or "“Brann” and “Ada Brann”" in pair.evidence
    with ledger.writes() as connection:
        person = Reviewer(connection, "ada", ledger.now())
        apply(connection, [person.distinct(pair.first, pair.second)])
    assert offered(ledger) == []


def test_what_was_merged_is_not_offered(ledger: Ledger) -> None:
    add_text(ledger, FULL, url="https://courier.example/in")
    add_text(ledger, SHORT, url="https://daily.example/out")
    ((first, second),) = offered(ledger)
    with ledger.writes() as connection:
        apply(connection, [Reviewer(connection, "ada", ledger.now()).merge(first, second)])
    assert offered(ledger) == []
    assert ledger.find("source:Brann").total == 3
