"""One thing to be read, as it came in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from reportedly.model.digests import digest
from reportedly.page.arrival.received import Known, Received

_NOTHING_KNOWN = Known()
_PLACE_KEY = re.compile("place:[0-9a-f]{16}")


class Form(StrEnum):
    """What the bytes of an item are: a page of text or HTML, or one line of a .jsonl file."""

    PAGE = "page"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to be read: its bytes with where and when they came from, and what the caller says of it.

    `name` is what a message calls it ("pages/strait.html", "crawl.warc.gz#<urn:uuid:…>", "list.jsonl", a URL); `line`
    is its line in a .jsonl file, counted from 1. `place` is the same wherever the program is started from (an absolute
    path with the member within an archive), None for a URL, a line or standard input: a later item of the same place
    is another version of the same document.
    """

    name: str
    received: Received
    form: Form = Form.PAGE
    line: int | None = None
    known: Known = _NOTHING_KNOWN
    place: str | None = None


def place_key(place: str) -> str:
    """Return what stands for a place in a ledger, which may be handed on and should not tell of somebody's folders.

    >>> place_key("/home/ada/strait.txt")
    'place:e360d6dfb08795ea'
    >>> place_key(place_key("/home/ada/strait.txt")) == place_key("/home/ada/strait.txt")
    True
    """
    return place if _PLACE_KEY.fullmatch(place) else f"place:{digest(place)[:16]}"


def described(item: Item) -> dict[str, Any]:
    """Return all of an item but its bytes, as JSON-ready values."""
    received = item.received
    known = {name: value for name, value in asdict(item.known).items() if value}
    return {
        "name": item.name,
        "line": item.line,
        "form": item.form.value,
        "place": place_key(item.place) if item.place else None,
        "url": received.url,
        "file": received.file,
        "content_type": received.content_type,
        "headers": [list(header) for header in received.headers],
        "fetched": received.fetched,
        "known": known,
    }


def item_from(fields: Mapping[str, Any], data: bytes) -> Item:
    """Return the item that `described` tells of, with its bytes."""
    known = dict(fields["known"])
    received = Received(
        data,
        file=fields["file"],
        url=fields["url"],
        content_type=fields["content_type"],
        headers=tuple((name, value) for name, value in fields["headers"]),
        fetched=fields["fetched"],
    )
    return Item(
        fields["name"],
        received,
        Form(fields["form"]),
        fields["line"],
        Known(**{**known, "byline": tuple(known.get("byline", ()))}),
        fields["place"],
    )
