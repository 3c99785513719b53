"""One thing to be read, as it came in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.page.arrival.received import Known, Received

_NOTHING_KNOWN = Known()


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
