import pytest

from reportedly.model import Precision, Span, When, WhenBasis
from reportedly.report.phrases import quoted, spoken


def when(start, end, precision):
    return When("w1", start, end, precision, WhenBasis.TEXT)


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2026-05-14", "2026-05-15", Precision.DAY, "Thursday 14 May 2026"),
        ("2026-05-14T09:30+01:00", "2026-05-14T09:31+01:00", Precision.MINUTE, "Thursday 14 May 2026, 09:30 +01:00"),
        ("2026-05-14T09:30Z", "2026-05-14T09:31Z", Precision.MINUTE, "Thursday 14 May 2026, 09:30 UTC"),
        ("2026-05-14T09:00", "2026-05-14T10:00", Precision.HOUR, "Thursday 14 May 2026, 09:00"),
        ("2026-05-01", "2026-06-01", Precision.MONTH, "May 2026"),
        ("2026-01-01", "2027-01-01", Precision.YEAR, "2026"),
        ("2026-05-11", "2026-05-18", Precision.WEEK, "Monday 11 May 2026 to Sunday 17 May 2026"),
        ("2026-05-14", "someday", Precision.RANGE, "Thursday 14 May 2026"),
        ("once", "2026-05-15", Precision.DAY, "once"),
    ],
)
def test_intervals_as_a_person_says_them(start, end, precision, words):
    assert spoken(when(start, end, precision)) == words


def test_pieces_that_only_white_space_parts_have_no_gap_between_them():
    text = "One two\n\nthree, he said, four."
    assert quoted(text, [Span(0, 7), Span(9, 15), Span(25, 29)]) == "One two three, … four"
