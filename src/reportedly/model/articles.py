"""The received document, and the page that reading gets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reportedly.model.digests import digest, utf8
from reportedly.model.spans import Story
from reportedly.model.whens import When


@dataclass(frozen=True, slots=True)
class Article:
    """One received document: its text exactly as extracted, where and when it came from.

    `basis` names, for each of publisher, title, byline, published, language and url that is known, where it was
    found ("json-ld", "opengraph", "meta", "htmldate", "html", "text", "record", "option", …). `warnings` are
    one-line notes for a person, such as a text that looks wrongly decoded.
    """

    text: str
    file: str | None = None
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None
    published: When | None = None
    basis: Mapping[str, str] = field(default_factory=dict, hash=False)
    warnings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return 16 hexadecimal digits that depend on the canonical URL and the text alone."""
        return digest(self.url or "", self.text)[:16]

    @property
    def text_sha256(self) -> str:
        """Return the SHA-256 of the text in UTF-8, in hexadecimal."""
        return hashlib.sha256(utf8(self.text)).hexdigest()

    def to_dict(self) -> dict[str, Any]:
        """Return the article as the contract writes it."""
        return {
            "id": self.id,
            "file": self.file,
            "url": self.url,
            "publisher": self.publisher,
            "title": self.title,
            "byline": list(self.byline),
            "language": self.language,
            "text": self.text,
            "text_sha256": self.text_sha256,
            "published": self.published.to_dict() if self.published else None,
            "basis": dict(self.basis),
            "warnings": list(self.warnings),
        }


@dataclass(frozen=True, slots=True)
class Page:
    """What the page layer hands to reading: an article and the stories that its text is split into."""

    article: Article
    stories: tuple[Story, ...]
