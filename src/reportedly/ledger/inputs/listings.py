"""Reads lists of addresses: RSS, Atom and JSON feeds, site maps, lists of feeds (OPML) and plain lists of URLs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lxml import etree

from reportedly.errors import BadRecord
from reportedly.ledger.inputs.kinds import HEAD, head_text, is_url_list
from reportedly.page.arrival.clock import utc_of
from reportedly.page.arrival.received import Limits, Received
from reportedly.page.arrival.unpack import unpack
from reportedly.page.metadata.words import web_address

# a full text has some words; what is shorter is a teaser
_FULL_TEXT = 1_000
_ENTRIES = ("item", "entry")
# the first that is there; "modified" and "issued" are of Atom 0.3, "date" of Dublin Core
_CHANGED = ("updated", "modified", "pubdate", "date", "published", "issued")
_CONTENTS = ("encoded", "content", "body", "content_html", "content_text")


class Lists(StrEnum):
    """What a list is, and so what it leads to: articles, or lists again."""

    FEED = "feed"
    SITEMAP = "site map"
    URLS = "list of URLs"
    SITEMAPS = "index of site maps"
    FEEDS = "list of feeds"

    @property
    def leads_to_lists(self) -> bool:
        """Tell whether what is listed are lists."""
        return self in (Lists.SITEMAPS, Lists.FEEDS)


@dataclass(frozen=True, slots=True)
class Link:
    """One address in a list, and when what is there last changed, as UTC, if the list says so.

    `url` is None where an entry has no web address, `shown` is what stands there; `full` tells whether the list itself
    carries the whole text, `line` is the line in a list of URLs.
    """

    url: str | None
    updated: str | None = None
    full: bool = False
    line: int | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list and what it leads to, in its order; `breaks_off` where it is cut short and more may have been in it."""

    lists: Lists
    links: tuple[Link, ...]
    breaks_off: bool = False


def listing_of(received: Received, limits: Limits) -> Listing:
    """Return the list that the bytes hold, packed with gzip or not.

    Raises BadRecord where they hold none or it is damaged, NotText and TooLarge where they cannot be unpacked. No
    entity is expanded and nothing is loaded.
    """
    data = unpack(received, limits).data
    text = head_text(data)
    if text.lstrip().startswith("{"):
        return _json_feed(data, received)
    if is_url_list(text[:HEAD], cut=len(text) > HEAD):
        return Listing(Lists.URLS, tuple(_url_lines(text)))
    root, breaks_off = _tree(data, received.name)
    name = _name(root)
    if name not in _ROOTS:
        raise BadRecord(f"{received.name}: no feed, site map or list of feeds; its first element is <{name[:40]}>")
    lists, links = _ROOTS[name]
    return Listing(lists, tuple(links(root, received.url)), breaks_off)


