"""From a page to its reading: who says what. Sees no file, clock or network: the same page, the same reading."""

from reportedly.reading.pipeline import read_page

__all__ = ["read_page"]
