"""A sentence with its figures, as checks read it, and how far each figure may be from what was counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Figure

# how far "about" or "more than" may be off, and a fraction said in words: a reader's, not a measured, tolerance
_ABOUT = 0.1
_LOOSE_FRACTION = 0.03
# characters on either side of a figure that tell what it is
_REACH = 200
_WRITTEN = re.compile(r"\d[\d,\u00a0\u202f ]*(?:\.\d+)?|\.\d+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text from `start` on, with the figures in it, in order."""

    text: str
    start: int
    end: int
    figures: Sequence[Figure]

    def between(self, first: Figure, second: Figure) -> str:
        """Return the words from one figure to a later one."""
        return self.text[first.span.end : second.span.start]

    def before(self, figure: Figure) -> str:
        """Return the words of the passage before a figure, no more than checks look at."""
        return self.text[max(self.start, figure.span.start - _REACH) : figure.span.start]

    def after(self, figure: Figure) -> str:
        """Return the words of the passage after a figure, no more than checks look at."""
        return self.text[figure.span.end : min(self.end, figure.span.end + _REACH)]


@cache
def measures() -> frozenset[str]:
    """Return the names of units that are measures, not nouns counted."""
    data = load("figures")
    return frozenset({unit["name"] for unit in data["unit"]}) | {"fraction", "cent", "penny"}


def is_measure(unit: str) -> bool:
    """Tell whether a unit is a measure or money."""
    return unit in measures() or (len(unit) == 3 and unit.isupper())


def is_exact(figure: Figure) -> bool:
    """Tell whether a figure is one number that the text does not leave open."""
    return figure.low == figure.high and not figure.approximate


def bounds(text: str, figure: Figure) -> tuple[float, float]:
    """Return the least and the most that a figure may stand for, by its rounding and its "about".

    Counts written in full are exact. Percentages, money and numbers with a decimal part or a magnitude word are rounded
    to the last digit written.
    """
    half = _half_place(text, figure)
    if figure.unit == "fraction":
        half = max(half, _LOOSE_FRACTION)
    if figure.approximate:
        half = max(half, _ABOUT * max(abs(figure.low), abs(figure.high)))
    return figure.low - half, figure.high + half


def _half_place(text: str, figure: Figure) -> float:
    written = _WRITTEN.search(figure.span.of(text))
    if written is None:
        return 0.0
    number = re.sub(r"[,\s]", "", written.group())
    decimals = len(number.partition(".")[2])
    value = float(number)
    scale = abs(figure.low) / value if value and figure.low == figure.high else 1.0
    if decimals == 0 and scale <= 1.0 and not is_measure(figure.unit):
        return 0.0
    return float(0.5 * 10**-decimals * scale)


def agree(first: tuple[float, float], second: tuple[float, float]) -> bool:
    """Tell whether two ranges share a value, but for the last bits of a floating-point sum."""
    slack = 1e-9 * max(1.0, abs(first[0]), abs(second[0]))
    return first[0] <= second[1] + slack and second[0] <= first[1] + slack


def plain(value: float) -> str:
    """Return a number as a reader writes it: at most two decimals, commas between thousands.

    >>> plain(136.0), plain(23.8341), plain(1200000.0)
    ('136', '23.83', '1,200,000')
    """
    rounded = round(value, 2)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")


def amount(figure: Figure) -> str:
    """Return a figure's number with its measure: "12", "5 percent", "USD 3,000"."""
    value = plain(figure.low) if figure.low == figure.high else f"{plain(figure.low)} to {plain(figure.high)}"
    if figure.unit == "fraction":
        return f"{plain(figure.low * 100)} percent"
    if len(figure.unit) == 3 and figure.unit.isupper():
        return f"{figure.unit} {value}"
    return f"{value} {figure.unit}" if figure.unit in {"percent", "percentage point"} else value


def written(text: str, figure: Figure) -> str:
    """Return a figure as the text writes it, on one line and with "about" where it leaves the number open."""
    return f"{'about ' if figure.approximate else ''}{' '.join(figure.span.of(text).split())}"
