"""Two people at one ledger at the same time."""

import threading

from sqlalchemy import func, select

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.reviews.review import Verb
from reportedly.ledger.tables import schema
from reportedly.ledger.verify import verify
from tests.unit.ledger.reviews.conftest import Desk


def test_neither_loses_what_the_other_says(desk, strait, where):
    statements = [one.id for one in desk.reading(strait).statements]

    def work(who, words):
        with Ledger.open(where) as ledger:
            for word in words:
                for one in statements:
                    Desk(ledger).review(lambda person, one=one, word=word: person.word(one, Verb.STANCE, word), who)

    threads = [threading.Thread(target=work, args=args) for args in (("Ana", ["warns", "asks"]), ("Ben", ["plans"]))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with desk.ledger.reads() as connection:
        assert connection.execute(select(func.count()).select_from(schema.review)).scalar() == 3 * len(statements)
        times = connection.execute(select(schema.review.c.target, schema.review.c.at)).all()
    assert len(set(times)) == len(times)
    assert all(not done.problems for done in verify(desk.ledger))
