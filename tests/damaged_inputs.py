"""Some two hundred damaged inputs, none of which holds an article: each must end as a failure with its reason.

`damaged_inputs()` makes them anew, the same every time. Each says at which stage the failure comes: "inputs" where it
comes while names are made into items, "reading" where an item is made and its reading fails. None needs a network: the
addresses in lists are private ones, which are refused.
"""

import gzip
import json
import random
import struct
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tests.unit.ledger.inputs.made import record, tarred, zipped

INPUTS: Literal["inputs"] = "inputs"
READING: Literal["reading"] = "reading"

SAID = "The Coast Guard said on Monday that the cutter would stay in the harbour of Port Sella until the storm is over."
PAGE = f"<html><head><title>Cutter stays</title></head><body><p>{SAID}</p></body></html>".encode()
NOWHERE = "http://127.0.0.1:9"
# over the program's limit of 20 MB on a page and on a line, and packed into some kilobytes
TOO_MANY = 25_000_000


@dataclass(frozen=True)
class Damaged:
    """A damaged input: the name of its file, what is in it, and the stage at which the failure comes."""

    name: str
    data: bytes
    stage: Literal["inputs", "reading"]


def damaged_inputs() -> list[Damaged]:
    """Return all of them, each with a name of its own."""
    makers = (_pages, _binaries, _encodings, _packed, _records, _zips, _waczs, _warcs, _tars, _lists)
    made = []
    for maker in makers:
        for number, (ending, data, stage) in enumerate(maker()):
            made.append(Damaged(f"{maker.__name__[1:]}-{number:02}{ending}", data, stage))
    return made


Made = Iterator[tuple[str, bytes, Literal["inputs", "reading"]]]


def _pages() -> Made:
    """Pages without a text that can be read."""
    bodies = [
        b"",
        b" \r\n\t" * 50,
        b"\xef\xbb\xbf",
        bytes(2_000),
        b"<html>",
        b"<!doctype html><html><head><title></title></head><body></body></html>",
        b"<html><body><script>var a = 'The minister said.'</script><style>p { }</style></body></html>",
        b"<html><!-- The minister said that the strait is closed. ",
        b"<html><body><p>&nbsp;&#0;&#x1f;&#xD800;</p></body></html>",
        b"<html>" + b"<div>" * 100_000,
        b"<html><body " + b"a=b " * 50_000 + b"></body></html>",
        b"<html><body>" + b"<table><tr><td>" * 20_000,
        b"<html><body>" + b"</p>" * 100_000,
        b"...---... *** !!!" * 10,
        b"\x1b[31m\x07" * 200,
    ]
    for body in bodies:
        yield ".html", body, READING
    for body in bodies[:4]:
        yield ".txt", body, READING
    # a book, and not an article
    yield ".txt", (SAID.encode() + b"\n\n") * 10_000, READING
    for text in (
        "Le ministre a déclaré lundi que la flotte resterait au port jusqu'à la fin de la tempête, selon les pêcheurs.",
        "Der Minister sagte am Montag, die Flotte werde bis zum Ende des Sturms im Hafen bleiben, so die Fischer.",
        "El ministro dijo el lunes que la flota se quedará en el puerto hasta que termine la tormenta.",
        "Министр заявил в понедельник, что флот останется в гавани до окончания шторма, сообщает береговая охрана.",
    ):
        yield ".html", f"<html><body><p>{text * 5}</p></body></html>".encode(), READING
        yield ".txt", (text * 5).encode(), READING


