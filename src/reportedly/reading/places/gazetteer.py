"""The index of places: which entries of GeoNames a name may mean."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import DataError
from reportedly.reading.places.keys import arabic_key, hashed, place_key

# the arrays of gazetteer.bin in order: keys with their entries, sorted, then the entries
LAYOUT: Mapping[str, str] = {
    "key": "<u8",
    "key_entry": "<u4",
    "geonameid": "<u4",
    "lat": "<f4",
    "lon": "<f4",
    "population": "<u4",
    "division": "<i4",
    "district": "<i4",
    "name_start": "<u4",
    "country": "<u2",
    "key_strength": "u1",
    "kind": "u1",
    "names": "u1",
}


# countries come first in the index
_COUNTRIES = 300


class PlaceKind(IntEnum):
    """What an entry is: DIVISION is a state or province, DISTRICT a county or the like, PLACE a populated place."""

    CONTINENT = 0
    COUNTRY = 1
    DIVISION = 2
    DISTRICT = 3
    CAPITAL = 4
    PLACE = 5
    REGION = 6


class Strength(IntEnum):
    """How a name fits an entry: its own name, another one of its names, or only its sound written otherwise."""

    NAME = 0
    OTHER = 1
    SOUND = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the index; `division` and `district` are the numbers of the entries that it lies in, or -1.

    Degrees are WGS 84. A division's are the middle of its places: GeoNames' own are not in the sources.
    """

    number: int
    name: str
    kind: PlaceKind
    country: str | None
    geonameid: int | None
    lat: float
    lon: float
    population: int
    division: int
    district: int


class Gazetteer:
    """The entries of the index, looked up by name."""

    def __init__(self, data: bytes, manifest: Mapping[str, Any]) -> None:
        """Take the index and what is said about it; DataError if they do not belong together."""
        lengths = manifest["lengths"]
        if hashlib.sha256(data).hexdigest() != manifest["sha256"]:
            raise DataError("the index of places is damaged: reinstall reportedly")
        self._countries: list[str] = manifest["countries"]
        self._arrays: dict[str, NDArray[Any]] = {}
        start = 0
        for name, kind in LAYOUT.items():
            self._arrays[name] = np.frombuffer(data, kind, lengths[name], start)
            start += self._arrays[name].nbytes

    def entry(self, number: int) -> Entry:
        """Return the entry of a number."""
        arrays = self._arrays
        start, end = (int(arrays["name_start"][number + more]) for more in (0, 1))
        return Entry(
            number=number,
            name=arrays["names"][start:end].tobytes().decode(),
            kind=PlaceKind(int(arrays["kind"][number])),
            country=self._countries[arrays["country"][number]] or None,
            geonameid=int(arrays["geonameid"][number]) or None,
            lat=round(float(arrays["lat"][number]), 5),
            lon=round(float(arrays["lon"][number]), 5),
            population=int(arrays["population"][number]),
            division=int(arrays["division"][number]),
            district=int(arrays["district"][number]),
        )

    def country(self, code: str) -> Entry | None:
        """Return the entry of a country by its ISO 3166-1 alpha-2 code."""
        if code not in self._countries:
            return None
        kinds, countries = self._arrays["kind"], self._arrays["country"]
        numbers = np.flatnonzero(
            (kinds[:_COUNTRIES] == PlaceKind.COUNTRY) & (countries[:_COUNTRIES] == self._countries.index(code))
        )
        return self.entry(int(numbers[0])) if len(numbers) else None

    @lru_cache(maxsize=4096)  # noqa: B019 - there is one gazetteer
    def named(self, name: str) -> tuple[tuple[Entry, Strength], ...]:
        """Return the entries that a name may mean, and how well it fits; those that sound like it if there are none."""
        key = place_key(name)
        if not key:
            return ()
        return self._at(key) or self._at(arabic_key(name))

    def _at(self, key: str) -> tuple[tuple[Entry, Strength], ...]:
        keys = self._arrays["key"]
        wanted = np.uint64(hashed(key))
        first, last = np.searchsorted(keys, wanted, "left"), np.searchsorted(keys, wanted, "right")
        return tuple(
            (self.entry(int(self._arrays["key_entry"][at])), Strength(int(self._arrays["key_strength"][at])))
            for at in range(int(first), int(last))
        )


@cache
def gazetteer() -> Gazetteer:
    """Return the index that comes with the program, read once; DataError if it is missing or damaged."""
    folder = files("reportedly") / "data" / "places"
    try:
        manifest = json.loads((folder / "gazetteer.json").read_text(encoding="utf-8"))
        data = (folder / "gazetteer.bin").read_bytes()
    except (OSError, ValueError) as error:
        raise DataError("the index of places is missing or damaged: reinstall reportedly") from error
    return Gazetteer(data, manifest)
