from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.sources.cells import Worlds, cell_of
from reportedly.ledger.sources.grouping import entity_id, group, own_key, profile_key
from reportedly.ledger.sources.keys import name_key
from reportedly.ledger.sources.lookups import Lookup, lookup_keys
from reportedly.ledger.sources.profiles import Profile
from reportedly.ledger.sources.suggestions import suggestions
from reportedly.model import SourceKind

ROLES = [None, "energy minister", "Minister of Energy", "mayor", "goalkeeper", "bishop and author", "clerk", "resident"]
PROFILES = st.builds(
    Profile,
    st.sampled_from(["Ada Quill", "Ada B. Quill", "Ada C. Quill", "Sen. Ada Quill", "ADA QUILL"]),
    st.sampled_from([SourceKind.PERSON, SourceKind.PERSON, SourceKind.ORGANIZATION]),
    st.sampled_from([*ROLES, "goalkeeper and mayor"]),
    st.sampled_from([None, None, "Harbour Board", "Veyra Rovers"]),
    st.sampled_from([None, "NO", "IS"]),
)
KEY = "ada quill"
ANYTHING = st.text(st.characters(exclude_categories=()))  # lone surrogates, too


def sets_of(drafts):
    return {frozenset(draft.profiles) for draft in drafts}


def test_wordings_of_one_career_are_one_person(made):
    roles = ("deputy energy minister", "energy minister", "Minister of Energy", "senator", "presidential candidate")
    profiles = [made.person(role=role) for role in roles]
    (draft,) = group(KEY, profiles)
    assert set(draft.profiles) == set(profiles)
    assert not draft.undecided
    assert draft.candidates == ()


def test_a_minister_and_a_goalkeeper_stay_apart_and_are_offered(made):
    one, other = group(KEY, [made.person(role="energy minister"), made.person(role="goalkeeper")])
    assert one.candidates == (other.key,)
    assert other.candidates == (one.key,)
    assert one.id != other.id


def test_two_countries_or_kinds_or_initials_are_two(made):
    assert len(group(KEY, [made.person(country="NO"), made.person(country="IS")])) == 2
    assert len(group(KEY, [made.person(), made.body("Ada Quill")])) == 2
    assert len(group(KEY, [made.person("Ada B. Quill"), made.person("Ada C. Quill")])) == 2
    assert len(group(KEY, [made.person("Ada B. Quill"), made.person()])) == 1


def test_who_fits_several_is_undecided(made):
    bare, minister, keeper = made.person(), made.person(role="energy minister"), made.person(role="goalkeeper")
    drafts = group(KEY, [bare, minister, keeper])
    assert sets_of(drafts) == {frozenset({one}) for one in (bare, minister, keeper)}
    (undecided,) = (draft for draft in drafts if draft.undecided)
    assert undecided.profiles == (bare,)
    assert set(undecided.candidates) == {draft.key for draft in drafts} - {undecided.key}


def test_who_tells_less_goes_to_the_only_one_that_fits(made):
    minister = made.person(role="energy minister", country="NO")
    keeper = made.person(role="goalkeeper", country="IS")
    less, place = made.person(role="mayor"), made.person(country="IS")
    assert sets_of(group(KEY, [minister, keeper, less, place])) == {
        frozenset({minister, less}),
        frozenset({keeper, place}),
    }


def test_a_stray_role_does_not_take_the_name_from_whom_nearly_all_mean(made):
    ministers = [made.person(role=role) for role in ("minister", "mayor", "senator", "ambassador", "candidate")]
    stray, bare = made.person(role="goalkeeper"), made.person()
    home = next(draft for draft in group(KEY, [*ministers, stray, bare]) if bare in draft.profiles)
    assert set(home.profiles) == {*ministers, bare}
    fewer = next(draft for draft in group(KEY, [*ministers[1:], stray, bare]) if bare in draft.profiles)
    assert fewer.undecided


def test_one_role_of_two_worlds_joins_them(made):
    keeper, mayor = made.person(role="goalkeeper"), made.person(role="mayor")
    both = made.person(role="former goalkeeper and now mayor")
    assert len(group(KEY, [keeper, mayor])) == 2
    (draft,) = group(KEY, [keeper, mayor, both])
    assert len(draft.profiles) == 3


def test_two_roles_in_one_body_are_one_persons(made):
    profiles = [made.person(role=role, affiliation="Orvane University") for role in ("professor", "spokeswoman")]
    assert len(group(KEY, profiles)) == 1


