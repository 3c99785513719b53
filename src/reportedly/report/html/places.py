"""The places: a map of dots and a table."""

from __future__ import annotations

from reportedly.report.amounts import degrees
from reportedly.report.findings.places import Spot
from reportedly.report.html.escape import escaped
from reportedly.report.html.found import Kind, item_anchor, links
from reportedly.report.html.map import map_svg
from reportedly.report.html.view import View

_HEAD = "<thead><tr><th>Place</th><th>Coordinates</th><th>In the text</th></tr></thead>"


def places_html(view: View) -> str:
    """Return the places of the article as a map and a table; "" where there is none."""
    if not view.spots:
        return ""
    rows = "".join(_row(view, spot) for spot in view.spots)
    return f'{map_svg(view.spots)}<table class="places">\n{_HEAD}\n<tbody>\n{rows}</tbody>\n</table>\n'


def _row(view: View, spot: Spot) -> str:
    place = spot.place
    country = f' <span class="country">{escaped(place.country)}</span>' if place.country else ""
    geonames = f'<br><span class="basis">GeoNames {place.geonameid}</span>' if place.geonameid is not None else ""
    return (
        f'<tr id="{item_anchor(Kind.PLACE, spot.number)}"><td><span class="dot">{spot.number}</span> '
        f"{escaped(place.name)}{country}</td>"
        f'<td class="degrees">{degrees(place.lat, place.lon)}{geonames}</td>'
        f"<td>{links(view.text, Kind.PLACE, spot.number, spot.spans)}</td></tr>\n"
    )
