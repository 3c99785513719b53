"""Names the kind of a file that is no text, from its first bytes."""

from __future__ import annotations

# (offset, bytes there, what a message calls it); the first match wins, so the longer signature stands first
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVEfmt", "a WAV sound"),
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftyphei", "an HEIC image"),
    (4, b"ftyp", "an MP4 video"),
    (0, b"\x1aE\xdf\xa3", "a Matroska or WebM video"),
    (0, b"OggS", "an Ogg sound"),
    (0, b"fLaC", "a FLAC sound"),
    (0, b"ID3", "an MP3 sound"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\xfd7zXZ\x00", "an xz archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"PK\x05\x06", "a zip archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xfe\xed\xfa", "a program"),
    (0, b"\xcf\xfa\xed\xfe", "a program"),
    (0, b"\xca\xfe\xba\xbe", "a program"),
    (0, b"\x00asm", "a program"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"bplist00", "a Safari web archive"),
    (0, b"WARC/1.", "a WARC archive"),
    (0, b"wOF", "a font"),
)

# what a zip holds near its start, and what the whole is then
_ZIPPED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"mimetypeapplication/epub", "an EPUB book"),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file"),
)

# a PDF reader accepts the header anywhere in the first 1,024 bytes (ISO 32000, implementation note 13)
_PDF_WITHIN = 1024


def binary_kind(data: bytes) -> str | None:
    """Return what kind of binary file the bytes begin, with its article ("a PDF"), or None where none is known.

    >>> binary_kind(b"%PDF-1.7 ...")
    'a PDF'
    >>> binary_kind(b"PORT SELLA (MNA) - The fleet stayed in.") is None
    True
    """
    pdf_at = data.find(b"%PDF-", 0, _PDF_WITHIN)
    if pdf_at == 0 or (pdf_at > 0 and b"\x00" in data[:_PDF_WITHIN]):
        return "a PDF"
    if data.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _ZIPPED if mark in data[:8192]), "a zip archive")
    if data.startswith(b"MZ") and b"\x00" in data[:64]:
        return "a program"
    if data.startswith(b"BM") and b"\x00\x00\x00\x00" in data[:10]:
        return "a BMP image"
    for offset, mark, kind in _SIGNATURES:
        if data.startswith(mark, offset):
            return kind
    return _saved_as_mail(data)


def _saved_as_mail(data: bytes) -> str | None:
    head = data[:2048].lower()
    if b"mime-version:" in head and b"multipart/related" in head:
        return "an MHTML archive"
    return None
