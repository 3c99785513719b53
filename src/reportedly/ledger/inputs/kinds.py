"""Tells what a file holds: by its content, and by its name only where the content cannot tell."""

from __future__ import annotations

import json
import re
import zlib
from enum import StrEnum
from pathlib import PurePosixPath

from reportedly.page.arrival.charset import BYTE_ORDER_MARKS, wide_encoding
from reportedly.page.arrival.signatures import binary_kind
from reportedly.page.arrival.unpack import GZIP_WINDOW

# how many bytes of a file are looked at
HEAD = 65_536


class Kind(StrEnum):
    """What a file holds."""

    PAGE = "page"
    RECORDS = "records"
    ZIP = "zip"
    TAR = "tar"
    WARC = "warc"
    LISTING = "listing"
    OTHER = "other"


# kinds that hold any number of articles, so that their own size has no limit
STREAMS = {Kind.ZIP, Kind.TAR, Kind.WARC, Kind.RECORDS}

_NAMED = {
    ".jsonl": Kind.RECORDS,
    ".zip": Kind.ZIP,
    ".wacz": Kind.ZIP,
    ".tar": Kind.TAR,
    ".tgz": Kind.TAR,
    ".warc": Kind.WARC,
    ".opml": Kind.LISTING,
    ".rss": Kind.LISTING,
    ".atom": Kind.LISTING,
}
# a feed, a site map or a list of feeds begins so, after an XML declaration, comments and a document type
_LISTING = re.compile(
    r"(?>\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?!html)[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*)"
    r"<(?:[\w.-]+:)?(?:rss|rdf|feed|channel|urlset|sitemapindex|opml)\b(?!-)",
    re.I | re.S,
)
_JSON_FEED = re.compile(r'\s*\{.*"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version', re.S)
_OBJECT = re.compile(r'\s*\{\s*(?:"|\}|\Z)')
_URL_LINE = re.compile(r"https?://\S+\Z", re.I)

# what lies beside articles in the folder of a saved page, a crawl or a corpus
_BESIDE = (
    *(
        ".css",
        ".js",
        ".mjs",
        ".cjs",
        ".map",
        ".json",
        ".xml",
        ".xsl",
        ".svg",
        ".ico",
        ".woff",
        ".woff2",
        ".ttf",
        ".eot",
    ),
    *(".csv", ".tsv", ".toml", ".yaml", ".yml", ".ini", ".cfg", ".ann", ".log", ".vtt", ".srt", ".db", ".sqlite"),
    *(".pyc", ".lock", ".lnk", ".url", ".webloc", ".md5", ".sha1", ".sha256", ".cdx", ".cdxj", ".idx"),
)
_TEXTS = (".htm", ".html", ".xhtml", ".shtml", ".txt", ".text", ".md")
# what stands beside an SQLite database while it is open, and the copy that an upgrade leaves
_OF_A_LEDGER = ("-wal", "-shm", "-journal", ".backup")
_NOT_NAMES = ("thumbs.db", "desktop.ini", "robots.txt")
_MEDIA = ("image", "sound", "video", "font", "program", "database")


def kind_of(head: bytes, name: str) -> Kind:
    """Return what a file holds, given its first HEAD bytes and its name.

    >>> kind_of(b"<?xml version='1.0'?><rss version='2.0'>", "news"), kind_of(b'{"text": "Fog."}', "a.txt")
    (<Kind.LISTING: 'listing'>, <Kind.RECORDS: 'records'>)
    >>> kind_of(b"damaged", "crawl.warc.gz"), kind_of(b"Fog closed the strait.", "a.txt")
    (<Kind.WARC: 'warc'>, <Kind.PAGE: 'page'>)
    """
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    plain = unpacked_head(head)
    if plain.startswith(b"WARC/"):
        return Kind.WARC
    if plain[257:262] == b"ustar":
        return Kind.TAR
    text = head_text(plain)
    if (
        _LISTING.match(text)
        or (text.lstrip().startswith("{") and _JSON_FEED.match(text))
        or is_url_list(text, cut=len(head) >= HEAD)
    ):
        return Kind.LISTING
    named = _NAMED.get(_ending(name), Kind.PAGE)
    if named is Kind.PAGE and _OBJECT.match(text):
        return Kind.RECORDS if _is_record(text) else Kind.OTHER
    return named


def is_beside_articles(head: bytes, name: str) -> bool:
    """Tell whether a page in a folder or an archive is there beside the articles: an image, a style, a program.

    What calls itself a text or HTML is an article, whatever it holds; so is a document such as a PDF, which the reader
    then refuses with its reason.

    >>> is_beside_articles(b"body { color: red }", "page_files/site.css"), is_beside_articles(b"%PDF-1.7", "a.pdf")
    (True, False)
    >>> is_beside_articles(b"", "reportedly.ledger-wal")
    True
    """
    path = PurePosixPath(name.lower().removesuffix(".gz"))
    if path.name in _NOT_NAMES or path.suffix in _BESIDE or path.name.endswith(_OF_A_LEDGER):
        return True
    if path.suffix in _TEXTS:
        return False
    kind = binary_kind(head)
    if kind:
        return kind.endswith(_MEDIA)
    plain = unpacked_head(head)
    marked = any(plain.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
    return b"\x00" in plain and not marked and wide_encoding(plain) is None


def unpacked_head(head: bytes) -> bytes:
    """Return the beginning of a file with gzip taken off, as far as that goes."""
    if not head.startswith(b"\x1f\x8b"):
        return head
    try:
        return zlib.decompressobj(GZIP_WINDOW).decompress(head, HEAD)
    except zlib.error:
        return b""


def head_text(head: bytes) -> str:
    """Return the beginning of a file as text, whatever it holds."""
    for mark, name in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "replace")
    wide = wide_encoding(head) if b"\x00" in head[:64] else None
    return head.decode(wide or "utf-8", "replace")


def is_url_list(text: str, *, cut: bool) -> bool:
    r"""Tell whether a text is a list of URLs, one a line, blank lines and those that begin with "#" aside.

    `cut` says that it may break off in the middle of a line.

    >>> is_url_list("# strait\nhttps://courier.example/strait\n", cut=False)
    True
    >>> is_url_list("https://courier.example/ says so", cut=False)
    False
    """
    said = [line.strip() for line in text.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    whole = said[: -1 if cut else None]
    return bool(whole) and all(map(_URL_LINE.match, whole))


def _is_record(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        # an article longer than what is looked at
        return len(first) >= HEAD // 4 and re.match(r'\{\s*"', first) is not None
    return isinstance(value, dict) and ("text" in value or "html" in value)


def _ending(name: str) -> str:
    return PurePosixPath(name.lower().removesuffix(".gz")).suffix
