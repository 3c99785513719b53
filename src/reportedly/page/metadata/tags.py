"""Reads what a page's head and markup say of the article: OpenGraph, <meta>, <link>, <title>, <h1>."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from reportedly.model import When
from reportedly.page.metadata.byline import stated_names, unique
from reportedly.page.metadata.dates import stated_when
from reportedly.page.metadata.facts import Facts
from reportedly.page.metadata.words import plain_words, web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Tags = dict[str, list[str]]

_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:authors?|byline|writer)(?:[\s_-]{0,2}names?)?(?=\s|$)", re.IGNORECASE)
# the first few are the article's; a page made to do harm has any number
_MOST_MARKED = 40
# four names with their jobs; a longer text is about the author
_LONGEST_BYLINE = 160

# the first that is there counts; the order is from the most to the least particular to news
_AUTHOR = ("author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl",
           "article:author_name", "article:author", "og:article:author", "twitter:data1")  # fmt: skip
_PUBLISHED = ("article:published_time", "og:article:published_time", "article:published", "parsely-pub-date",
              "datepublished", "date.published", "publish-date", "publish_date", "publishdate", "pubdate", "published",
              "publication_date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
              "dcterms.created", "citation_publication_date", "citation_date", "article_date_original",
              "originalpublicationdate", "date")  # fmt: skip
_SITE = ("application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher",
         "article:publisher_name", "citation_publisher", "publisher", "copyright-holder")  # fmt: skip
_TITLE = ("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "twitter:title", "title")


def open_graph_facts(tags: Tags, base: str | None = None) -> Facts:
    """Return what the OpenGraph tags say."""
    return Facts(
        basis="opengraph",
        publisher=_name_alone(first(tags, ("og:site_name",))),
        title=first(tags, ("og:title",)),
        published=_when(tags, _PUBLISHED[:3]),
        language=first(tags, ("og:locale",)),
        url=web_address(next(iter(tags.get("og:url", [])), None), base),
    )


def meta_facts(tags: Tags) -> Facts:
    """Return what the other <meta> tags say."""
    lists = (stated_names(tags[name]) for name in _AUTHOR if name in tags)
    return Facts(
        basis="meta",
        publisher=_name_alone(first(tags, _SITE)),
        title=first(tags, _TITLE),
        byline=next((names for names in lists if names), ()),
        published=_when(tags, _PUBLISHED[3:]),
        language=first(tags, ("content-language", "dc.language", "language")),
    )


def markup_facts(tree: HtmlElement, base: str | None = None) -> Facts:
    """Return what <link>, <html lang>, rel="author" and time stamps in the markup say; titles have their own module."""
    return Facts(
        basis="html",
        byline=_marked_names(tree),
        published=_marked_when(tree),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        url=web_address(next(iter(_canonical(tree)), None), base),
    )


def page_tags(tree: HtmlElement) -> Tags:
    """Return the contents of the page's <meta> tags by their name in lower case, in document order."""
    tags: Tags = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def first(tags: Tags, names: tuple[str, ...]) -> str | None:
    """Return the first content of the first of the tags that has words in it, or None."""
    contents = (plain_words(content) for name in names for content in tags.get(name, [])[:1])
    return next((words for words in contents if any(letter.isalnum() for letter in words)), None)


def _name_alone(name: str | None) -> str | None:
    """Return a site's name without the slogan that some put behind it: "Orvane Daily | All the isle"."""
    return re.split(r"\s+[|»·]\s+", name)[0] if name else None


def _when(tags: Tags, names: tuple[str, ...]) -> When | None:
    stamps = (stated_when(content) for name in names for content in tags.get(name, [])[:1])
    return next((when for when in stamps if when), None)


def _canonical(tree: HtmlElement) -> list[str]:
    return [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]


def _marked_names(tree: HtmlElement) -> tuple[str, ...]:
    """Return the names in the first element that the markup calls the author, with those beside it."""
    found: list[str] = []
    home = None
    marked = filter(_is_author, tree.iter("a", "span", "div", "p", "li", "address", "strong", "h4"))
    for node in islice(marked, _MOST_MARKED):
        words = plain_words(node.text_content())
        names = stated_names([words]) if len(words) <= _LONGEST_BYLINE else ()
        named = [name for name in names if " " in name and name[0].isupper()]
        if named and home is None:
            home = node.getparent()
        # a second author stands beside the first; further down the page stand those of other articles
        if named and node.getparent() is home:
            found.extend(named)
    return unique(found)


def _is_date(node: HtmlElement) -> bool:
    return "datepublished" in (node.get("itemprop") or "").lower() or node.get("pubdate") is not None


def _is_author(node: HtmlElement) -> bool:
    return "author" in (node.get("rel") or "").lower().split() or bool(_AUTHOR_CLASS.search(node.get("class") or ""))


def _marked_when(tree: HtmlElement) -> When | None:
    marked = filter(_is_date, tree.iter("time", "meta", "span", "abbr", "p", "div"))
    for node in islice(marked, _MOST_MARKED):
        when = stated_when(node.get("datetime") or node.get("content") or node.text_content())
        if when:
            return when
    return None
