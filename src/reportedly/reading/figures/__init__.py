"""The quantities of a text, and whether those that belong together add up."""

from reportedly.reading.figures.checks import read_checks
from reportedly.reading.figures.finder import read_figures

__all__ = ["read_checks", "read_figures"]
