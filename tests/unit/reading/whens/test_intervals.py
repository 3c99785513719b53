from __future__ import annotations

from datetime import date

import pytest

from reportedly.reading.whens.intervals import add, add_months, easter_of, feast, nth_weekday, season_in, unit_around


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2019, 4, 21), (2024, 3, 31), (2026, 4, 5), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter_of(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Thanksgiving", 1999, "1999-11-25"),
        ("Black Friday", 2026, "2026-11-27"),
        ("Election Day", 2026, "2026-11-03"),
        ("Election Day", 2022, "2022-11-08"),
        ("Memorial Day", 2026, "2026-05-25"),
        ("Ash Wednesday", 2026, "2026-02-18"),
        ("Easter Monday", 2026, "2026-04-06"),
        ("Christmas", 2026, "2026-12-25"),
    ],
)
def test_feasts(name: str, year: int, expected: str) -> None:
    assert str(feast(name, year)) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("day", ("2026-05-14", "2026-05-15")),
        ("week", ("2026-05-11", "2026-05-18")),
        ("weekend", ("2026-05-16", "2026-05-18")),
        ("month", ("2026-05-01", "2026-06-01")),
        ("quarter", ("2026-04-01", "2026-07-01")),
        ("year", ("2026-01-01", "2027-01-01")),
        ("decade", ("2020-01-01", "2030-01-01")),
        ("century", ("2001-01-01", "2101-01-01")),
    ],
)
def test_the_unit_around_a_day(unit: str, expected: tuple[str, str]) -> None:
    around = unit_around(date(2026, 5, 14), unit)
    assert around is not None
    assert around.written() == expected


def test_a_month_after_its_last_day_is_the_last_day() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)


def test_past_all_calendars_there_is_no_day() -> None:
    assert add(date(2026, 5, 14), 10**9, "day") is None
    assert add(date(2026, 5, 14), -3000, "year") is None
    assert add(date(9998, 12, 31), 1, "century") is None


def test_a_month_has_no_sixth_monday() -> None:
    assert nth_weekday(2026, 5, 0, 5) is None
    assert nth_weekday(2026, 5, 6, 5) == date(2026, 5, 31)


@pytest.mark.parametrize(("southern", "start"), [(False, "2025-12-01"), (True, "2025-06-01")])
def test_winter_is_turned_round_in_the_south(southern: bool, start: str) -> None:  # noqa: FBT001
    winter = season_in(2025, 3, southern=southern)
    assert winter is not None
    assert winter.written()[0] == start
