"""JSON as exports write it: the same values give the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, BinaryIO

_SURROGATE = re.compile("[\ud800-\udfff]")


def encoded(value: object) -> bytes:
    r"""Return a value as JSON on one line, in UTF-8.

    >>> encoded({"said": "ü", "score": 1})
    b'{"said":"\xc3\xbc","score":1}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # half of a surrogate pair has no UTF-8: it stays an escape
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text).encode()


def put_line(file: BinaryIO, value: object) -> None:
    """Write a value as one line."""
    file.write(encoded(value) + b"\n")


def put_document(file: BinaryIO, fields: dict[str, Any], name: str, items: Iterable[tuple[str | None, object]]) -> None:
    """Write one object with some fields and, last, a list or an object of many items, one a line, as they come.

    An item is a pair of its key and its value; where the keys are None, the items are a list.
    """
    opening = encoded(fields)[:-1] + (b"," if fields else b"")
    file.write(opening + b"\n" + encoded(name) + b":")
    first, closing = True, b"[]"
    for key, value in items:
        begin, closing = (b"[", b"]") if key is None else (b"{", b"}")
        file.write((begin if first else b",") + b"\n")
        file.write((encoded(key) + b":" if key is not None else b"") + encoded(value))
        first = False
    file.write(b"[]" if first else b"\n" + closing)
    file.write(b"}\n")
