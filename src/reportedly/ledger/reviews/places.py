"""Finds the place that a person means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, select

from reportedly.errors import BadReview
from reportedly.ledger.reviews.snapshot import described_place
from reportedly.ledger.tables import schema
from reportedly.model import Place, Reading, Span, Statement

_POINT = re.compile(r"(?P<name>.+)@(?P<lat>-?\d+(?:\.\d+)?),(?P<lon>-?\d+(?:\.\d+)?)(?:,(?P<country>[A-Z]{2}))?\s*")
_NUMBERED = re.compile(r"(?P<name>.+)=(?P<number>\d{1,9})\s*")
_NOWHERE = Span(0, 0)


def place_of(
    connection: Connection, reading: Reading, statement: Statement, named: str, *, pinned: bool
) -> dict[str, Any]:
    """Return the place that is named, as a review describes it. Raises BadReview.

    One to be dropped is among the statement's places. One to be pinned is "NAME@LAT,LON" or "NAME@LAT,LON,COUNTRY", or
    a name that the article, else the ledger, else the index of places knows; "NAME=NUMBER" picks one of these by its
    number in GeoNames.
    """
    if not pinned:
        there = [place for place in reading.places if place.id in statement.places]
        return _one(named, map(_described, there), "none of the statement's places")
    point = _POINT.fullmatch(named)
    if point:
        lat, lon = float(point["lat"]), float(point["lon"])
        if abs(lat) > 90 or abs(lon) > 180:
            raise BadReview(f"{named!r}: latitudes go to 90, longitudes to 180 degrees")
        told = _described(Place("", point["name"].strip(), lat, lon, point["country"], None, _NOWHERE))
    else:
        told = _found(connection, reading, named)
    return {**told, "span": _span(reading.article.text, statement, told["name"])}


def _found(connection: Connection, reading: Reading, named: str) -> dict[str, Any]:
    in_article = [told for told in map(_described, reading.places) if _is_called(told, named)]
    if in_article:
        return _one(named, in_article, "none of the article's places")
    name = _split(named)[0]
    query = select(schema.place).where(schema.place.c.name == name).order_by(schema.place.c.geonameid)
    rows = connection.execute(query)
    in_ledger = [
        _described(Place("", row.name, row.lat, row.lon, row.country or None, row.geonameid or None, _NOWHERE))
        for row in rows
    ]
    if any(_is_called(told, named) for told in in_ledger):
        return _one(named, in_ledger, "none of the ledger's places")
    return _one(named, _indexed(name), "no place that is known: give NAME@LAT,LON")


def _indexed(name: str) -> list[dict[str, Any]]:
    from reportedly.reading.places.gazetteer import gazetteer  # noqa: PLC0415 - heavy

    return [
        {
            "name": name,
            "lat": entry.lat,
            "lon": entry.lon,
            "country": entry.country,
            "geonameid": entry.geonameid,
            "span": None,
        }
        for entry, _ in gazetteer().named(name)
    ]


def _one(named: str, known: Iterable[dict[str, Any]], what: str) -> dict[str, Any]:
    """Return the only place of that name. Raises BadReview, which lists those that it may be."""
    found = list({_key(told): told for told in known if _is_called(told, named)}.values())
    if not found:
        raise BadReview(f"{named!r} is {what}")
    if len(found) > 1:
        choice = ", ".join(f"{told['name']}={told['geonameid']} ({told['country']})" for told in found[:8])
        raise BadReview(f"{named!r} may be one of several places: {choice}")
    return {**found[0], "span": None}


def _key(told: dict[str, Any]) -> tuple[Any, ...]:
    return (told["geonameid"],) if told["geonameid"] else (told["name"], told["country"], told["lat"], told["lon"])


def _is_called(told: dict[str, Any], named: str) -> bool:
    name, number = _split(named)
    return bool(told["name"].casefold() == name.casefold()) and number in (None, told["geonameid"])


def _split(named: str) -> tuple[str, int | None]:
    numbered = _NUMBERED.fullmatch(named)
    return (numbered["name"].strip(), int(numbered["number"])) if numbered else (named.strip(), None)


def _described(place: Place) -> dict[str, Any]:
    return {**described_place(place), "span": None}


def _span(text: str, statement: Statement, name: str) -> list[int] | None:
    """Return where a statement's content has the name, None where it has not."""
    for span in statement.content:
        at = text.find(name, span.start, span.end)
        if at >= 0:
            return [at, at + len(name)]
    return None
