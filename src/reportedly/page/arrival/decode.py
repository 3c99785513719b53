"""Turns the bytes of a document into text, or says why they are none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from reportedly.errors import EmptyInput, NotText
from reportedly.page.arrival.charset import (
    BYTE_ORDER_MARKS,
    declared_encoding,
    narrow_encoding,
    wide_encoding,
)
from reportedly.page.arrival.received import Received
from reportedly.page.arrival.signatures import binary_kind
from reportedly.page.metadata.words import quoted

# a text cut at any byte or with a few bytes of another encoding is still UTF-8; one in another encoding has hardly
# a valid UTF-8 sequence by chance
_GOOD_PER_BAD = 4
# what a saved page or a wire text holds of control characters is a stray NUL or form feed; programs and images
# hold more than ten times this
_MOST_CONTROLS = 0.01
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TAGS = re.compile(r"</?(?:p|div|span|a|br|h[1-6]|ul|li|article|section|head|body|html|meta|script)\b[^<>]*>", re.I)
# what stands before the first element is looked for this far
_BEGINNING = 4096
# atomic, since a run of comments can be parted in more ways than could be tried
_PROLOGUE = r"(?>\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*)"
_MARKUP_START = re.compile(_PROLOGUE + r"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_FEED_START = re.compile(_PROLOGUE + r"<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document's text, without its byte order mark, the encoding it was in, and notes for a person."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(received: Received) -> Decoded:
    """Return the text of an unpacked document; line ends and every other character stay as they are.

    A byte order mark decides; then UTF-8 if the bytes are valid in it, since hardly any other text is by chance;
    then what the document declares; then what makes most sense. Raises EmptyInput and NotText.
    """
    data, name = received.data, received.name
    if not data.strip():
        raise EmptyInput(f"{name}: empty; give a file with an article in it")
    kind = binary_kind(data)
    if kind:
        raise NotText(f"{name}: {kind}, not a text; save the article as HTML or plain text")
    decoded = _decode(data, received.content_type)
    if decoded is None or _too_many_controls(decoded.text):
        raise NotText(f"{name}: binary data, not a text; save the article as HTML or plain text")
    if _FEED_START.match(decoded.text[:_BEGINNING]):
        raise NotText(f"{name}: a feed or site map, not an article; give the articles that it links to")
    return decoded


def is_html(received: Received, text: str) -> bool:
    """Tell whether the document is HTML: its own beginning decides, then its name or type, then its tags.

    >>> is_html(Received(b"", file="a.txt"), "<!DOCTYPE html><p>Fog.")
    True
    >>> is_html(Received(b"", file="a.html"), "Fog closed the strait.")
    False
    """
    if _MARKUP_START.match(text[:_BEGINNING]):
        return True
    tags = len(_TAGS.findall(text[:100_000]))
    return tags > 0 if _named_html(received) else tags >= 3 and text.lstrip().startswith("<")


def mojibake_warnings(text: str) -> tuple[str, ...]:
    """Return a one-line warning where the text looks decoded from the wrong encoding at some earlier time, else ().

    The text is never repaired: offsets and quotations stay those of the document.

    >>> mojibake_warnings("The minister wonâ€™t go.")
    ('looks wrongly decoded at character 16, line 1 ("wonâ€™t"); quoted as it stands',)
    """
    from ftfy.badness import BADNESS_RE  # noqa: PLC0415 - compiles a large expression when imported

    found = [] if text.isascii() else list(BADNESS_RE.finditer(text))
    if not found:
        return ()
    first = found[0]
    start = max(text.rfind(" ", 0, first.start()), text.rfind("\n", 0, first.start())) + 1
    word = re.split(r"\s", text[start : first.end() + 20])[0][:24]
    line = text.count("\n", 0, first.start()) + 1
    others = len(found) - 1
    more = f" and in {others} more {'place' if others == 1 else 'places'}" if others else ""
    where = f"character {first.start()}, line {line} ({quoted(word)}){more}"
    return (f"looks wrongly decoded at {where}; quoted as it stands",)


def _named_html(received: Received) -> bool:
    content_type = (received.content_type or "").lower()
    if "html" in content_type:
        return True
    suffixes = [suffix.lower() for suffix in PurePath(received.file or "").suffixes]
    return bool({".html", ".htm", ".xhtml", ".shtml"} & set(suffixes[-2:]))


def _decode(data: bytes, content_type: str | None) -> Decoded | None:
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name, content_type)
    return _unmarked(data, content_type)


def _marked(data: bytes, name: str, content_type: str | None) -> Decoded | None:
    if name == "utf-8":
        return _unmarked(data, content_type)
    return _as(data, name)


def _unmarked(data: bytes, content_type: str | None) -> Decoded | None:
    text = _strictly(data, "utf-8")
    has_nulls = b"\x00" in data
    if text is not None and not has_nulls:
        return Decoded(text, "utf-8")
    if has_nulls:
        wide = wide_encoding(data)
        if wide:
            return _as(data, wide)
    if text is not None:
        return Decoded(text, "utf-8")
    return _foreign(data, content_type)


def _foreign(data: bytes, content_type: str | None) -> Decoded | None:
    """Return the text of bytes that are not valid UTF-8."""
    if _nearly_utf8(data):
        return _as(data, "utf-8")
    declared = declared_encoding(data, content_type)
    if declared and not declared.startswith("utf"):
        return _as(data, declared)
    guessed = narrow_encoding(data)
    return _as(data, guessed) if guessed else None


def _nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for letter in text if letter > "\x7f") - bad
    return good >= _GOOD_PER_BAD * bad


def _as(data: bytes, name: str) -> Decoded:
    text = _strictly(data, name)
    if text is not None:
        return Decoded(text, name)
    text = data.decode(name, "replace")
    at = text.find("\ufffd")
    line = text.count("\n", 0, at) + 1
    bad = text.count("\ufffd")
    which = "1 character is" if bad == 1 else f"{bad} characters are"
    note = f"{which} not {name.upper()} and shown as \ufffd, the first on line {line}"
    return Decoded(text, name, (note,))


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _too_many_controls(text: str) -> bool:
    return len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text)
