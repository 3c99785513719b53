"""Cleans short strings that pages state: titles, names, addresses."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin, urlsplit

# no headline, name or address is longer; a longer one is a page's mistake or an attempt to exhaust the reader
_LONGEST = 2_000
# a database such as PostgreSQL takes no NUL in a text
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


def plain_words(value: str) -> str:
    r"""Return a stated string without markup, entities and superfluous white space.

    >>> plain_words("  Fleet &#8216;stays in&#8217; <i>port</i>\xa0 ")
    'Fleet ‘stays in’ port'
    """
    # some systems escape twice
    text = encodable(html.unescape(html.unescape(value[:_LONGEST])))
    return " ".join(_TAG.sub("", text).split())


def encodable(value: str) -> str:
    r"""Return a string with what cannot be stored replaced, one for one: NUL, and lone surrogates, which have no UTF-8.

    >>> encodable("Fog \ud800\0")
    'Fog \ufffd\ufffd'
    """
    return _UNSTORABLE.sub("\ufffd", value)


def quoted(value: str) -> str:
    r"""Return a value as a one-line message shows it: in quotation marks, printable, cut where it is long.

    >>> print(quoted("Fog\nin Orvane"))
    "Fog in Orvane"
    """
    shown = "".join(letter if letter.isprintable() else " " for letter in value[:80])
    return f'"{shown}{"…" if len(value) > 80 else ""}"'


def web_address(value: str | None, base: str | None = None) -> str | None:
    """Return an absolute http or https address, resolved against `base`, or None where it is none.

    >>> web_address("/strait#comments", "https://courier.example/news/")
    'https://courier.example/strait'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not value or not value.strip() or len(value) > _LONGEST:
        return None
    try:
        address = urljoin(base or "", value.strip())
    except ValueError:
        return None
    address = address.partition("#")[0]
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc or re.search(r"[\s\x00-\x1f<>\"]", address):
        return None
    return address
