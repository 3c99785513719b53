from __future__ import annotations

import json
from importlib.resources import files

import pytest

from reportedly.errors import DataError
from reportedly.reading.places.gazetteer import Gazetteer, PlaceKind, Strength, gazetteer
from reportedly.reading.places.keys import arabic_key, place_key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Jisr al-Shughūr", "jisr al shughur"),
        ("St. John’s", "saint johns"),
        ("São Paulo", "sao paulo"),
        ("Łódź", "lodz"),
        ("Ft. Worth", "fort worth"),
        ("St", "st"),
        ("", ""),
        ("’-.", ""),
        ("\ud800", ""),
    ],
)
def test_spellings_of_one_name_share_a_key(name: str, key: str) -> None:
    assert place_key(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jisr al-Shughour", "Jisr ash Shughur"),
        ("Qamishli", "Al Qāmishlī"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
    ],
)
def test_an_arabic_name_has_one_key_however_it_is_written(one: str, other: str) -> None:
    assert arabic_key(one) == arabic_key(other)


def test_different_arabic_names_keep_different_keys() -> None:
    names = ["Homs", "Hama", "Aleppo", "Raqqa", "Idlib", "Douma", "Daraa", "Tartus", "Latakia", "Hasakah", "Mosul"]
    assert len({arabic_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("name", "geonameid", "kind", "strength"),
    [
        ("Kyiv", 703448, PlaceKind.CAPITAL, Strength.NAME),
        ("Kiev", 703448, PlaceKind.CAPITAL, Strength.NAME),
        ("Syria", 163843, PlaceKind.COUNTRY, Strength.NAME),
        ("Texas", 4736286, PlaceKind.DIVISION, Strength.NAME),
        ("Rapides Parish", 4338356, PlaceKind.DISTRICT, Strength.NAME),
        ("Qamishli", 173377, PlaceKind.PLACE, Strength.OTHER),
        ("al-Hol", 173797, PlaceKind.PLACE, Strength.SOUND),
        ("Europe", 6255148, PlaceKind.CONTINENT, Strength.NAME),
    ],
)
def test_a_name_finds_its_entry(name: str, geonameid: int, kind: PlaceKind, strength: Strength) -> None:
    found = {entry.geonameid: (entry.kind, how) for entry, how in gazetteer().named(name)}
    assert found[geonameid] == (kind, strength)


def test_an_entry_says_where_it_lies() -> None:
    [city] = [entry for entry, _ in gazetteer().named("Alexandria") if entry.geonameid == 4314550]
    assert (city.country, city.name) == ("US", "Alexandria")
    assert abs(city.lat - 31.31129) < 1e-4
    assert abs(city.lon + 92.44514) < 1e-4
    assert gazetteer().entry(city.division).name == "Louisiana"
    assert gazetteer().entry(city.district).name == "Rapides Parish"


def test_a_name_that_nothing_has_finds_nothing() -> None:
    assert gazetteer().named("Xyrloq") == ()
    assert gazetteer().named("…") == ()
    assert gazetteer().country("QQ") is None


def test_a_damaged_index_is_refused() -> None:
    folder = files("reportedly") / "data" / "places"
    manifest = json.loads((folder / "gazetteer.json").read_text(encoding="utf-8"))
    with pytest.raises(DataError, match="damaged"):
        Gazetteer(b"\0" * 100, manifest)
