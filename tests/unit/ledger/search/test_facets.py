"""What is counted of the statements found, on both databases."""

import pytest

from reportedly.ledger.ledger import Ledger
from reportedly.ledger.query import parse
from reportedly.ledger.search import finding
from reportedly.ledger.search.finding import find
from tests.unit.ledger.search.made import Said, add, made


def facets(ledger: Ledger, text: str):
    with ledger.reads() as connection:
        return find(connection, parse(text), facets=True).facets


def counts(ledger: Ledger, text: str = "") -> dict[str, dict[str, int]]:
    return {one.field: {value.name: value.count for value in one.values} for one in facets(ledger, text).facets}


def test_every_field_is_counted(full: Ledger) -> None:
    assert counts(full) == {
        "stance": {"says": 4, "accuses": 1, "denies": 1},
        "kind": {"indirect": 4, "direct": 1, "mixed": 1},
        "source_kind": {"person": 3, "organization": 1, "unnamed": 1},
        "source": {"Ada Brann": 2, "Ivo Senn": 2, "Orvane Port Authority": 1, "witnesses": 1},
        "against": {"Orvane Port Authority": 1},
        "publisher": {"Lumé Wire": 3, "The Sella Courier": 3},
        "country": {"FR": 2, "GB": 3},
        "place": {"Port Sella": 2, "Lumé": 1},
        "label": {"veteran": 1},
        "voice": {"named": 4, "none": 1, "unnamed": 1},
        "reporter": {"neutral": 6},
        "published": {"2026-04": 3, "2026-05": 3},
    }


def test_equally_frequent_values_are_in_the_order_of_their_names(full: Ledger) -> None:
    orders = {facet.field: [value.name for value in facet.values] for facet in facets(full, "").facets}
    assert orders["country"] == ["GB", "FR"]
    assert orders["source"] == ["Ada Brann", "Ivo Senn", "Orvane Port Authority", "witnesses"]


def test_only_what_is_found_is_counted(full: Ledger) -> None:
    assert counts(full, "cable")["source"] == {"Ivo Senn": 1, "witnesses": 1}
    assert set(counts(full, "nothing")) == set(counts(full))
    assert not any(counts(full, "nothing").values())


def test_values_are_what_a_query_takes(full: Ledger) -> None:
    fields = {"source_kind": "kind"}
    for facet in facets(full, "").facets:
        for value in facet.values:
            with full.reads() as connection:
                asked = parse(f'{fields.get(facet.field, facet.field)}:"{value.value}"')
                assert find(connection, asked).total >= value.count, asked


def test_ten_values_and_how_many_more(ledger: Ledger) -> None:
    add(
        ledger,
        *(
            made(Said("senn", "said", f"n{day}"), published=(f"2026-{day:02}-01", f"2026-{day:02}-02"))
            for day in range(1, 13)
        ),
    )
    months = next(facet for facet in facets(ledger, "").facets if facet.field == "published")
    assert [value.name for value in months.values] == [f"2026-{month:02}" for month in range(1, 11)]
    assert months.more == 2


def test_very_many_are_counted_on_a_sample_that_says_so(full: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert facets(full, "").counted == 6
    monkeypatch.setattr(finding, "MOST_COUNTED", 2)
    for many in (100, 1):  # gathered, and walked through
        monkeypatch.setattr(finding, "_MANY", many)
        sample = facets(full, "")
        assert sample.counted == 2
        assert sum(value.count for value in sample.facets[0].values) == 2
        assert sample == facets(full, "")


def test_facets_are_json_ready(full: Ledger) -> None:
    told = facets(full, "cable").to_dict()
    assert told["counted"] == 2
    assert told["stance"] == {"field": "stance", "values": [{"value": "says", "name": "says", "count": 2}], "more": 0}