def _binaries() -> Made:
    """Files of other kinds that call themselves pages."""
    starts = [
        b"%PDF-1.7\n",
        b"\x00" * 9 + b"%PDF-1.4\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"GIF89a",
        b"II*\x00",
        b"MM\x00*",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
        b"\x00\x00\x00\x20ftypavif",
        b"\x00\x00\x00\x20ftypheic",
        b"\x00\x00\x00\x20ftypisom",
        b"\x1aE\xdf\xa3",
        b"OggS",
        b"fLaC",
        b"ID3",
        b"7z\xbc\xaf\x27\x1c",
        b"Rar!\x1a\x07\x00",
        b"\xfd7zXZ\x00",
        b"BZh9",
        b"\x28\xb5\x2f\xfd",
        b"\x7fELF",
        b"\xfe\xed\xfa\xce",
        b"\xca\xfe\xba\xbe",
        b"\x00asm",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"{\\rtf1 ",
        b"%!PS-Adobe-3.0\n",
        b"SQLite format 3\x00",
        b"bplist00",
        b"wOFF",
        b"BM\x36\x00\x00\x00\x00\x00\x00\x00",
        b"MZ\x90\x00",
    ]
    noise = random.Random(5)
    for start in starts:
        yield ".html", start + noise.randbytes(600), READING
    for ending in (".html", ".txt", ".htm", ".xhtml", ""):
        yield ending, noise.randbytes(4_000), READING
    for first, part in (
        ("[Content_Types].xml", "word/document.xml"),
        ("[Content_Types].xml", "xl/workbook.xml"),
        ("[Content_Types].xml", "ppt/presentation.xml"),
        ("mimetype", "OEBPS/one.xhtml"),
    ):
        yield ".html", zipped({first: b"application/epub+zip", part: PAGE}), READING
    yield (
        ".html",
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\n" + PAGE,
        READING,
    )


def _encodings() -> Made:
    """Texts in an encoding other than they say, so that nothing makes sense."""
    text = SAID * 5
    yield ".txt", b"\xfe\xff" + text.encode("utf-16-le"), READING
    yield ".txt", b"\xff\xfe" + text.encode("utf-16-be"), READING
    yield ".txt", b"\xff\xfe\x00\x00" + text.encode("utf-32-be"), READING
    yield ".txt", text.encode("utf-32-le")[2:] + b"\x00\x00", READING
    yield ".txt", bytes(byte ^ 0x80 for byte in text.encode()), READING
    yield ".txt", b"\xff\xfe" + random.Random(3).randbytes(3_001), READING
    yield ".html", b"<html><meta charset=utf-16>" + text.encode("utf-16-le")[1:] + b"\xd8" * 300, READING


