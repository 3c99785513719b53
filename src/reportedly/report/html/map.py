"""Draws places as dots on a net of degrees: an equirectangular map, true to scale along its middle parallel.

It has no coast lines or borders: they would need data, and would decide what an article may leave open.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.report.findings.places import Spot
from reportedly.report.html.escape import escaped
from reportedly.report.html.found import Kind, item_anchor

_WIDTH = 400.0
# height by width: flatter or taller maps leave no room for names
_FLATTEST, _TALLEST = 0.4, 0.8
# so much of the extent is left free around the dots
_MARGIN = 0.16
# a single place is shown with half a degree, about 55 km, on each side
_LEAST = 1.0
_STEPS = (0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60)
_LINES = 5
_KILOMETRES = 111.32
# dots nearer than their width are drawn as one
_DOT = 15.0
_LETTER = 5.6


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a map shows: degrees of its western and northern edge, and how many units a degree is across and down."""

    west: float
    north: float
    across: float
    down: float
    height: float

    def x(self, lon: float) -> float:
        return (lon - self.west) * self.across

    def y(self, lat: float) -> float:
        return (self.north - lat) * self.down


@dataclass(slots=True)
class _Dot:
    """A dot with the places under it."""

    x: float
    y: float
    spots: list[Spot]


def map_svg(spots: Sequence[Spot]) -> str:
    """Return the map of at least one place as SVG; every dot leads to its place in the table."""
    lons = _unrolled([spot.place.lon for spot in spots])
    frame = _frame([spot.place.lat for spot in spots], lons)
    dots = _dots(spots, lons, frame)
    inner = "".join([*_net(frame), *_scale(frame), *_drawn(dots, frame)])
    count = "1 place" if len(spots) == 1 else f"{len(spots)} places"
    return (
        f'<svg class="map" viewBox="0 0 {_WIDTH:g} {frame.height:.0f}" role="group"'
        f' aria-label="Map of {count} on a net of degrees">\n{inner}</svg>\n'
    )


def _unrolled(lons: Sequence[float]) -> list[float]:
    """Return longitudes such that the map is cut where it is emptiest, which may be elsewhere than at 180 degrees."""
    ordered = sorted(set(lons))
    gaps = [(east - west, east) for west, east in pairwise(ordered)]
    gaps.append((ordered[0] + 360 - ordered[-1], ordered[0]))
    cut = max(gaps)[1]
    return [lon if lon >= cut else lon + 360 for lon in lons]


def _frame(lats: Sequence[float], lons: Sequence[float]) -> _Frame:
    south, north, west, east = min(lats), max(lats), min(lons), max(lons)
    # near the poles a parallel shrinks to nothing: the map does not follow it there
    squeeze = max(0.2, math.cos(math.radians((south + north) / 2)))
    tall = max(north - south, _LEAST) * (1 + 2 * _MARGIN)
    wide = max((east - west) * squeeze, _LEAST) * (1 + 2 * _MARGIN)
    wide = max(wide, tall / _TALLEST)
    tall = max(tall, wide * _FLATTEST)
    down = _WIDTH / wide
    middle = (west + east) / 2
    return _Frame(middle - wide / squeeze / 2, (south + north + tall) / 2, down * squeeze, down, tall * down)


def _net(frame: _Frame) -> Iterator[str]:
    step = next((step for step in _STEPS if _WIDTH / frame.across / step <= _LINES), _STEPS[-1])
    for lon in _multiples(step, frame.west, frame.west + _WIDTH / frame.across):
        x = frame.x(lon)
        turned = (lon + 180) % 360 - 180
        yield f'<line class="net" x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{frame.height:.1f}"/>'
        yield f'<text class="net" x="{x + 3:.1f}" y="{frame.height - 4:.1f}">{_degrees(turned, "EW")}</text>\n'
    for lat in _multiples(step, max(-90.0, frame.north - frame.height / frame.down), min(90.0, frame.north)):
        y = frame.y(lat)
        # at the upper edge there is room only below the line
        label = y - 3 if y > 12 else y + 10
        yield f'<line class="net" x1="0" y1="{y:.1f}" x2="{_WIDTH:g}" y2="{y:.1f}"/>'
        yield f'<text class="net" x="3" y="{label:.1f}">{_degrees(lat, "NS")}</text>\n'


