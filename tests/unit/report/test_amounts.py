import pytest

from reportedly.model import Figure, Span
from reportedly.report.amounts import amount, degrees, plural


@pytest.mark.parametrize(
    ("values", "unit", "of", "approximate", "words"),
    [
        ((38, 38), "truck", None, False, "38 trucks"),
        ((1, 1), "truck", None, False, "1 truck"),
        ((38, 38), "truck", "trucks of the convoy", False, "38 trucks of the convoy"),
        ((15, 15), "vote", "against", False, "15 votes (against)"),
        ((12000, 12000), "person", None, True, "about 12,000 people"),
        ((24, 99), "person", None, True, "24 to 99 people"),
        ((3.5, 3.5), "metre", None, False, "3.5 metres"),
        ((2.5e6, 2.5e6), "barrel", None, False, "2.5 million barrels"),
        ((1234567, 1234567), "vote", None, False, "1,234,567 votes"),
        ((14, 14), "percent", None, False, "14 percent"),
        ((90, 90), "percent", "crude reserves", True, "about 90 percent of crude reserves"),
        ((2, 2), "percentage point", None, False, "2 percentage points"),
        ((1, 1), "percentage point", "turnout", False, "1 percentage point (turnout)"),
        ((0.3333, 0.3333), "fraction", "members", False, "1/3 of members"),
        ((0.123, 0.123), "fraction", None, False, "0.123"),
        ((3.2e6, 3.2e6), "USD", None, False, "$3.2 million"),
        ((3e6, 4e6), "USD", None, False, "$3 million to $4 million"),
        ((500, 500), "CHF", "aid", False, "CHF 500 (aid)"),
        ((500, 500), "lume", None, False, "500 lumes"),
        ((1e20, 1e20), "grain", None, False, "1e+20 grains"),
        ((-4, -4), "degree", None, False, "-4 degrees"),
    ],
)
def test_figures_as_a_person_says_them(values, unit, of, approximate, words):
    assert amount(Figure("f1", *values, unit, of, approximate=approximate, span=Span(0, 1))) == words


@pytest.mark.parametrize(
    ("noun", "plurals"),
    [("", ""), ("day", "days"), ("fisherman", "fishermen"), ("box", "boxes"), ("gas tank", "gas tanks")],
)
def test_plurals(noun, plurals):
    assert plural(noun) == plurals


def test_degrees_have_their_quarters():
    assert degrees(0, -0.5) == "0.00° N, 0.50° W"
