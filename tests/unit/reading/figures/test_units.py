"""Measures and money."""

from __future__ import annotations

from typing import Any

import pytest

from reportedly.lexicon import load


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It fell 14 percent.", "14 percent = 14 percent"),
        ("It fell 14 per cent.", "14 per cent = 14 percent"),
        ("It fell 14%.", "14% = 14 percent"),
        ("It fell 14pc.", "14pc = 14 percent"),
        ("It fell two percentage points.", "two percentage points = 2 percentage point"),
        ("It fell 60 basis points.", "60 basis points = 60 basis point"),
        ("It is a 9-year deal.", "9-year = 9 year"),
        ("It is a nine-year deal.", "nine-year = 9 year"),
        ("It lies 10 kilometers off.", "10 kilometers = 10 kilometer"),
        ("It lies 10 kilometres off.", "10 kilometres = 10 kilometer"),
        ("It lies 10km off.", "10km = 10 kilometer"),
        ("It lies 10 miles off.", "10 miles = 10 mile"),
        ("It blew at 155mph all night.", "155mph = 155 mile per hour"),
        ("It blew at 90 miles per hour.", "90 miles per hour = 90 mile per hour"),
        ("It covers 30 square miles.", "30 square miles = 30 square mile"),
        ("It weighs 40 tonnes.", "40 tonnes = 40 tonne"),
        ("It weighs 40 kg.", "40 kg = 40 kilogram"),
        ("It stands 6 feet tall.", "6 feet = 6 foot"),
        ("It is a 37m mast.", "37m = 37 meter"),
        ("It was 30 degrees Celsius.", "30 degrees Celsius = 30 degree Celsius"),
        ("It was 30°C.", "30°C = 30 degree Celsius"),
        ("It lasted three days.", "three days = 3 day"),
        ("It took R1.2 billion.", "R1.2 billion = 1200000000 ZAR"),
        ("It took Â£400.", "Â£400 = 400 GBP"),
        ("It took 300 Namibian dollars.", "300 Namibian dollars = 300 Namibian dollar"),
        ("It took 5 million Malaysian ringgit.", "5 million Malaysian ringgit = 5000000 MYR"),
        ("The fine was five pounds.", "five pounds = 5 GBP"),
        ("It took thousands of pounds of fish.", "thousands of pounds = about 2000..9999 pound"),
        ("It burns 95 g/km.", "95 g/km = 95 gram per kilometer"),
        ("It runs three-quarters of a mile.", "three-quarters of a mile = 0.75 mile"),
        ("It was within plus or minus 3 percent.", "3 percent = 3 percent"),
        ("It lasted two decades.", "two decades = 2 decade"),
        ("It pumps 3 million barrels a day.", "3 million barrels a day = 3000000 barrel per day"),
        ("A 15-year-old boy won.", "15-year-old = 15 year"),
        ("It makes 5 MW.", "5 MW = 5 megawatt"),
    ],
)
def test_a_measure_is_in_the_span(told: Any, text: str, figure: str) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It cost $3.2 million.", "$3.2 million = 3200000 USD"),
        ("It cost US$5.", "US$5 = 5 USD"),
        ("It cost $75 U.S. in all.", "$75 U.S. = 75 USD"),
        ("It cost £1,000.", "£1,000 = 1000 GBP"),
        ("It cost €20.", "€20 = 20 EUR"),
        ("It cost 20 €.", "20 € = 20 EUR"),
        ("It cost C$5.", "C$5 = 5 CAD"),
        ("It cost A$3m.", "A$3m = 3000000 AUD"),
        ("It cost HK$ 3.7 billion.", "HK$ 3.7 billion = 3700000000 HKD"),
        ("It cost ¥500.", "¥500 = 500 JPY"),
        ("It cost 15 billion rubles.", "15 billion rubles = 15000000000 RUB"),
        ("It cost 15 billion roubles.", "15 billion roubles = 15000000000 RUB"),
        ("It cost 200 yen.", "200 yen = 200 JPY"),
        ("It cost 800 yuan.", "800 yuan = 800 CNY"),
        ("It cost ten Australian dollars.", "ten Australian dollars = 10 AUD"),
        ("It cost 5 million pounds.", "5 million pounds = 5000000 GBP"),
        ("It cost 5,000 Swiss francs.", "5,000 Swiss francs = 5000 CHF"),
        ("It cost 40 dinars.", "40 dinars = 40 dinar"),
        ("It cost 63 cents.", "63 cents = 63 cent"),
        ("It cost USD 1,700.", "USD 1,700 = 1700 USD"),
        ("It cost 110 JPY.", "110 JPY = 110 JPY"),
        ("It cost 30 billion won.", "30 billion won = 30000000000 KRW"),
        ("It weighs 200 pounds.", "200 pounds = 200 pound"),
    ],
)
def test_money_is_a_code_or_its_name(told: Any, text: str, figure: str) -> None:
    assert told(text) == [figure]


def test_every_unit_is_found_by_its_first_word(told: Any) -> None:
    for unit in load("figures")["unit"]:
        for word in [*unit.get("words", [])[:1], *unit.get("invariant", [])[:1]]:
            assert told(f"The gauge shows a 7-{word} mark.")[0].endswith(f"= 7 {unit['name']}"), word
