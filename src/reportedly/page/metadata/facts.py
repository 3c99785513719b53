"""What one place on a page says of the article: the same shape for JSON-LD, tags, visible text and the caller."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model import When


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of an article in one place; `basis` is the place, as Article.basis names it."""

    basis: str
    publisher: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: When | None = None
    language: str | None = None
    url: str | None = None
