import pytest

from reportedly.ledger.sources.careers import career_of, families_of
from reportedly.lexicon import load

FAMILIES = load("careers")["family"]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["id"])
def test_a_family_has_its_example_and_not_its_counter(family):
    assert family["id"] in families_of(family["example"])
    assert family["id"] not in families_of(family["counter"])


def test_no_word_is_of_two_families():
    said = [word for family in FAMILIES for word in (*family["heads"], *family["phrases"])]
    assert len(said) == len(set(said))


def test_every_world_is_listed():
    assert {family["world"] for family in FAMILIES} == {*load("careers")["worlds"], "any"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deputy energy minister", "Minister of Energy"),
        ("senator", "presidential candidate"),
        ("retired general", "Defence Secretary"),
        ("chief executive of Lume Ferries", "mayor"),
        ("union leader", "MP"),
        ("then-Sen.", "Gov."),
        ("spokesman for the navy", "Navy spokesman"),
    ],
)
def test_one_career_may_lead_from_one_role_to_the_other(one, other):
    assert career_of(one).worlds == career_of(other).worlds == ("public",)


@pytest.mark.parametrize(
    "roles", [("energy minister", "goalkeeper"), ("film director", "bishop"), ("lorry driver", "convicted smuggler")]
)
def test_other_roles_are_those_of_two_persons(roles):
    one, other = (set(career_of(role).worlds) for role in roles)
    assert one
    assert other
    assert not one & other


@pytest.mark.parametrize("role", [None, "head of the northern office", "resident", "asleep at the wheel", "Dr.", ""])
def test_a_role_that_anybody_may_have_tells_no_world(role):
    assert career_of(role).worlds == ()


def test_a_piece_of_a_sentence_is_no_role():
    assert families_of("like a sprinter in a marathon") == ()


def test_only_a_role_of_ones_own_vouches_for_a_country():
    assert career_of("spokesman").tells_country
    assert career_of(None).tells_country
    assert not career_of("children").tells_country
    assert not career_of("asleep at the wheel").tells_country
