"""Invented sources: the people and bodies of Marenta, as articles may give them."""

from types import SimpleNamespace

import pytest

from reportedly.ledger.sources.grouping import group
from reportedly.ledger.sources.keys import name_key
from reportedly.ledger.sources.profiles import Profile
from reportedly.model import SourceKind


def person(name="Ada Quill", role=None, affiliation=None, country=None, articles=1):
    return Profile(name, SourceKind.PERSON, role, affiliation, country, articles)


def body(name, country=None, kind=SourceKind.ORGANIZATION, articles=1):
    return Profile(name, kind, None, None, country, articles)


def government(name, country=None):
    return body(name, country, SourceKind.GOVERNMENT)


def grouped(*profiles):
    """Return the entities of profiles of whatever names."""
    keys = dict.fromkeys(name_key(profile) for profile in profiles)
    return [draft for key in keys for draft in group(key, [one for one in profiles if name_key(one) == key])]


@pytest.fixture
def made():
    return SimpleNamespace(person=person, body=body, government=government, grouped=grouped)
