"""Digests of texts."""

from __future__ import annotations

import hashlib


def digest(*parts: str) -> str:
    """Return the SHA-256 of the parts, kept apart by a zero byte, in hexadecimal."""
    return hashlib.sha256(b"\0".join(utf8(part) for part in parts)).hexdigest()


def utf8(text: str) -> bytes:
    """Return the text in UTF-8, lone surrogates included."""
    # a decoded file can hold lone surrogates (JSON escapes): they must hash, not raise
    return text.encode("utf-8", "surrogatepass")
