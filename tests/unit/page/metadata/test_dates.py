import pytest

from reportedly.errors import BadRecord
from reportedly.model import Precision, WhenBasis
from reportedly.page.metadata.dates import given_when, published_when, stated_when


def test_a_date_is_a_day_and_a_time_a_minute():
    day = given_when("2024-12-31")
    assert (day.id, day.start, day.end, day.precision) == ("published", "2024-12-31", "2025-01-01", Precision.DAY)
    minute = given_when("2024-12-31T23:59:59-05:00")
    assert (minute.start, minute.end) == ("2024-12-31T23:59-05:00", "2025-01-01T00:00-05:00")
    assert (minute.precision, minute.basis) == (Precision.MINUTE, WhenBasis.METADATA)


@pytest.mark.parametrize(
    "value", ["yesterday", "2024-13-01", "2024-02-30", "12/11/2024", "2024", "9999-12-31", "", "0001-01-01"]
)
def test_what_is_no_date_is_refused(value):
    assert published_when(value, WhenBasis.METADATA) is None
    with pytest.raises(BadRecord, match="write it as 2024-11-12"):
        given_when(value)


@pytest.mark.parametrize(
    ("stamp", "start"),
    [
        ("2024-11-12T10:05:00.000Z", "2024-11-12T10:05+00:00"),
        ("2024-11-12T10:05:00+0530", "2024-11-12T10:05+05:30"),
        ("2024-11-12 10:05:00Z", "2024-11-12T10:05+00:00"),
        ("Tue, 12 Nov 2024 10:05:00 +0100", "2024-11-12T10:05+01:00"),
        ("November 12th, 2024", "2024-11-12"),
        ("1731405900000", "2024-11-12T10:05+00:00"),
        ("2024-11-12T10:05:00 PST", "2024-11-12T10:05-08:00"),
        ("2024-11-12T99:99", "2024-11-12"),
        (" 2024-11-12 ", "2024-11-12"),
    ],
)
def test_stamps_of_every_sort(stamp, start):
    assert stated_when(stamp).start == start


@pytest.mark.parametrize("stamp", ["", "null", "soon", "0000-00-00", "0000-00-00 00:00:00", "17", "9" * 13])
def test_stamps_that_say_nothing(stamp):
    assert stated_when(stamp) is None
