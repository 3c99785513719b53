"""Reads test texts with their names marked: {Orla} a place, {*Ana Torrel} a person, {@Orla Times} a body, {~Lumian}."""

from __future__ import annotations

import re

from reportedly.model import Article, Page, Span, Story, Zone, ZoneKind
from reportedly.reading.names import Name, NameKind

_KINDS = {"": NameKind.PLACE, "*": NameKind.PERSON, "@": NameKind.ORGANIZATION, "~": NameKind.PEOPLE}


def marked(text: str) -> tuple[str, list[Name]]:
    """Return a text without its marks, and its names."""
    plain, names = "", []
    for before, kind, name in re.findall(r"([^{]*)(?:\{([*@~]?)([^}]*)\})?", text):
        plain += before
        if name:
            names.append(Name(Span(len(plain), len(plain) + len(name)), _KINDS[kind]))
            plain += name
    return plain, names


def page(text: str, url: str | None = None) -> Page:
    """Return a text as one story of one paragraph."""
    story = Story("story-1", None, (Zone(ZoneKind.BODY, Span(0, len(text))),))
    return Page(Article(text, url=url), (story,))
