"""Decides, field by field, which place on the page is believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.model import When
from reportedly.page.metadata.facts import Facts
from reportedly.page.metadata.titles import bare

GIVEN = ("record", "option")
# what is made for machines to read comes first, the most particular to news before the rest; htmldate guesses
_TRUST: dict[str, tuple[str, ...]] = {
    "title": (*GIVEN, "json-ld", "opengraph", "html", "meta", "text"),
    "byline": (*GIVEN, "json-ld", "meta", "text", "html"),
    "published": (*GIVEN, "json-ld", "opengraph", "meta", "html", "text", "htmldate"),
    "url": (*GIVEN, "html", "opengraph", "json-ld", "fetch"),
}


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
    publisher = _publisher(places)
    chosen = {name: _most_trusted(places, name) for name in ("title", "published", "url")}
    chosen["byline"] = _byline(places)
    chosen["publisher"] = publisher
    basis = {name: facts.basis for name, facts in chosen.items() if facts}
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
    telling = (
        facts for facts in saying if facts.basis in GIVEN or any(bare(name) not in outlets for name in facts.byline)
    )
    return next(telling, saying[0] if saying else None)


def _publisher(places: Sequence[Facts]) -> Facts | None:
    """Return the place whose name of the outlet is believed: given, else said most often, else said in the text.

    Site systems leave a slogan or a lower-case label in one of the places; most of the others say the name.
    """
    saying = [facts for facts in places if facts.publisher]
    given = next((facts for facts in saying if facts.basis in GIVEN), None)
    stated = [facts for facts in saying if facts.basis != "text"]
    if given or not stated:
        return given or next(iter(saying), None)
    names = [bare(facts.publisher or "") for facts in stated]
    best = max(names, key=names.count)
    same = [facts for facts, name in zip(stated, names, strict=True) if name == best]
    return next((facts for facts in same if not (facts.publisher or "").islower()), same[0])
