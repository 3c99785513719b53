"""Decides, field by field, which place on the page is believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportedly.model import When
from reportedly.page.metadata.byline import without_outlet
from reportedly.page.metadata.facts import Facts
from reportedly.page.metadata.titles import bare, site_of

GIVEN = ("record", "option")
# what is made for machines to read comes first, the most particular to news before the rest; htmldate guesses. Of
# titles the printed one comes first: the others are written for search engines or shortened for sharing
_TRUST: dict[str, tuple[str, ...]] = {
    "title": (*GIVEN, "headline", "opengraph", "json-ld", "meta", "html", "text"),
    "publisher": (*GIVEN, "opengraph", "json-ld", "meta", "html", "text"),
    "byline": (*GIVEN, "json-ld", "meta", "text", "html"),
    "published": (*GIVEN, "json-ld", "opengraph", "meta", "html", "text", "htmldate"),
    "url": (*GIVEN, "html", "opengraph", "json-ld", "fetch"),
}
# the printed headline is part of the page's HTML
_NAMED = {"headline": "html"}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is believed of an article, and on which ground each field that is known rests."""

    publisher: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: When | None = None
    url: str | None = None
    basis: dict[str, str] = field(default_factory=dict)


def merge(places: Sequence[Facts]) -> Metadata:
    """Return the believed value of every field; what the caller gives always wins."""
    chosen = {name: _most_trusted(places, name) for name in ("title", "published", "url")}
    chosen |= {"publisher": _publisher(places), "byline": _byline(places)}
    basis = {name: _NAMED.get(facts.basis, facts.basis) for name, facts in chosen.items() if facts}
    return Metadata(
        **{name: getattr(facts, name) for name, facts in chosen.items() if facts},
        basis={name: basis[name] for name in ("publisher", "title", "byline", "published", "url") if name in basis},
    )


def _in_order(places: Iterable[Facts], name: str) -> list[Facts]:
    """Return the places that say something of a field, the most trusted first."""
    order = _TRUST[name]
    saying = [facts for facts in places if getattr(facts, name) and facts.basis in order]
    return sorted(saying, key=lambda facts: order.index(facts.basis))


def _most_trusted(places: Iterable[Facts], name: str) -> Facts | None:
    return next(iter(_in_order(places, name)), None)


def _byline(places: Sequence[Facts]) -> Facts | None:
    """Return the place whose writers are believed: one that names more than the outlet itself is preferred."""
    outlets = {bare(facts.publisher) for facts in places if facts.publisher}
    saying = _in_order(places, "byline")
    for facts in saying:
        writers = tuple(name for name in facts.byline if not _is_outlet(name, outlets))
        if facts.basis in GIVEN:
            return facts
        if writers:
            return replace(facts, byline=tuple(_without_outlets(name, places) for name in writers))
    return saying[0] if saying else None


def _is_outlet(name: str, outlets: set[str]) -> bool:
    # "Sella Courier" of "Sella Courier Weekend"
    return any(outlet.startswith(bare(name)) for outlet in outlets)


def _without_outlets(name: str, places: Sequence[Facts]) -> str:
    for facts in places:
        name = without_outlet(name, facts.publisher or "")
    return name


def _publisher(places: Sequence[Facts]) -> Facts | None:
    """Return the place whose name of the outlet is believed: given, else what most places say, the text last.

    The site's own name comes before that of a publisher, which may be the agency that a copy came from. Site systems
    leave a slogan, their own name or a lower-case label in one of the places; most of the others say the outlet's
    name, and the page's host counts as one of them.
    """
    saying = _in_order(places, "publisher")
    stated = [facts for facts in saying if facts.basis not in (*GIVEN, "text")]
    if not stated or saying[0].basis in GIVEN:
        return next(iter(saying), None)
    names = [bare(facts.publisher or "") for facts in stated]
    hosts = [label for label in (site_of(facts.url) for facts in places) if label]
    votes = {name: names.count(name) + any(name in host or host in name for host in hosts) for name in names}
    most = max(names, key=votes.__getitem__)
    same = [facts for facts, name in zip(stated, names, strict=True) if name == most]
    return next((facts for facts in same if (facts.publisher or "")[:1].isupper()), same[0])
