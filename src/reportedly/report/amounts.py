"""Says figures as a person does, and places by their degrees."""

from __future__ import annotations

import re
from fractions import Fraction

from reportedly.model import Figure

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_CURRENCY = re.compile(r"[A-Z]{3}")
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "percent": "percent"}
_MAGNITUDES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# fractions that news writes have small denominators: "a third", "two fifths"
_DENOMINATORS = 12


def amount(figure: Figure) -> str:
    """Return a figure with its unit and what it counts.

    >>> from reportedly.model import Span
    >>> amount(Figure("f1", 38, 38, "truck", "trucks", False, Span(0, 2)))
    '38 trucks'
    >>> amount(Figure("f2", 90, 90, "percent", "crude reserves", True, Span(0, 10)))
    'about 90 percent of crude reserves'
    >>> amount(Figure("f3", 3.2e6, 3.2e6, "USD", None, False, Span(0, 12)))
    '$3.2 million'
    >>> amount(Figure("f4", 24, 99, "person", None, True, Span(0, 6)))
    '24 to 99 people'
    """
    low, high = _value(figure, figure.low), _value(figure, figure.high)
    size = low if figure.low == figure.high else f"{low} to {high}"
    if figure.unit in _SIGNS:
        size = " to ".join(f"{_SIGNS[figure.unit]}{part}" for part in size.split(" to "))
    elif _CURRENCY.fullmatch(figure.unit):
        size = f"{figure.unit} {size}"
    # a range says by itself that the number is open
    about = "about " if figure.approximate and figure.low == figure.high else ""
    return f"{about}{size}{_counted(figure)}"


def plural(noun: str) -> str:
    """Return the plural of a singular noun; of several words, that of the last.

    >>> plural("country"), plural("fishing boat"), plural("person"), plural("match")
    ('countries', 'fishing boats', 'people', 'matches')
    """
    before, space, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith("man"):
        last = f"{last[:-3]}men"
    elif re.search(r"[^aeiou]y$", last):
        last = f"{last[:-1]}ies"
    elif last.endswith(("s", "x", "z", "ch", "sh")):
        last = f"{last}es"
    elif last:
        last = f"{last}s"
    return f"{before}{space}{last}"


def degrees(lat: float, lon: float) -> str:
    """Return WGS 84 degrees with the quarters of the sky.

    >>> degrees(-12.5, 40.25)
    '12.50° S, 40.25° E'
    """
    return f"{abs(lat):.2f}° {'S' if lat < 0 else 'N'}, {abs(lon):.2f}° {'W' if lon < 0 else 'E'}"


def _counted(figure: Figure) -> str:
    """Return the unit and what is counted, after a space; the noun is not said twice."""
    of, unit = figure.of or "", figure.unit
    if _CURRENCY.fullmatch(unit):
        return f" ({of})" if of else ""
    if unit == "fraction":
        return f" of {of}" if of else ""
    one = figure.low == figure.high == 1
    noun = unit if one else plural(unit)
    if unit.startswith("percent"):
        return f" {noun} of {of}" if of and unit == "percent" else f" {noun}{f' ({of})' if of else ''}"
    if of and (unit.casefold() in of.casefold() or noun.casefold() in of.casefold()):
        return f" {of}"
    return f" {noun} ({of})" if of else f" {noun}"


def _value(figure: Figure, value: float) -> str:
    if figure.unit == "fraction":
        return _fraction(value)
    for size, name in _MAGNITUDES:
        # up to three digits are said after the point ("3.225 million"); more are written out
        if abs(value) >= size and value / size == round(value / size, 3):
            return f"{value / size:g} {name}" if abs(value) < 1e15 else f"{value:g}"
    return f"{value:,.0f}" if value == int(value) and abs(value) < 1e15 else f"{value:,.6g}"


def _fraction(value: float) -> str:
    near = Fraction(value).limit_denominator(_DENOMINATORS)
    return f"{near.numerator}/{near.denominator}" if near and abs(float(near) - value) < 0.001 else f"{value:g}"
