import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Place, Span
from reportedly.report.findings.places import Spot
from reportedly.report.html.map import map_svg


def spots(*places):
    return [
        Spot(number, Place(str(number), name, lat, lon, None, None, Span(0, 1)), ())
        for number, (name, lat, lon) in enumerate(places, start=1)
    ]


def dots(svg):
    return [(float(x), float(y)) for x, y in re.findall(r'<circle class="dot" cx="([\d.-]+)" cy="([\d.-]+)"', svg)]


def size(svg):
    width, height = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups()
    return int(width), int(height)


@given(st.lists(st.tuples(st.just("Sella"), st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=8))
def test_all_dots_lie_on_the_map(places):
    svg = map_svg(spots(*places))
    width, height = size(svg)
    assert dots(svg)
    assert all(0 <= x <= width and 0 <= y <= height for x, y in dots(svg))
    assert all(math.isfinite(float(number)) for number in re.findall(r' c?[xy]\d?="([^"]*)"', svg))
    assert svg.count("<line") < 40


def test_north_is_up_and_east_is_right():
    (west, south), (east, north) = dots(map_svg(spots(("Harrow", 10, -42), ("Sella", 12, -40))))
    assert west < east
    assert north < south


def test_the_map_is_cut_where_it_is_emptiest():
    svg = map_svg(spots(("Harrow", 0, 179), ("Sella", 0, -179)))
    (one, _), (other, _) = dots(svg)
    assert 0 < other - one < size(svg)[0]
    assert "180°" in svg
    assert ">50 km<" in svg


@pytest.mark.parametrize(("lat", "words"), [(0.0, ">50 km<"), (60.0, ">50 km<")])
def test_a_single_place_has_a_neighbourhood_and_a_scale(lat, words):
    svg = map_svg(spots(("Sella", lat, 20.0)))
    assert 'aria-label="Map of 1 place on a net of degrees"' in svg
    assert words in svg


def test_a_map_of_the_world_has_no_scale():
    assert " km<" not in map_svg(spots(("Harrow", -70, -120), ("Sella", 70, 0), ("Veyra", 0, 120)))


def test_places_on_one_spot_share_a_dot():
    svg = map_svg(spots(("Sella", 10, 10), ("Sella Head", 10.001, 10), ("Harrow", 14, 14)))
    assert len(dots(svg)) == 2
    assert "<title>1 Sella, 2 Sella Head</title>" in svg
    assert ">Sella + 2</text>" in svg


def test_names_that_have_no_room_are_left_to_the_table():
    svg = map_svg(spots(("S" * 90, 10, 10), ("Harrow", 14, 14)))
    assert ">SSS" not in svg
    assert ">Harrow</text>" in svg


def test_names_are_escaped():
    assert "<b>" not in map_svg(spots(("<b>", 10, 10)))
