from functools import cache

import pytest

from reportedly.errors import InputError
from reportedly.ledger.inputs.expand import items
from reportedly.ledger.keeping.preparing import read_item
from reportedly.model import Reading
from reportedly.reader import Failure, failure_of
from tests.damaged_inputs import INPUTS, READING, damaged_inputs

made = cache(damaged_inputs)


@pytest.fixture(autouse=True)
def _no_model(monkeypatch):
    """Replace the reading of pages, which no damaged input should come to."""
    monkeypatch.setattr("reportedly.reading.pipeline.read_page", lambda page: Reading(page.article, page.stories, ()))


def read(item):
    """Return the reading of an item, or the failure that stands for it."""
    try:
        return read_item(item)
    except InputError as error:
        return failure_of(item.name, item.line, error)


def test_there_are_two_hundred_each_with_a_name_of_its_own():
    assert len(made()) >= 200
    assert len({damaged.name for damaged in made()}) == len(made())


@pytest.mark.parametrize("damaged", made(), ids=lambda damaged: damaged.name)
def test_each_ends_as_a_failure_at_its_stage(put, damaged):
    put(damaged.name, damaged.data)
    outcomes = list(items([damaged.name]))
    assert outcomes
    assert [isinstance(outcome, Failure) for outcome in outcomes] == [damaged.stage == INPUTS] * len(outcomes)
    for outcome in outcomes:
        failure = outcome if damaged.stage != READING else read(outcome)
        assert isinstance(failure, Failure)
        assert failure.name.startswith(damaged.name) or "://" in failure.name
        assert 8 < len(failure.reason) < 400
        assert "\n" not in failure.reason
