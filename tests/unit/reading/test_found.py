from __future__ import annotations

from dataclasses import replace

from reportedly.model import Span
from reportedly.reading.attribution import Attribution
from reportedly.reading.found import Found


def item(start: int) -> Attribution:
    return Attribution((), (), (Span(start, start + 10),), 0.9, "test")


def test_what_stands_near_is_found_and_what_stands_far_is_not() -> None:
    found = Found([item(0), item(5000)])
    assert [number for number, _ in found.near(Span(5, 20))] == [0]
    assert found.near(Span(2000, 2010)) == []


def test_a_changed_attribution_is_found_where_it_stands_now() -> None:
    found = Found([item(0)])
    found.change(0, replace(item(0), content=(Span(0, 10), Span(9000, 9010))))
    assert [number for number, _ in found.near(Span(9005, 9006))] == [0]
    assert len(found.items()) == 1


def test_one_added_later_is_found_too() -> None:
    found = Found([])
    found.add(item(700))
    assert [attribution for _, attribution in found.near(Span(700, 701))] == [item(700)]
