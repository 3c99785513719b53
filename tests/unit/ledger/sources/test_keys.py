import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.sources.keys import name_key
from reportedly.ledger.sources.people import middle_initials
from reportedly.ledger.sources.profiles import Profile, profile_of
from reportedly.model import Source, SourceKind, Span

ALIKE = [
    ("Ivo A. Senn", "Ivo Senn"),
    ("Sen. Ivo Senn", "Ivo Senn"),
    ("IVO SENN", "Ivo Senn"),
    ("Zoë O’Quill", "Zoe O'Quill"),
    ("Jean-Luc Orla", "Jean Luc Orla"),
    ("Ivo\u00a0 Senn", "Ivo Senn"),
    ("Ivo Se\u00adnn", "Ivo Senn"),
    ("J. K. Orla", "J.K. Orla"),
    ("J. Edmund Senn", "Edmund Senn"),
    ("Rear Admiral Ada Quill", "Ada Quill"),
    ("Søren Łunde", "Soren Lunde"),
    ("Ada Quill, Jr.", "Ada Quill Jr"),
]
APART = [
    ("Ivo Senn", "Ivan Senn"),
    ("Ada Quill Jr.", "Ada Quill"),
    ("J. Senn", "Ivo Senn"),
    ("Quill", "Ada Quill"),
    ("Pope Linus", "Linus"),
]
NOBODY = [
    "I",
    "Critics",
    "Another",
    "Mr",
    "she",
    "She",
    "harbour master",
    "Marentan senator",
    "Prime Minister",
    "spokeswoman for Ada Quill",
]


def person_key(name):
    return name_key(Profile(name, SourceKind.PERSON))


def body_key(name, country=None, kind=SourceKind.GOVERNMENT):
    return name_key(Profile(name, kind, country=country))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_forms_of_a_persons_name_are_compared_under_one(one, other):
    assert person_key(one) == person_key(other) is not None


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_that_may_be_two_persons_stay_two(one, other):
    assert None not in (person_key(one), person_key(other))
    assert person_key(one) != person_key(other)


@pytest.mark.parametrize("name", NOBODY)
def test_a_person_without_a_name_of_its_own_is_compared_with_none(name):
    assert person_key(name) is None


def test_particles_do_not_make_a_name_a_description():
    assert person_key("Jonas van der Hoek") == "jonas van der hoek"
    assert person_key("Samir al-Quill") == "samir al quill"


def test_only_initials_behind_the_first_name_are_middle_ones():
    assert middle_initials("Ivo A. Senn") == "a"
    assert middle_initials("I. A. Senn") is None


@pytest.mark.parametrize(
    "names",
    [
        ("Russia", "Kremlin", "the Russian government", "Moscow", "Russian authorities", "Government of Russia"),
        ("Ministry of Foreign Affairs", "Foreign Ministry", "Russian Foreign Ministry", "Russia’s Foreign Ministry"),
        ("Department of Defense", "Defence Department", "the Department of Defence"),
        ("Russian Senate", "Senate", "Senate of Russia"),
    ],
)
def test_a_part_of_a_government_is_compared_under_its_matter(names):
    keys = {body_key(name, "RU") for name in names}
    assert len(keys) == 1
    assert keys != {None}


def test_the_building_of_a_ministry_stands_for_it():
    assert body_key("the Pentagon", "US") == body_key("U.S. Department of Defense", "US")


def test_a_government_is_one_by_its_country_and_its_ministries_are_not_it():
    assert body_key("Russia", "RU") != body_key("Syria", "SY")
    assert body_key("Russia", "RU") != body_key("Russian Foreign Ministry", "RU")
    assert body_key("Ministry of Justice", "RU") != body_key("Ministry of Transport", "RU")


def test_a_state_of_a_country_is_not_the_country_that_is_called_alike():
    assert body_key("Georgia", "US") != body_key("Georgia", "GE")
    assert body_key("Georgia", "GE") == "government of ge"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Veyra Harbour Board", "Veyra Harbor Board"),
        ("Organization for the Safety of Ferries (OSF)", "Organisation for Safety of Ferries"),
        ("Lume & Sons Ltd.", "Lume and Sons"),
        ("Quill’s campaign", "Quill campaign"),
        ("Mr. Quill’s campaign", "Quill campaign"),
        ("V.H.B.", "VHB"),
    ],
)
def test_forms_of_a_bodys_name_are_compared_under_one(one, other):
    kind = SourceKind.ORGANIZATION
    assert body_key(one, kind=kind) == body_key(other, kind=kind) is not None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("witnesses", SourceKind.UNNAMED),
        ("Marentan Harbour Report", SourceKind.DOCUMENT),
        ("Board", SourceKind.ORGANIZATION),
        ("local papers", SourceKind.ORGANIZATION),
        ("Federal court", SourceKind.GOVERNMENT),
        ("Authorities", SourceKind.GOVERNMENT),
        ("Police", SourceKind.GOVERNMENT),
        ("They", SourceKind.GROUP),
        ("Republicans", SourceKind.GROUP),
        ("Syrians", SourceKind.GROUP),
        ("Quill’s lawyers", SourceKind.GROUP),
        ("his office", SourceKind.GOVERNMENT),
        ("2016", SourceKind.ORGANIZATION),
        ("   ", SourceKind.ORGANIZATION),
        ("Veyra " * 100, SourceKind.ORGANIZATION),
    ],
)
def test_what_is_general_is_never_one_across_articles(name, kind):
    assert body_key(name, kind=kind) is None


@pytest.mark.parametrize(
    "name", ["National Harbour Union", "Orvane police", "New Veyra Times", "White Sails", "Veyra Police"]
)
def test_what_sounds_general_but_is_a_name_counts(name):
    assert body_key(name, kind=SourceKind.ORGANIZATION) is not None


def test_a_source_is_compared_like_its_profile():
    source = Source("source-1", "Ivo A. Senn", (Span(0, 4),), SourceKind.PERSON, "clerk", "Harbour Board", "NO")
    assert profile_of(source) == Profile("Ivo A. Senn", SourceKind.PERSON, "clerk", "Harbour Board", "NO")
    assert name_key(source) == name_key(profile_of(source)) == "ivo senn"


@given(st.text(), st.sampled_from(SourceKind), st.sampled_from([None, "RU", "US"]))
def test_any_name_has_a_key_or_none(name, kind, country):
    key = name_key(Profile(name, kind, country=country))
    assert key is None or (key == key.strip() and key != "")