def test_a_country_beside_a_relatives_role_is_not_ones_own(made):
    profiles = [made.person(role="minister", country="NO"), made.person(role="daughter", country="CU")]
    assert len(group(KEY, profiles)) == 1


def test_a_ministry_of_no_known_country_is_no_countrys(made):
    ministries = [
        made.government("Foreign Ministry", "RU"),
        made.government("Syrian Ministry of Foreign Affairs"),
        made.government("Foreign Ministry"),
    ]
    drafts = made.grouped(*ministries)
    assert len(drafts) == 3
    (alone, known) = made.grouped(ministries[0], ministries[2])
    assert {alone.undecided, known.undecided} == {True, False}


def test_another_body_of_no_known_country_is_the_one_that_is_known(made):
    assert len(made.grouped(made.body("Veyra Harbour Union", "NO"), made.body("Veyra Harbour Union"))) == 1


def test_the_names_of_one_government_are_one_body(made):
    names = ("Russia", "Kremlin", "Russian government")
    (draft,) = made.grouped(*(made.government(name, "RU") for name in names))
    assert len(draft.profiles) == 3


def test_a_namesake_leaves_the_first_as_it_is(made):
    minister, keeper = made.person(role="energy minister"), made.person(role="goalkeeper")
    (before,) = group(KEY, [minister])
    after = next(draft for draft in group(KEY, [minister, keeper]) if minister in draft.profiles)
    assert after.id == before.id


def test_who_was_known_by_less_is_remembered_under_that_key(made):
    bare, minister = made.person(), made.person(role="energy minister")
    (before,) = group(KEY, [bare])
    (after,) = group(KEY, [bare, minister])
    assert after.formerly == (before.key,) == (profile_key(KEY, bare),)
    assert after.key == profile_key(KEY, minister)


def test_ids_are_sixteen_hexadecimal_digits_of_the_key():
    assert entity_id("a") != entity_id("b")
    assert len(entity_id("a")) == len(bytes.fromhex(entity_id("a"))) * 2 == 16
    assert own_key("0a", "source-1") != own_key("0a", "source-2")


@given(st.lists(PROFILES, min_size=1, max_size=5))
def test_the_order_of_profiles_changes_nothing(profiles):
    expected = group(KEY, profiles)
    assert all(group(KEY, order) == expected for order in list(permutations(profiles))[:24])
    assert {name_key(profile) for profile in profiles if profile.is_person} <= {KEY}


@given(st.lists(PROFILES, min_size=1, max_size=8))
def test_every_profile_is_of_one_entity_that_its_own_key_leads_to(profiles):
    drafts = group(KEY, profiles)
    assert sorted(map(repr, {*profiles})) == sorted(repr(one) for draft in drafts for one in draft.profiles)
    assert len({draft.id for draft in drafts}) == len(drafts)
    for draft in drafts:
        for profile in draft.profiles:
            assert profile_key(KEY, profile) in (draft.key, *draft.formerly)


@given(st.lists(PROFILES, min_size=1, max_size=8), PROFILES)
def test_whoever_a_new_profile_conflicts_with_keeps_the_id(profiles, new):
    worlds = Worlds([*profiles, new])
    after = {draft.id for draft in group(KEY, [*profiles, new])}
    told = [draft for draft in group(KEY, profiles) if not draft.undecided]
    apart = [draft for draft in told if not worlds.placed(cell_of(new)).fits(worlds.placed(draft.cell))]
    assert {draft.id for draft in apart} <= after


@pytest.mark.parametrize("count", [1, 3])
def test_how_often_a_profile_stands_in_articles_moves_nobody(made, count):
    profiles = [made.person(articles=count), made.person(role="mayor"), made.person(role="goalkeeper")]
    assert [draft.key for draft in group(KEY, profiles)] == [
        draft.key for draft in group(KEY, [made.person(), *profiles[1:]])
    ]


@given(st.lists(st.builds(Profile, ANYTHING, st.sampled_from(SourceKind), ANYTHING, ANYTHING, st.none()), max_size=4))
def test_any_profiles_are_grouped_and_found(profiles):
    for key in {name_key(profile) for profile in profiles} - {None}:
        drafts = group(key, [profile for profile in profiles if name_key(profile) == key])
        assert all((Lookup.NAME, key) in lookup_keys(draft) for draft in drafts)
        assert len(suggestions(drafts)) <= len(drafts) * len(drafts)
