"""Parses HTML for its metadata."""

from __future__ import annotations

from lxml import etree, html
from lxml.html import HtmlElement


def parse_html(source: str) -> HtmlElement:
    """Return the tree of a page's HTML, whatever is wrong with it; an empty one where it has neither tag nor word.

    `source` has no control characters: lxml could not write them back.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return html.document_fromstring("<html></html>")
