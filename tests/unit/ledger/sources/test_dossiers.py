from itertools import permutations

from reportedly.ledger.sources.dossiers import Accusation, Appearance, Told, dossier
from reportedly.ledger.sources.portraits import Counted
from reportedly.model import Stance


def rows(made):
    minister, bare = made.person(role="minister", country="NO"), made.person()
    return [
        Appearance("0c", minister, "Orvane Daily", "2026-05-14T09:00"),
        Appearance("0a", bare, "Orvane Daily", "2026-05-12"),
        Appearance("0b", minister, "Veyra Post"),
        Appearance("0b", bare, "Veyra Post"),
    ]


SAID = [
    Told("s3", "0c", Stance.DENIES, "2026-05-14T09:00"),
    Told("s1", "0b", Stance.SAYS),
    Told("s2", "0a", Stance.SAYS, "2026-05-12"),
]
ACCUSED = [
    Accusation(Told("a2", "0c", Stance.ACCUSES, "2026-05-14T09:00"), "s3"),
    Accusation(Told("a1", "0a", Stance.ACCUSES, "2026-05-12")),
]


def test_a_dossier_counts_articles_and_orders_them_by_time(made):
    found = dossier("00ff", rows(made), SAID, ACCUSED)
    assert (found.entity, found.name) == ("00ff", "Ada Quill")
    assert found.articles == ("0a", "0c", "0b")
    assert (found.first, found.last) == ("2026-05-12", "2026-05-14T09:00")
    assert found.outlets == (Counted("Orvane Daily", 2), Counted("Veyra Post", 1))
    assert found.roles == (Counted("minister", 2),)


def test_what_is_said_and_held_against_it_stands_in_order(made):
    found = dossier("00ff", rows(made), SAID, ACCUSED)
    assert [told.statement for told in found.said] == ["s2", "s3", "s1"]
    assert [accusation.told.statement for accusation in found.accused] == ["a1", "a2"]
    assert [(one.told.statement, one.answer) for one in found.answered] == [("a2", "s3")]


def test_the_order_of_rows_and_rows_twice_change_nothing(made):
    expected = dossier("00ff", rows(made), SAID, ACCUSED)
    for order in permutations(rows(made)):
        assert dossier("00ff", [*order, order[0]], SAID[::-1] + SAID, ACCUSED[::-1]) == expected


def test_who_only_appears_has_said_nothing(made):
    found = dossier("00ff", [Appearance("0a", made.person())], [], [])
    assert (found.said, found.accused, found.answered, found.first) == ((), (), (), None)
