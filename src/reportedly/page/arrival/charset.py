"""Finds the character encoding of a document's bytes."""

from __future__ import annotations

import codecs
import re

# the longest mark first: UTF-32's begins with UTF-16's
BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# labels that mean more on the web than they say (WHATWG Encoding Standard, section 4.2)
_WEB_LABELS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}

_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_META = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_IN_XML = re.compile(rb"^\s*<\?xml\b[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# browsers look for a declaration in the first 1,024 bytes only; saved pages put their own header before it
_DECLARED_WITHIN = 8192

# a word with a byte beyond ASCII in it; markup and scripts around a Russian page have none
_BEYOND_ASCII = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]+|[A-Za-z]+[\x80-\xff]")
# bytes looked at: the first megabyte holds evidence enough
_ENOUGH = 1_000_000
# in such words of a Western text most bytes are still ASCII letters ("caf\xe9"); in Russian, Greek or Arabic none
_WESTERN_SHARE = 0.5
# tried in this order; a tie goes to the first
_WESTERN = ("cp1252", "mac_roman", "cp1250", "cp850")


def declared_encoding(data: bytes, content_type: str | None) -> str | None:
    """Return the encoding that the HTTP header, a <meta> or the XML declaration names, as Python calls it, or None.

    >>> declared_encoding(b"", "text/html; charset=ISO-8859-1")
    'cp1252'
    >>> declared_encoding(b'<html><meta charset="utf-8">', None)
    'utf-8'
    """
    head = data[:_DECLARED_WITHIN]
    in_header = _IN_HEADER.search(content_type or "")
    labels = [in_header.group(1)] if in_header else []
    for pattern in (_IN_META, _IN_XML):
        found = pattern.search(head)
        if found:
            labels.append(found.group(1).decode("ascii", "replace"))
    return next((name for name in map(python_name, labels) if name), None)


def python_name(label: str) -> str | None:
    """Return Python's name of a text encoding as the web means its label, or None where there is none.

    >>> python_name("latin1"), python_name("no-such"), python_name("rot13")
    ('cp1252', None, None)
    """
    try:
        info = codecs.lookup(label)
    except LookupError:
        return None
    # rot13, base64 and the like are codecs but no encodings of text; idna, utf-7 and escapes are no page's encoding
    if not getattr(info, "_is_text_encoding", True) or info.name in _NOT_FOR_PAGES:
        return None
    return _WEB_LABELS.get(info.name, info.name)


_NOT_FOR_PAGES = {"idna", "punycode", "utf-7", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}


def wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 encoding, without a mark, in which the bytes are text; None where in neither.

    >>> wide_encoding("The harbour is closed.".encode("utf-16-be"))
    'utf-16-be'
    """
    sample = data[:8192]
    for name, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = sample[: len(sample) // width * width].decode(name, "replace")
        # alphabets lie below U+0700; bytes that are no text give Chinese characters and unassigned ones
        plain = sum(1 for letter in text if _alphabetic(letter))
        told = sum(1 for letter in text if letter.isspace() or (letter.isascii() and letter.isalpha()))
        # and hardly a twentieth of them happens to be spaces and Latin letters
        if text and plain >= 0.9 * len(text) and told >= 0.05 * len(text):
            return name
    return None


def _alphabetic(letter: str) -> bool:
    return letter in "\t\n\r" or " " <= letter < "\u0700" or "\u2000" <= letter <= "\u20bf"


def narrow_encoding(data: bytes) -> str | None:
    """Return the encoding in which undeclared bytes, not UTF-8 and without NULs, make most sense; None where none."""
    data = data[:_ENOUGH]
    words = b"".join(_BEYOND_ASCII.findall(data))
    high = sum(1 for byte in words if byte >= 0x80)
    if high <= _WESTERN_SHARE * len(words):
        # charset-normalizer has too little to go by here: it reads one "£" in an English article as "Ł"
        return max(_WESTERN, key=lambda name: (_fitness(data, name), -_WESTERN.index(name)))
    from charset_normalizer import from_bytes  # noqa: PLC0415 - half of the start-up time of a plain UTF-8 read

    best = from_bytes(data).best()
    return best.encoding if best else None


def _fitness(data: bytes, name: str) -> float:
    """Return how well the characters beyond ASCII suit their neighbours when `data` are read as `name`."""
    text = data.decode(name, "replace")
    beyond = [at for at, letter in enumerate(text) if letter > "\x7f"]
    return sum(_suits(text, at) for at in beyond)


def _suits(text: str, at: int) -> float:
    letter = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    # western letters are likelier in English news than those that only the others have
    western = letter <= "\xff"
    if letter.islower():
        return (1.0 if western else 0.5) if before.isalpha() or after.isalpha() else -1.0
    if letter.isalpha():
        return -2.0 if before.islower() else (0.6 if western else 0.5) if after.isalpha() else -1.0
    return 1.0 if _mark_suits(letter, before, after) else -1.0


def _mark_suits(letter: str, before: str, after: str) -> bool:
    if letter in "“‘«":
        return not before.isalnum() and not after.isspace()
    if letter in "”’»":
        return not before.isspace() or after.isalnum()
    if letter in "£€¥":
        return after.isdigit() or after.isspace()
    return letter in "–—…•°©®™·\xa0½¼¾"
