from __future__ import annotations

from typing import Any

import pytest

from reportedly.model import ZoneKind
from reportedly.reading.whens import read_whens

LAST = "Lume met the pilots last July."
SPELLED = "She told them on July 30, 2020 that the strait would close."


def window(make_page: Any, *paragraphs: Any) -> tuple[str, str] | None:
    published = read_whens(make_page(*paragraphs), ()).published
    return (published.start, published.end) if published else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained on Friday.", None),
        ("The bridge fell on March 3, 2019.", None),
        ("The bridge will open on June 3, 2026.", None),
        ("Pirates have been active since 2011.", None),
        (f"{LAST} {SPELLED}", ("2020-08-01", "2021-08-01")),
        (f"{LAST} {SPELLED} Back on March 18, a minister told the radio so.", ("2021-03-18", "2021-08-01")),
        (f"{LAST} {SPELLED} The pilots will strike on March 18.", ("2020-08-01", "2021-08-01")),
        (f"{LAST} {SPELLED} They sailed on Friday.", ("2020-08-01", "2021-08-01")),
        (f"{LAST} {SPELLED} A fort fell on April 14, 2018.", ("2020-08-01", "2021-08-01")),
        ("The fort fell in May last year. The fall of May 2024 cost ten lives, and was told on May 3, 2024.",
         ("2025-01-01", "2026-01-01")),
        ("The bridge fell on March 3, 2019. The new one will open on June 3, 2026.", ("2019-03-03", "2026-06-04")),
        ("The bridge fell on March 3, 2019. In 2018 the minister said it would open on June 3, 2026.", None),
        ("The bridge fell on March 3, 2019. “It will open on June 3, 2026,” he said in 2018.", None),
        ("The bridge fell on March 3, 2019. The ministry said the new one will open on June 3, 2026.",
         ("2019-03-03", "2026-06-04")),
        ("The bridge fell on March 3, 2019. On May 2, 2018 it said a new one will open on June 3, 2026.", None),
        ("The fire was in last summer's news. It broke out in the summer of 2020, and raged on.",
         ("2020-09-01", "2021-09-01")),
        ("The dam broke yesterday, 13 May 2026, at Orla.", ("2026-05-14", "2026-05-15")),
        ("The dam broke today (May 14, 2026) at Orla.", ("2026-05-14", "2026-05-15")),
        ("The dam broke last year, in 2025, at Orla.", ("2026-01-01", "2027-01-01")),
        ("The dam broke three years ago, in 2020, at Orla.", ("2023-01-01", "2024-01-01")),
        ("The dam broke last month (April 2026) at Orla.", ("2026-05-01", "2026-06-01")),
    ],
)  # fmt: skip
def test_the_window_is_what_a_careful_reader_allows(
    text: str, expected: tuple[str, str] | None, make_page: Any
) -> None:
    assert window(make_page, text) == expected


def test_a_caption_tells_nothing(make_page: Any) -> None:
    caption = (ZoneKind.CAPTION, "Lume waved from the pier on March 8, 2022, in Orla.")
    assert window(make_page, caption, f"{LAST} {SPELLED}") == ("2020-08-01", "2021-08-01")


def test_a_date_still_to_come_in_a_caption_tells_nothing(make_page: Any) -> None:
    caption = (ZoneKind.CAPTION, "The bridge that will open on June 3, 2020.")
    assert window(make_page, caption, "The old one fell on March 3, 2019.") is None


def test_a_plan_that_once_was_is_no_date_of_the_past(make_page: Any) -> None:
    text = f"{LAST} {SPELLED} The fort was to be rebuilt by May 5, 2030."
    assert window(make_page, text) == ("2020-08-01", "2021-08-01")


def test_two_stories_on_a_page_have_one_window(make_page: Any) -> None:
    assert window(make_page, LAST, SPELLED, "Back on March 18, a minister told the radio so.") == (
        "2021-03-18", "2021-08-01",
    )  # fmt: skip


def test_the_window_shows_what_bounds_it(make_page: Any) -> None:
    text = f"{LAST} {SPELLED} Back on March 18, a minister told the radio so."
    published = read_whens(make_page(text), ()).published
    assert (published.id, published.basis.value, published.precision.value) == ("published", "inferred", "range")
    assert published.span.of(text) == "last July"
    assert [span.of(text) for span in published.evidence] == ["July 30, 2020", "March 18"]


def test_a_known_day_of_publication_is_not_inferred_again(make_page: Any) -> None:
    page = make_page(f"{LAST} {SPELLED}", published="2020-11-02")
    assert read_whens(page, ()).published == page.article.published


def test_what_depends_on_the_day_reaches_over_the_window_and_is_vague(make_page: Any) -> None:
    text = f"{LAST} {SPELLED} Back on March 18, a minister told the radio so. It rained on Friday."
    whens = {when.span.of(text): when for when in read_whens(make_page(text), ()).whens}
    friday, july, full = whens["Friday"], whens["last July"], whens["July 30, 2020"]
    assert (friday.start, friday.end, friday.precision.value) == ("2021-03-12", "2021-07-31", "vague")
    assert (july.start, july.end, july.precision.value) == ("2020-07-01", "2020-08-01", "month")
    assert [when.basis.value for when in (friday, july, full)] == ["inferred", "inferred", "text"]


def test_a_window_of_years_says_nothing_of_a_weekday(make_page: Any) -> None:
    text = "The bridge fell on March 3, 2019. It rained on Friday. The new one will open on June 3, 2026."
    read = read_whens(make_page(text), ())
    assert (read.published.start, read.published.end) == ("2019-03-03", "2026-06-04")
    assert [when.span.of(text) for when in read.whens] == ["March 3, 2019", "June 3, 2026"]


def test_without_a_window_only_what_is_told_in_full_has_a_time(make_page: Any) -> None:
    text = "It rained on Friday, since 2011 and on March 3, 2019, and two days later."
    whens = [
        (when.span.of(text), when.start, when.end, when.basis.value) for when in read_whens(make_page(text), ()).whens
    ]
    assert whens == [
        ("since 2011", "2011-01-01", "2019-03-04", "text"),
        ("March 3, 2019", "2019-03-03", "2019-03-04", "text"),
        ("two days later", "2019-03-05", "2019-03-06", "text"),
    ]


def test_a_dateline_is_a_basis_of_its_own(make_page: Any) -> None:
    dateline = (ZoneKind.DATELINE, "ORLA, May 13 —")
    page = make_page(dateline, "It rained on Tuesday.", published="2026-05-14")
    whens = read_whens(page, ()).whens
    assert [(when.start, when.basis.value) for when in whens] == [("2026-05-13", "dateline"), ("2026-05-12", "text")]


def test_boilerplate_and_credits_are_not_read(make_page: Any) -> None:
    parts = [(kind, "Updated on May 13, 2026") for kind in (ZoneKind.BOILERPLATE, ZoneKind.CREDIT, ZoneKind.BYLINE)]
    assert read_whens(make_page(*parts, published="2026-05-14"), ()).whens == ()
