import pytest

from reportedly.page.metadata.visible_dates import visible_dates


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Nov. 12, 2024", "2024-11-12"),
        ("12th of November 2024", "2024-11-12"),
        ("Sept 3 2024", "2024-09-03"),
        ("2024/11/12 10:05:33", "2024-11-12T10:05"),
        ("November 12, 2024 at 10:05 p.m. EST", "2024-11-12T22:05-05:00"),
        ("10:05 GMT, Tuesday, 12 November 2024", "2024-11-12T10:05+00:00"),
        ("12 Nov 2024 12:30am", "2024-11-12T00:30"),
        ("12 Nov 2024 9.30 pm +02:00", "2024-11-12T21:30+02:00"),
    ],
)
def test_full_dates(line, iso):
    (found,) = visible_dates(line)
    assert found.iso == iso
    assert found.whole.of(line).strip() == found.whole.of(line)


@pytest.mark.parametrize("line", ["Nov. 12", "12/11/2024", "May we sail in 2024?", "Flight 2024-1112", "November 2024"])
def test_what_is_no_full_date(line):
    assert list(visible_dates(line)) == []
