"""Figures of a page: zones, ids, spans."""

from __future__ import annotations

from typing import Any

from reportedly.model import ZoneKind
from reportedly.reading.figures import read_figures


def test_ids_follow_the_text(make_page: Any) -> None:
    page = make_page((ZoneKind.HEADLINE, "Two Held After 3 Fires\n"), (ZoneKind.BODY, "It took 12 engines.\n"))
    assert [(figure.id, figure.low) for figure in read_figures(page)] == [
        ("figure-1", 2),
        ("figure-2", 3),
        ("figure-3", 12),
    ]


def test_spans_refer_to_the_whole_text(make_page: Any) -> None:
    page = make_page((ZoneKind.BODY, "Rain fell.\n"), (ZoneKind.BODY, "It cost $3.2 million.\n"))
    assert [figure.span.of(page.article.text) for figure in read_figures(page)] == ["$3.2 million"]


def test_captions_are_read_and_menus_are_not(make_page: Any) -> None:
    page = make_page(
        (ZoneKind.BOILERPLATE, "12 comments\n"),
        (ZoneKind.BYLINE, "By two reporters\n"),
        (ZoneKind.SECTION, "5 minutes\n"),
        (ZoneKind.CREDIT, "Three photographers\n"),
        (ZoneKind.CAPTION, "Seven boats at Veyra.\n"),
    )
    assert [figure.low for figure in read_figures(page)] == [7]


def test_a_title_in_capitals_is_read_like_other_text(make_page: Any) -> None:
    page = make_page((ZoneKind.HEADLINE, "Storm Kills 12 People Near Orla\n"))
    assert [(figure.low, figure.unit) for figure in read_figures(page)] == [(12, "person")]


def test_no_number_is_carried_from_zone_to_zone(make_page: Any) -> None:
    page = make_page((ZoneKind.BODY, "It took 10"), (ZoneKind.CAPTION, " to 15 boats."))
    assert [(figure.low, figure.high) for figure in read_figures(page)] == [(15, 15)]


def test_words_of_what_is_counted_stand_on_one_line(make_page: Any) -> None:
    page = make_page((ZoneKind.BODY, "It took 12 fishing  boats."))
    assert [figure.of for figure in read_figures(page)] == ["fishing boats"]