def _scale(frame: _Frame) -> Iterator[str]:
    """Yield a bar of so many kilometres, at most a third of the width; none where the scale changes too much."""
    unit = frame.down / _KILOMETRES
    longest = _WIDTH / 3 / unit
    if longest > 20 * _KILOMETRES:
        return
    size = 10 ** math.floor(math.log10(longest))
    length = next(size * times for times in (5, 2, 1) if size * times <= longest)
    right, y = _WIDTH - 8, 16
    yield f'<path class="scale" d="M{right - length * unit:.1f} {y - 4}v4H{right:g}v-4"/>'
    yield f'<text class="scale" x="{right:g}" y="{y + 11}" text-anchor="end">{length:g} km</text>\n'


def _dots(spots: Sequence[Spot], lons: Sequence[float], frame: _Frame) -> list[_Dot]:
    dots: list[_Dot] = []
    for spot, lon in zip(spots, lons, strict=True):
        x, y = frame.x(lon), frame.y(spot.place.lat)
        near = next((dot for dot in dots if math.hypot(dot.x - x, dot.y - y) < _DOT), None)
        if near:
            near.spots.append(spot)
        else:
            dots.append(_Dot(x, y, [spot]))
    return dots


def _drawn(dots: Sequence[_Dot], frame: _Frame) -> Iterator[str]:
    """Yield the dots with their numbers, and names where they hide no other name or dot."""
    taken = [(dot.x - 8, dot.y - 8, dot.x + 8, dot.y + 8) for dot in dots]
    for dot in dots:
        first = dot.spots[0]
        name, box, anchor = _label(dot, taken, frame)
        if box:
            taken.append(box)
        title = escaped(", ".join(f"{spot.number} {spot.place.name}" for spot in dot.spots))
        yield f'<a href="#{item_anchor(Kind.PLACE, first.number)}"><title>{title}</title>'
        yield f'<circle class="dot" cx="{dot.x:.1f}" cy="{dot.y:.1f}" r="7.5"/>'
        yield f'<text class="number-in" x="{dot.x:.1f}" y="{dot.y + 3.4:.1f}">{first.number}</text>'
        if box:
            x = dot.x + (11 if anchor == "start" else -11)
            yield f'<text class="name" x="{x:.1f}" y="{dot.y + 4:.1f}" text-anchor="{anchor}">{escaped(name)}</text>'
        yield "</a>\n"


_Box = tuple[float, float, float, float]


def _label(dot: _Dot, taken: Sequence[_Box], frame: _Frame) -> tuple[str, _Box | None, str]:
    """Return the name beside a dot, its box and which end of it is at the dot; no box where there is no room for it."""
    others = f" + {', '.join(str(spot.number) for spot in dot.spots[1:])}" if len(dot.spots) > 1 else ""
    name = f"{dot.spots[0].place.name}{others}"
    length = len(name) * _LETTER
    for anchor, left in (("start", dot.x + 11), ("end", dot.x - 11 - length)):
        box = (left, dot.y - 6, left + length, dot.y + 6)
        if left >= 0 and box[2] <= _WIDTH and not any(_meet(box, other) for other in taken):
            return name, box, anchor
    return name, None, "start"


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _multiples(step: float, low: float, high: float) -> Iterator[float]:
    for times in range(math.ceil(low / step), math.floor(high / step) + 1):
        yield times * step


def _degrees(value: float, quarters: str) -> str:
    return f"{abs(value):g}°{quarters[value < 0] if value else ''}"