def _tree(data: bytes, name: str) -> tuple[etree._Element, bool]:
    """Return the root of an XML document, as far as it can be read, and whether it breaks off. Raises BadRecord."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadRecord(f"{name}: no XML that can be read; get the list again") from error
    if root is None:
        raise BadRecord(f"{name}: no XML that can be read; get the list again")
    return root, _breaks_off(data, {entry.type_name for entry in parser.error_log})


def _breaks_off(data: bytes, errors: set[str]) -> bool:
    """Tell whether what the parser complains of is an early end: of the file, or of what it was ready to read."""
    in_tag = "ERR_GT_REQUIRED" in errors and not data.rstrip().endswith(b">")
    return in_tag or any(error.endswith(("_NOT_FINISHED", "_RESOURCE_LIMIT")) for error in errors)


def _entries(root: etree._Element, base: str | None) -> Iterator[Link]:
    home = next((word for word in map(_link, _elements(root, ("channel", "feed"))) if word), None)
    for entry in _elements(root, _ENTRIES):
        told = {name: said for name, said in ((_name(child), _text(child)) for child in reversed(entry)) if said}
        link = _link(entry) or _permanent(entry)
        updated = next((when for when in (utc_of(told.get(name, "")) for name in _CHANGED) if when), None)
        full = any(len(told.get(name, "")) >= _FULL_TEXT for name in _CONTENTS)
        url = web_address(link, _base(entry) or base or home) if link else None
        yield Link(url, updated, full, shown=link or told.get("title", ""))


def _link(entry: etree._Element) -> str | None:
    """Return the address of what an entry, or a whole feed, is about: RSS writes it as text, Atom as an attribute."""
    for child in entry:
        if _name(child) == "link":
            said = child.get("href") if child.get("rel", "alternate") == "alternate" else None
            said = said or (_text(child) if not child.get("href") else None)
            if said:
                return said
    return None


def _permanent(entry: etree._Element) -> str | None:
    """Return the identity of an entry where that is an address: <guid> of RSS, <id> of Atom, rdf:about of RSS 1.0."""
    for child in entry:
        if _name(child) in ("guid", "id") and child.get("isPermaLink", "true") == "true":
            said = _text(child)
            if said.lower().startswith(("http://", "https://")):
                return said
    about = entry.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    return str(about) if about else None


def _locations(root: etree._Element, base: str | None) -> Iterator[Link]:
    for place in _elements(root, ("url", "sitemap")):
        told = {_name(part): _text(part) for part in place.iter() if isinstance(part.tag, str)}
        shown = told.get("loc", "")
        updated = utc_of(told.get("lastmod") or told.get("publication_date") or "")
        yield Link(web_address(shown, base), updated, shown=shown)


def _feeds(root: etree._Element, base: str | None) -> Iterator[Link]:
    for outline in _elements(root, ("outline",)):
        shown = outline.get("xmlUrl") or outline.get("xmlurl") or outline.get("XMLURL")
        if shown:
            yield Link(web_address(shown, base), shown=shown)


def _url_lines(text: str) -> Iterator[Link]:
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip()
        if said and not said.startswith("#"):
            yield Link(web_address(said), line=number, shown=said)


def _json_feed(data: bytes, received: Received) -> Listing:
    """Return a JSON feed (jsonfeed.org, version 1.1)."""
    try:
        value: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadRecord(f"{received.name}: no JSON that can be read; get the list again") from error
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list):
        raise BadRecord(f"{received.name}: a JSON feed without items")
    base = received.url or _string(value, "home_page_url")
    return Listing(Lists.FEED, tuple(_json_link(item, base) for item in items if isinstance(item, dict)))


def _json_link(item: dict[str, Any], base: str | None) -> Link:
    shown = _string(item, "url") or _string(item, "id")
    updated = utc_of(_string(item, "date_modified") or _string(item, "date_published"))
    full = any(len(_string(item, name)) >= _FULL_TEXT for name in _CONTENTS)
    is_absolute = shown.lower().startswith(("http://", "https://"))
    return Link(web_address(shown, base) if is_absolute or _string(item, "url") else None, updated, full, shown=shown)


def _string(value: dict[str, Any], key: str) -> str:
    said = value.get(key)
    return said if isinstance(said, str) else ""


def _elements(root: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    return (element for element in root.iter() if isinstance(element.tag, str) and _name(element) in names)


def _name(element: etree._Element) -> str:
    """Return the name of an element without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def _text(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext()).strip()


def _base(element: etree._Element) -> str | None:
    """Return the address that those within an element are relative to, where it says so by xml:base."""
    try:
        return element.base if element.base and "://" in element.base else None
    except ValueError:
        return None


_ROOTS = {
    "opml": (Lists.FEEDS, _feeds),
    "urlset": (Lists.SITEMAP, _locations),
    "sitemapindex": (Lists.SITEMAPS, _locations),
    "rss": (Lists.FEED, _entries),
    "rdf": (Lists.FEED, _entries),
    "feed": (Lists.FEED, _entries),
    "channel": (Lists.FEED, _entries),
}
