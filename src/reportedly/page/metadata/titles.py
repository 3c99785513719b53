"""Finds a page's title among those it states, and takes the site's name off it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reportedly.page.metadata.words import plain_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BETWEEN = re.compile(r"\s+[|*·•»«~‹›]+\s+|\s+::\s+|\s+[-–—]+\s+|\s*\|\s*")
_NOT_TELLING = {"the", "online", "com", "org", "net", "co", "uk", "news", "www", "website", "home", "official", "site"}
# what content systems leave as a title where there is none
_NO_TITLE = {"home", "homepage", "untitled", "news", "article", "index", "untitled document"}
# the article's own <h1> is among the first; a page made to do harm has any number
_MOST_HEADINGS = 40


def element_title(tree: HtmlElement) -> str | None:
    """Return the words of the page's <title>, the one outside its drawings, or None."""
    for title in tree.iter("title"):
        if title.getparent() is not None and title.getparent().tag != "svg":
            return plain_words(title.text_content()) or None
    return None


def top_heading(tree: HtmlElement, titles: Iterable[str]) -> str | None:
    """Return the <h1> that is the article's headline: the longest that one of the stated titles repeats or resembles.

    Where no title is stated it is the only <h1> of more than two words. None where no <h1> fits.
    """
    first = islice(tree.iter("h1"), _MOST_HEADINGS)
    headings = [words for words in (plain_words(h1.text_content()) for h1 in first) if bare(words)]
    stated = list(titles)
    if not stated:
        return headings[0] if len(headings) == 1 and len(headings[0].split()) > 2 else None
    fitting = [words for words in headings if any(_resembles(words, title) for title in stated)]
    return max(fitting, key=len, default=None)


def _resembles(heading: str, title: str) -> bool:
    own, other = set(re.findall(r"\w+", heading.lower())), set(re.findall(r"\w+", title.lower()))
    # half of the words: a headline is often stated in a second wording, and a site's name shares fewer
    return bare(heading) in bare(title) or 2 * len(own & other) >= max(len(own), len(other))


def clean_title(title: str | None, sites: Iterable[str], writers: Iterable[str] = ()) -> str | None:
    """Return a title without the names of the site and the writers at its ends; None where nothing is left.

    >>> clean_title("Fleet stays in port - Fisheries | The Sella Courier", ["Sella Courier"])
    'Fleet stays in port - Fisheries'
    >>> clean_title("Orvane - a portrait | Orvane Daily * by Ana Lume", ["Orvane Daily"], ["Ana Lume"])
    'Orvane - a portrait'
    """
    names = {bare(name) for name in (*sites, *writers)} - {""}
    words = (title or "").strip()
    while True:
        parts = list(_BETWEEN.finditer(words))
        if parts and _is_one_of(words[parts[-1].end() :], names):
            words = words[: parts[-1].start()].rstrip()
        elif parts and _is_one_of(words[: parts[0].start()], names):
            words = words[parts[0].end() :].lstrip()
        else:
            break
    return words if words and words.lower() not in _NO_TITLE and not _is_one_of(words, names) else None


def site_of(url: str | None) -> str | None:
    """Return the telling label of a URL's host, as titles and site names repeat it.

    >>> site_of("https://www.sellacourier.co.uk/news/1")
    'sellacourier'
    """
    host = (urlsplit(url).hostname if url else None) or ""
    labels = [label for label in host.split(".") if label not in _NOT_TELLING and not label.isdigit()]
    return max(labels[:-1] or labels, key=len, default="") or None


def bare(name: str) -> str:
    """Return what is telling in a name, in lower case and without spaces, to compare names by.

    >>> bare("The Sella-Courier Online") == bare("sellacourier.com")
    True
    """
    words = re.findall(r"\w+", name.lower())
    return "".join([word for word in words if word not in _NOT_TELLING] or words)


def _is_one_of(part: str, names: set[str]) -> bool:
    return bare(re.sub(r"^by\s+", "", part.strip(), flags=re.IGNORECASE)) in names