def _packed() -> Made:
    """Pages packed with gzip that are damaged, cut short, or bombs."""
    packed = gzip.compress(PAGE * 3, mtime=0)
    for end in (2, 3, 9, 10, 11, 20, len(packed) // 2, len(packed) - 9, len(packed) - 8, len(packed) - 1):
        yield ".html.gz", packed[:end], READING
    for at, value in ((2, 7), (3, 0xE0), (len(packed) - 5, 0xFF), (len(packed) - 2, 0x7F), (14, 0xFF)):
        yield ".html.gz", _with(packed, at, bytes([packed[at] ^ value])), READING
    yield ".html.gz", packed + b"more", READING
    yield ".html.gz", gzip.compress(b""), READING
    yield ".html.gz", gzip.compress(gzip.compress(packed)), READING
    yield ".html.gz", gzip.compress(b"\x89PNG\r\n\x1a\n" + bytes(100)), READING
    yield ".html.gz", gzip.compress(bytes(TOO_MANY)), READING
    yield ".html", gzip.compress(b"<p>" * 9_000_000), READING
    yield ".html.gz", gzip.compress(gzip.compress(bytes(TOO_MANY))), READING


def _records() -> Made:
    """Lines of .jsonl that are no record, one a file."""
    for key in ("text", "html", "file", "url", "publisher", "title", "published", "language"):
        yield ".jsonl", json.dumps({"text": SAID, key: 7}).encode(), READING
    lines = [
        b"\xff\xfe\x80",
        b'{"text": "Caf\xe9"}',
        b"\x00" * 50,
        b"[" * 100_000,
        b'{"text": ' + b"[" * 100_000,
        b'{"text": ' + b"9" * 10_000 + b"}",
        b'{"text": "Fog',
        b'{"text" "Fog"}',
        b"{'text': 'Fog'}",
        b"Fog closed the strait.",
        b'["Fog"]',
        b'"Fog"',
        b"null",
        b"7",
        b"NaN",
        b"{}",
        b'{"text": ""}',
        b'{"text": " "}',
        b'{"text": "\\ud800 \\ud800"}',
        b'{"text": null, "html": ""}',
        b'{"html": "<p></p>"}',
        b'{"html": "<p>..."}',
        b'{"title": "Fog closed the strait"}',
        json.dumps({"text": SAID, "published": "2026-02-30"}).encode(),
        json.dumps({"text": SAID, "published": "yesterday"}).encode(),
        json.dumps({"text": SAID, "url": "javascript:alert(1)"}).encode(),
        json.dumps({"text": SAID, "url": "courier"}).encode(),
        json.dumps({"text": SAID, "byline": 7}).encode(),
        json.dumps({"text": SAID, "byline": [7]}).encode(),
        json.dumps({"text": "Le ministre a déclaré lundi que la flotte resterait au port. " * 9}).encode(),
        json.dumps({"text": SAID}).encode("utf-16")[:-3],
        b'{"text": "a"}}',
    ]
    for line in lines:
        yield ".jsonl", line, READING
    packed = gzip.compress(json.dumps({"text": SAID * 99}).encode(), mtime=0)
    for end in (2, 10, len(packed) // 2, len(packed) - 1):
        yield ".jsonl.gz", packed[:end], INPUTS
    yield ".jsonl.gz", _with(packed, 20, b"\xff\xff\xff"), INPUTS
    yield ".jsonl.gz", gzip.compress(b'{"text": "' + b"x" * TOO_MANY + b'"}'), INPUTS
    yield ".jsonl", b"", INPUTS
    yield ".jsonl", b"\n \n\r\n", INPUTS


def _zips() -> Made:
    """Zipped folders that are damaged, bombs, or hold nothing."""
    whole = zipped({"a.html": PAGE})
    directory = whole.find(b"PK\x01\x02")
    end = whole.find(b"PK\x05\x06")
    for cut in (4, 20, 40, directory, directory + 10, end, end + 10, len(whole) - 1):
        yield ".zip", whole[:cut], INPUTS
    changes = [
        (0, b"QQ"),  # the member's own header
        (26, struct.pack("<H", 9_999)),  # the length of its name
        (45, b"\xff\xff\xff\xff"),  # its bytes
        (directory + 8, b"\x01"),  # a password
        (directory + 10, struct.pack("<H", 93)),  # packed in an unknown way
        (directory + 16, b"\x00\x00\x00\x00"),  # its checksum
        (directory + 42, struct.pack("<I", 2**31)),  # where it begins
        (end + 12, struct.pack("<I", 2**31)),  # the size of the directory
        (end + 16, struct.pack("<I", 2**31)),  # where that begins
    ]
    for at, value in changes:
        yield ".zip", _with(whole, at, value), INPUTS
    two = zipped({"a.html": PAGE, "b.html": PAGE})
    yield ".zip", _with(two, two.rfind(b"PK\x01\x02") + 42, bytes(4)), INPUTS
    yield ".zip", zipped({}), INPUTS
    yield ".zip", zipped({"a/": b"", "b/c/": b""}), INPUTS
    yield ".zip", zipped({"photo.jpg": b"\xff\xd8\xff", "a.css": b"a {}", ".hidden.html": PAGE}), INPUTS
    yield ".zip", zipped({"bomb.html": bytes(110_000_000)}), INPUTS
    yield ".zip", zipped({"bomb.html": b" " * TOO_MANY}), INPUTS
    yield ".zip", zipped({"lines.jsonl": b"\n" * 110_000_000}), INPUTS
    yield ".zip", zipped({"in.zip": whole}), INPUTS
    yield ".zip", zipped({"in.zip": zipped({"in.zip": zipped({"in.zip": whole})})}), INPUTS
    yield ".zip", zipped({"in.tar": tarred({"a.html": PAGE})}), INPUTS
    yield ".zip", b"", INPUTS
    yield ".zip", bytes(500), INPUTS
    yield ".zip", PAGE, INPUTS
    yield ".zip", zipped({"a.html": b""}), READING
    yield ".zip", zipped({"a.html": b"\x89PNG\r\n\x1a\n"}), READING
    yield ".zip", zipped({"a.html.gz": gzip.compress(PAGE)[:-9]}), READING


def _waczs() -> Made:
    """WACZ files without a crawl that can be read."""
    package = {"datapackage.json": b"{}"}
    yield ".wacz", b"", INPUTS
    yield ".wacz", zipped(package), INPUTS
    yield ".wacz", zipped({**package, "archive/data.warc.gz": b""}), INPUTS
    yield ".wacz", zipped({**package, "archive/data.warc.gz": gzip.compress(_warc(PAGE))[:-12]}), INPUTS
    yield ".wacz", zipped({**package, "archive/data.warc.gz": PAGE}), INPUTS
    yield ".wacz", zipped({**package, "archive/data.warc": _warc(b"\x89PNG", kind="image/png")}), INPUTS
    yield ".wacz", zipped({**package, "archive/data.warc": _warc(PAGE)})[:-40], INPUTS
    yield ".wacz", zipped({**package, "archive/data.warc": _warc(b"")}), READING


def _warcs() -> Made:
    """WARC files that break in the one record in them, or whose page cannot be unpacked."""
    whole = _warc(PAGE)
    answer = whole.find(b"HTTP/1.1")
    for cut in (5, 9, 30, answer - 30, answer - 2, answer, answer + 20, len(whole) - len(PAGE), len(whole) - 20):
        yield ".warc", whole[:cut], INPUTS
    packed = gzip.compress(whole, mtime=0)
    for cut in (2, 10, 12, len(packed) // 4, len(packed) // 2, len(packed) * 3 // 4):
        yield ".warc.gz", packed[:cut], INPUTS
    yield ".warc.gz", _with(packed, 30, b"\xff\xff\xff"), INPUTS
    for old, new in (
        (b"WARC/1.0\r\n", b"WORC/1.0\r\n"),
        (b"WARC/1.0\r\n", b"WARC/1.0\r\nno colon\r\n"),
        (b"WARC/1.0\r\n", b"WARC/1.0\r\nX: " + b"x" * 100_000 + b"\r\n"),
        (b"WARC/1.0\r\n", b"WARC/1.0\r\n" + b"X: y\r\n" * 2_000),
        (b"Content-Length: ", b"Content-Length: x"),
        (b"Content-Length: ", b"Content-Length: -"),
        (b"Content-Length: ", b"Content-Length: 99999999"),
        (b"Content-Length: ", b"Content-Length: " + b"9" * 5_000),
        (b"Content-Length: ", b"X-Length: "),
        (b"WARC-Type: response", b"WARC-Type: revisit"),
        (b"WARC-Type: response", b"WARC-Type: nonsense"),
        (b"HTTP/1.1 200", b"HTTP/1.1 404"),
        (b"HTTP/1.1 200", b"garbage  200"),
        (b"text/html", b"image/jpg"),
        (b"https://", b"dns:////"),
    ):
        yield ".warc", whole.replace(old, new, 1), INPUTS
    bare = zlib.compressobj(wbits=-15)
    bodies = [
        ("Content-Encoding: gzip", gzip.compress(PAGE)[:-9]),
        ("Content-Encoding: gzip", b"no gzip at all"),
        ("Content-Encoding: gzip", gzip.compress(bytes(TOO_MANY))),
        ("Content-Encoding: deflate", zlib.compress(PAGE)[:-9]),
        ("Content-Encoding: deflate", (bare.compress(PAGE) + bare.flush())[:-9]),
        ("Content-Encoding: br", b"\xff" * 50),
        ("Content-Encoding: zstd", b"\x28\xb5\x2f\xfd" + bytes(20)),
        ("Content-Encoding: gzip, gzip, gzip, gzip, gzip", b"x"),
        ("Transfer-Encoding: chunked", b"ff\r\n" + PAGE),
        ("Transfer-Encoding: chunked", b"5\r\n<html\r\nzz\r\n"),
    ]
    for header, body in bodies:
        yield ".warc", _warc(body, header=header), INPUTS
    yield ".warc.gz", gzip.compress(_warc(b"x" * TOO_MANY)), INPUTS
    yield ".warc", b"", INPUTS
    yield ".warc.gz", bytes(500), INPUTS
    yield ".warc", PAGE, INPUTS
    yield ".warc", _warc(b""), READING
    yield ".warc", _warc(b"%PDF-1.7\n" + bytes(100)), READING
    yield ".warc", _warc(b"<html><p>..."), READING


def _tars() -> Made:
    """Tar archives that are damaged or hold nothing."""
    whole = tarred({"a.html": PAGE})
    for cut in (300, 512, 600):
        yield ".tar", whole[:cut], INPUTS
    yield ".tar", _with(whole, 150, b"7777"), INPUTS
    yield ".tar", _with(whole, 124, b"99999999999\x00"), INPUTS
    yield ".tar", bytes(10_240), INPUTS
    yield ".tar", tarred({}), INPUTS
    yield ".tar", tarred({"photo.jpg": b"\xff\xd8\xff"}), INPUTS
    yield ".tar", tarred({"in.zip": zipped({"a.html": PAGE})}), INPUTS
    yield ".tar", tarred({"a.html": b""}), READING
    packed = gzip.compress(whole, mtime=0)
    for cut in (10, len(packed) // 2):
        yield ".tar.gz", packed[:cut], INPUTS
    head = tarfile.TarInfo("pax")
    head.type, head.size = tarfile.XHDTYPE, 3_000_000_000
    yield ".tar.gz", gzip.compress(head.tobuf() + bytes(5_000_000)), INPUTS
    # a name within a name within a name
    head.type, head.size = tarfile.GNUTYPE_LONGNAME, 4
    yield ".tar.gz", gzip.compress((head.tobuf() + b"abc\x00".ljust(512, b"\x00")) * 3_000), INPUTS


def _lists() -> Made:
    """Feeds, site maps and lists that cannot be read or lead nowhere."""
    head = b'<?xml version="1.0"?><rss version="2.0"><channel>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    feeds = [
        head,
        head + b"<item><title>Fog</title></item></channel></rss>",
        head + b"<item><link>mailto:fog@courier.example</link></item></channel></rss>",
        head + b"<item><link>javascript:alert(1)</link></item></channel></rss>",
        head + b"<item><link>http://[::1</link></item></channel></rss>",
        head + f"<item><link>{NOWHERE}/1</link></item></channel></rss>".encode(),
        head + b"<item>" * 100_000,
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss><channel><item><title>&l11;</title></item>'.encode(),
        b'<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss><item><link>&f;</link></item></rss>',
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:uuid:1</id></entry></feed>',
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="',
        b'<rdf:RDF xmlns:rdf="x"><item/></rdf:RDF>',
        b'{"version": "https://jsonfeed.org/version/1.1"}',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": 7}',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1"}]}',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": [',
        b"<urlset><url><loc>courier</loc></url></urlset>",
        b"<urlset><url></url></urlset>",
        b"<urlset><url><loc>" + b"x" * 12_000_000,
        f"<urlset><url><loc>{NOWHERE}/1</loc></url>".encode(),
        f"<sitemapindex><sitemap><loc>{NOWHERE}/self</loc></sitemap></sitemapindex>".encode(),
        b"<sitemapindex><sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>",
        f'<opml><body><outline xmlUrl="{NOWHERE}/feed"/></body></opml>'.encode(),
        b'<opml><body><outline xmlUrl="ftp://courier.example/feed"/></body></opml>',
        b"<opml><body><outline xmlUrl=",
        f"{NOWHERE}/1\n{NOWHERE}/2\n".encode(),
        b"http://user:word@courier.example/1\n",
        b"http://10.0.0.1/\nhttp://169.254.169.254/latest/meta-data/\n",
        gzip.compress(b"<urlset><url><loc>x")[:-9] + b"\xff" * 9,
        gzip.compress(head + b" " * TOO_MANY),
    ]
    for feed in feeds:
        yield ".xml", feed, INPUTS
    for ending in (".rss", ".atom", ".opml"):
        yield ending, b"", INPUTS
        yield ending, bytes(300), INPUTS
        yield ending, PAGE, INPUTS


def _with(data: bytes, at: int, value: bytes) -> bytes:
    """Return the data with the bytes at a place replaced."""
    return data[:at] + value + data[at + len(value) :]


def _warc(body: bytes, *, header: str = "X-Cache: hit", kind: str = "text/html") -> bytes:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{header}\r\n\r\n".encode() + body
    return record("response", "<urn:uuid:1>", "application/http; msgtype=response", answer, "https://courier.example/1")
