"""Reads what a page's JSON-LD says of the article (schema.org)."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from reportedly.model import When
from reportedly.page.metadata.byline import stated_names
from reportedly.page.metadata.dates import stated_when
from reportedly.page.metadata.facts import Facts
from reportedly.page.metadata.words import plain_words, web_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, Any]

# a page's description has a few dozen nodes; the bound keeps a hostile one from taking long
_MOST_NODES = 20_000
# where schema.org and those who write it put the article itself; lists of other articles hang from other keys
_LEADS_TO_ARTICLE = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
_ARTICLE_TYPES = {"liveblogposting", "blogposting", "report", "socialmediaposting"}
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_EXTRA_COMMA = re.compile(r",\s*(?=[}\]])")


def json_ld_facts(tree: HtmlElement, title: str | None, base: str | None = None) -> Facts:
    """Return what the article's node in a page's JSON-LD says; broken scripts are passed over.

    `title` is the page's own title, by which the article is told from others that are described beside it.
    """
    documents = list(_documents(tree))
    by_id = _by_id(documents)
    article = _article_node(documents, title)
    page = next((node for node in _top_nodes(documents) if "webpage" in _types(node)), {})
    return Facts(
        basis="json-ld",
        publisher=_publisher(article, documents, by_id),
        title=_first_words(article.get("headline") or article.get("name")),
        byline=stated_names(_names(article.get("author") or article.get("creator"), by_id)),
        published=_when(article.get("datePublished") or page.get("datePublished") or article.get("dateCreated")),
        language=_first_words(article.get("inLanguage") or page.get("inLanguage")),
        url=web_address(_address(article), base),
    )


def site_name(tree: HtmlElement) -> str | None:
    """Return the name of the web site that a page's JSON-LD describes, if any."""
    sites = (node for node in _top_nodes(list(_documents(tree))) if "website" in _types(node))
    return next((name for name in (_first_words(node.get("name")) for node in sites) if name), None)


def _documents(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield from _parse(_COMMENT.sub("", script.text))


def _parse(source: str) -> Iterator[Any]:
    """Yield the JSON values of a script; control characters, extra commas and several values in a row are borne."""
    decoder = json.JSONDecoder(strict=False)
    rest = source.strip().lstrip("\ufeff")
    while rest.strip(" \t\r\n;,"):
        rest = rest.lstrip(" \t\r\n;,")
        found = _decode(decoder, rest) or _decode(decoder, _EXTRA_COMMA.sub("", rest))
        if found is None:
            return
        value, rest = found
        yield value


def _decode(decoder: json.JSONDecoder, source: str) -> tuple[Any, str] | None:
    try:
        value, end = decoder.raw_decode(source)
    except (ValueError, RecursionError):  # nested deeper than any description is
        return None
    return value, source[end:]


def _nodes(documents: Iterable[Any], keys: Iterable[str] | None) -> Iterator[Node]:
    """Yield the objects of the documents, outermost first: those under the given keys, or all."""
    waiting = deque(documents)
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extendleft(value[_MOST_NODES::-1])
        elif isinstance(value, dict):
            yield value
            waiting.extend(value.values() if keys is None else (value[key] for key in keys if key in value))


def _top_nodes(documents: Iterable[Any]) -> Iterator[Node]:
    return _nodes(documents, _LEADS_TO_ARTICLE)


def _by_id(documents: Iterable[Any]) -> dict[str, Node]:
    """Return the described nodes by their @id; a mere reference does not hide the description."""
    found: dict[str, Node] = {}
    for node in _nodes(documents, None):
        name = node.get("@id")
        if isinstance(name, str) and len(node) > len(found.get(name, {"@id": name})):
            found[name] = node
    return found


def _types(node: Node) -> set[str]:
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return {re.split(r"[/:#]", name)[-1].lower() for name in names if isinstance(name, str)}


def _article_node(documents: Iterable[Any], title: str | None) -> Node:
    """Return the node of the article: of several, the one whose headline is the page's title, else the first."""
    articles = [node for node in _top_nodes(documents) if _is_article(node)]
    words = set(re.findall(r"\w+", (title or "").lower()))

    def shared(node: Node) -> float:
        own = set(re.findall(r"\w+", (_first_words(node.get("headline") or node.get("name")) or "").lower()))
        return len(own & words) / (len(own) or 1)

    return max(articles, key=shared, default={})


def _is_article(node: Node) -> bool:
    types = _types(node)
    return bool(types & _ARTICLE_TYPES) or any(name.endswith("article") for name in types)


def _names(value: object, by_id: dict[str, Node]) -> list[str]:
    """Return the names that an author or publisher is given by: a string, an object, a reference, or a list of them."""
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        reference = one.get("@id") if isinstance(one, dict) and "name" not in one else None
        node = by_id.get(reference, one) if isinstance(reference, str) else one
        name = node.get("name") if isinstance(node, dict) else node
        names.extend(item for item in (name if isinstance(name, list) else [name]) if isinstance(item, str))
    return names


def _publisher(article: Node, documents: Iterable[Any], by_id: dict[str, Node]) -> str | None:
    for key in ("publisher", "sourceOrganization", "provider"):
        for name in _names(article.get(key), by_id):
            words = plain_words(name)
            if words and not web_address(words):
                return words
    return None


def _when(value: object) -> When | None:
    stamp = value[0] if isinstance(value, list) and value else value
    return stated_when(str(stamp)) if isinstance(stamp, str | int) else None


def _first_words(value: object) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    return (plain_words(first) or None) if isinstance(first, str) else None


def _address(article: Node) -> str | None:
    main = article.get("mainEntityOfPage")
    for value in (article.get("url"), main, main.get("@id") if isinstance(main, dict) else None):
        if isinstance(value, str):
            return value
    return None
