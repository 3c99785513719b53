from __future__ import annotations

import time
from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.reading.whens import read_whens

WORDS = [
    "on",
    "Friday",
    "last",
    "next",
    "this",
    "May",
    "March",
    "14",
    "2026",
    "0001",
    "9999",
    ",",
    "-",
    "–",
    "to",
    "from",
    "between",
    "and",
    "since",
    "the",
    "early",
    "mid-",
    "late",
    "1990s",
    "weeks",
    "ago",
    "in",
    "two",
    "years",
    "later",
    "week",
    "of",
    "first",
    "quarter",
    "9:30",
    "p.m.",
    "GMT",
    "(",
    ")",
    "said",
    "will",
    "was",
    ".",
    "overnight",
    "Easter",
    "summer",
    "yesterday",
    "99",
    "thousand",
    "centuries",
    "hours",
    "31",
    "February",
    "12/13/2020",
    "2020-02-30",
    "’s",
    "�",
    "\xa0",
    "century",
    "decade",
    "months",
    "that",
    "day",
    "before",
]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=30), dated=st.booleans())
def test_any_text_gives_intervals_whose_spans_slice_it(words: list[str], dated: bool, make_page: Any) -> None:  # noqa: FBT001
    page = make_page(" ".join(words), published="2026-05-14" if dated else None)
    whens = read_whens(page, ()).whens
    for when in whens:
        assert when.span.of(page.article.text).strip()
        assert datetime.fromisoformat(when.start) < datetime.fromisoformat(when.end)
    starts = [when.span.start for when in whens]
    assert starts == sorted(starts)
    assert [when.id for when in whens] == [f"when-{number}" for number in range(1, len(whens) + 1)]


def test_a_long_line_takes_little_time(make_page: Any) -> None:
    page = make_page(
        "on Friday, May 14 2026 and in the first week of the last two years ago since 2011-12 " * 3000,
        published="2026-05-14",
    )
    begun = time.perf_counter()
    read_whens(page, ())
    assert time.perf_counter() - begun < 20


def test_a_line_of_blanks_takes_little_time(make_page: Any) -> None:
    page = make_page("May " + " " * 200_000 + "in the " * 20_000, published="2026-05-14")
    begun = time.perf_counter()
    read_whens(page, ())
    assert time.perf_counter() - begun < 5
