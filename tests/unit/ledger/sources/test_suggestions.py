import pytest

from reportedly.ledger.sources.likeness import Likeness
from reportedly.ledger.sources.lookups import lookup_keys
from reportedly.ledger.sources.suggestions import suggestions


def offered(made, *profiles, **options):
    return [suggestion.likeness for suggestion in suggestions(made.grouped(*profiles), **options)]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Quill", "Ada Quill", Likeness.SURNAME),
        ("A. Quill", "Ada Quill", Likeness.INITIALS),
        ("Kell Lo Tarn", "Lo Tarn Kell", Likeness.ORDER),
        ("Ada Quillmann", "Ada Quilmann", Likeness.SPELLING),
        ("Edmund Senner", "Edmund Senser", Likeness.SPELLING),
        ("Ada Marie Quill", "Ada Quill", Likeness.MIDDLE),
        ("Ada Quill Jr.", "Ada Quill", Likeness.SUFFIX),
    ],
)
def test_names_of_persons_that_may_be_one_are_offered(made, one, other, likeness):
    assert offered(made, made.person(one), made.person(other)) == [likeness]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("VHU", "Veyra Harbour Union", Likeness.INITIALS),
        ("Veyra Harbour Union", "Veyra Harbour Unions", Likeness.SPELLING),
    ],
)
def test_names_of_bodies_that_may_be_one_are_offered(made, one, other, likeness):
    assert offered(made, made.body(one), made.body(other)) == [likeness]


def test_a_body_named_with_and_without_its_country_is_offered(made):
    profiles = made.body("Norwegian Harbour Union", "NO"), made.body("Harbour Union")
    assert offered(made, *profiles) == [Likeness.COUNTRY_NAMED]


@pytest.mark.parametrize(("one", "other"), [("Ivo Senn", "Iva Senn"), ("Ada Quill", "Ada Orla"), ("Ada", "Ada Quill")])
def test_names_that_are_less_alike_are_not(made, one, other):
    assert offered(made, made.person(one), made.person(other)) == []


def test_nobody_is_offered_for_whom_he_cannot_be(made):
    assert offered(made, made.person("Quill", country="NO"), made.person(country="IS")) == []
    assert offered(made, made.person("Quill", role="goalkeeper"), made.person(role="minister")) == []
    assert offered(made, made.body("Quill"), made.person()) == []


def test_namesakes_are_offered_with_what_sets_them_apart(made):
    minister, keeper = made.person(role="minister", country="NO"), made.person(role="goalkeeper", country="NO")
    (suggestion,) = suggestions(made.grouped(minister, keeper))
    assert suggestion.likeness is Likeness.ROLES
    assert suggestion.evidence == ("“Ada Quill” and “Ada Quill”", "role: minister, goalkeeper", "same country: NO")
    assert offered(made, minister, made.person(country="IS")) == [Likeness.COUNTRIES]
    assert offered(made, made.person("Ada B. Quill"), made.person("Ada C. Quill")) == [Likeness.MIDDLE_INITIALS]
    assert offered(made, made.person(), made.body("Ada Quill")) == [Likeness.KINDS]


def test_a_ministry_of_no_known_country_is_offered_with_each_of_its_name(made):
    ministries = [made.government("Foreign Ministry", country) for country in ("RU", "SY", None)]
    assert sorted(offered(made, *ministries)) == [Likeness.COUNTRIES, Likeness.UNDECIDED, Likeness.UNDECIDED]


def test_who_shares_a_role_is_offered_first(made):
    bare = made.person("Quill", role="mayor")
    drafts = made.grouped(bare, made.person("Ada Quill", articles=5), made.person("Orla Quill", role="Mayor"))
    first, second = suggestions(drafts)
    assert "same role: mayor" in first.evidence or "same role: Mayor" in first.evidence
    assert not any("role" in words for words in second.evidence)


def test_what_is_settled_is_not_offered(made):
    profiles = made.person("Quill"), made.person()
    pair = tuple(sorted(draft.id for draft in made.grouped(*profiles)))
    assert offered(made, *profiles, settled=frozenset({pair})) == []


def test_a_common_surname_offers_no_more_than_a_few(made):
    people = [made.person(f"{first}{second}a Quill") for first in "BDFGH" for second in "aeiou"]
    assert len(offered(made, made.person("Quill"), *people)) == 10


def test_whatever_is_offered_shares_a_key(made):
    drafts = made.grouped(
        made.person("Quill"),
        made.person(),
        made.person("Ada Quilll"),
        made.body("VHU"),
        made.body("Veyra Harbour Union"),
    )
    by_id = {draft.id: lookup_keys(draft) for draft in drafts}
    found = suggestions(drafts)
    assert found
    assert all(by_id[one.first] & by_id[one.second] for one in found)
    assert found == suggestions(reversed(drafts))
