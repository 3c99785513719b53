import pytest

from reportedly.model import Precision, When, WhenBasis
from reportedly.report.times import dated, in_time, spoken


def when(start, end, precision, basis=WhenBasis.TEXT):
    return When("w1", start, end, precision, basis)


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2026-05-14", "2026-05-15", Precision.DAY, "Thursday 14 May 2026"),
        ("2026-05-14T09:30+01:00", "2026-05-14T09:31+01:00", Precision.MINUTE, "Thursday 14 May 2026, 09:30 +01:00"),
        ("2026-05-14T09:30Z", "2026-05-14T09:31Z", Precision.MINUTE, "Thursday 14 May 2026, 09:30 UTC"),
        ("2026-05-14T09:00", "2026-05-14T10:00", Precision.HOUR, "Thursday 14 May 2026, 09:00"),
        ("2026-05-14T00:00", "2026-05-14T06:00", Precision.HOUR, "Thursday 14 May 2026, 00:00 to 06:00"),
        (
            "2026-05-14T18:00",
            "2026-05-15T06:00",
            Precision.HOUR,
            "Thursday 14 May 2026, 18:00 to Friday 15 May 2026, 06:00",
        ),
        ("2026-05-01", "2026-06-01", Precision.MONTH, "May 2026"),
        ("2026-12-01", "2027-01-01", Precision.MONTH, "December 2026"),
        ("2026-01-01", "2027-01-01", Precision.YEAR, "2026"),
        ("2026-05-11", "2026-05-18", Precision.WEEK, "11 to 17 May 2026"),
        ("2026-04-27", "2026-05-04", Precision.WEEK, "27 April to 3 May 2026"),
        ("2026-12-01", "2027-03-01", Precision.SEASON, "December 2026 to February 2027"),
        ("2026-01-01", "2026-04-01", Precision.RANGE, "between January and March 2026"),
        ("2026-05-12", "2026-05-15", Precision.RANGE, "between 12 and 14 May 2026"),
        ("1998-01-01", "2004-01-01", Precision.RANGE, "between 1998 and 2003"),
        ("2020-01-01", "2030-01-01", Precision.VAGUE, "between 2020 and 2029"),
        ("2020-07-01", "2020-08-01", Precision.VAGUE, "some time in July 2020"),
        ("2026-05-14", "someday", Precision.RANGE, "Thursday 14 May 2026"),
        ("2026-05-14", "2026-05-15T00:00Z", Precision.DAY, "Thursday 14 May 2026"),
        ("2026-05-15", "2026-05-14", Precision.DAY, "Friday 15 May 2026"),
        ("0001-01-01", "9999-12-31T23:59:59", Precision.RANGE, "between 1 and 9999"),
        ("once", "2026-05-15", Precision.DAY, "once"),
    ],
)
def test_intervals_as_a_person_says_them(start, end, precision, words):
    assert spoken(when(start, end, precision)) == words


@pytest.mark.parametrize(
    ("start", "words"),
    [("2011-01-01", "since 2011"), ("2025-08-01", "since August 2025"), ("2026-05-04", "since Monday 4 May 2026")],
)
def test_a_range_up_to_the_publication_is_said_with_since(start, words):
    assert spoken(when(start, "2026-05-15", Precision.RANGE), until="2026-05-15") == words
    assert not spoken(when(start, "2026-05-14", Precision.RANGE), until="2026-05-15").startswith("since")


@pytest.mark.parametrize(
    ("end", "basis", "words"),
    [
        ("2026-05-18", WhenBasis.INFERRED, "between 11 and 17 May 2026"),
        ("2026-05-12", WhenBasis.INFERRED, "Monday 11 May 2026"),
        ("2026-05-18", WhenBasis.METADATA, "11 to 17 May 2026"),
        ("never", WhenBasis.INFERRED, "Monday 11 May 2026"),
    ],
)
def test_an_inferred_publication_is_a_window(end, basis, words):
    assert dated(when("2026-05-11", end, Precision.WEEK, basis)) == words


def test_a_month_that_is_inferred_is_told_as_a_span_of_time():
    assert dated(when("2026-05-01", "2026-06-01", Precision.MONTH, WhenBasis.INFERRED)) == "in May 2026"


def test_what_is_no_date_comes_last_and_zones_do_not_matter():
    ends = [("once", "x"), ("2026-05-14T10:00Z", "x"), ("2026-05-14", "2026-05-15"), ("2026-05-14", "2026-05-16")]
    found = sorted((when(*both, Precision.DAY) for both in ends), key=in_time)
    assert [one.start for one in found] == ["2026-05-14", "2026-05-14", "2026-05-14T10:00Z", "once"]
    assert found[1].end == "2026-05-16"
