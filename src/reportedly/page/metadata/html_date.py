"""Asks htmldate for the date of publication where a page states none in a usual place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.model import WhenBasis
from reportedly.page.metadata.dates import published_when
from reportedly.page.metadata.facts import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PICTURES = ("figure", "figcaption", "picture", "svg")
_CAPTION = re.compile(r"caption|credit", re.IGNORECASE)
# htmldate's own default is today: the same page must give the same answer on every day
_EARLIEST, _LATEST = "1995-01-01", "2199-12-31"


def html_date_facts(tree: HtmlElement, url: str | None) -> Facts:
    """Return the date that htmldate finds in the markup, outside captions. Changes the tree: call it last."""
    from htmldate import find_date  # noqa: PLC0415 - needed only where nothing else gives a date

    for node in list(tree.iter(*_PICTURES, "p", "div", "span")):
        if node.getparent() is not None and (node.tag in _PICTURES or _CAPTION.search(node.get("class") or "")):
            node.drop_tree()
    found = find_date(tree, extensive_search=False, original_date=True, url=url, min_date=_EARLIEST, max_date=_LATEST)
    return Facts(basis="htmldate", published=published_when(found, WhenBasis.METADATA) if found else None)
