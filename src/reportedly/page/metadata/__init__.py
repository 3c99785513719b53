"""What a page says of its article: publisher, title, byline, date, address, each with its basis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.page.metadata.facts import Facts
from reportedly.page.metadata.json_ld import json_ld_facts, site_name
from reportedly.page.metadata.merge import GIVEN, Metadata, merge
from reportedly.page.metadata.tags import markup_facts, meta_facts, open_graph_facts, page_tags
from reportedly.page.metadata.titles import clean_title, element_title, site_of, top_heading
from reportedly.page.metadata.visible import visible_facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["GIVEN", "Facts", "Metadata", "merge", "stated_facts", "visible_facts"]


def stated_facts(tree: HtmlElement, url: str | None = None) -> list[Facts]:
    """Return what the page's markup states, one Facts a place; titles come without the site's and writers' names."""
    tags = page_tags(tree)
    title = element_title(tree)
    places = [
        json_ld_facts(tree, title, url),
        open_graph_facts(tags, url),
        Facts("json-ld", publisher=site_name(tree)),
        meta_facts(tags),
        replace(markup_facts(tree, url), title=title),
    ]
    stated = [facts.title for facts in places if facts.title]
    places.append(Facts("headline", title=top_heading(tree, stated)))
    sites = [facts.publisher for facts in places if facts.publisher]
    addresses = [facts.url for facts in places if facts.url] + [url]
    sites += [label for label in map(site_of, addresses) if label]
    writers = [name for facts in places for name in facts.byline]
    return [replace(facts, title=clean_title(facts.title, sites, writers)) for facts in places]
