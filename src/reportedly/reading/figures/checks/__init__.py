"""Whether figures that the text itself puts together add up: sums, shares and differences."""

from reportedly.reading.figures.checks.reader import read_checks

__all__ = ["read_checks"]
