"""Opens zipped folders, WACZ and tar archives, member by member, within bounds."""

from __future__ import annotations

import calendar
import lzma
import re
import shutil
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO, cast

from reportedly.errors import NotText
from reportedly.ledger.inputs.folders import is_hidden, is_saved_with
from reportedly.ledger.inputs.kinds import Kind
from reportedly.ledger.inputs.parcel import Desk, Parcel
from reportedly.page.arrival.clock import utc
from reportedly.page.arrival.received import Limits
from reportedly.page.arrival.unpack import DAMAGE, is_bomb, megabytes, unpacked_stream
from reportedly.reader import Failure

# what the standard library raises where an archive is damaged
BROKEN = (
    *DAMAGE,
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    struct.error,
    ValueError,
    NotImplementedError,
    OverflowError,
    RecursionError,
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
# a header of a tar archive that says it is larger is there to fill the memory
_MOST_AT_ONCE = 1_048_576
_PIECE = 65_536
_DOCUMENTS = ("[Content_Types].xml", "mimetype")


def is_document(file: BinaryIO) -> bool:
    """Tell whether a zip archive is one document, such as a Word file or an EPUB, rather than a folder of articles."""
    try:
        with zipfile.ZipFile(file) as archive:
            return any(info.filename in _DOCUMENTS for info in archive.infolist()[:20])
    except (*BROKEN, OSError):
        return False


def zip_parts(parcel: Parcel, desk: Desk) -> Iterator[Parcel | Failure]:
    """Yield the members of a zipped folder that may hold articles, in the order of their names.

    Of a WACZ these are its WARC files. A member with a password, and one that unpacks to far more than text does, is
    a Failure. Raises NotText where members lie over each other, as they do in a bomb, and what is in BROKEN.
    """
    with zipfile.ZipFile(parcel.file) as archive:
        _refuse_overlap(archive, parcel.name)
        members = sorted(((member_name(info), info) for info in archive.infolist()), key=itemgetter(0))
        names = {name for name, _ in members}
        is_wacz = "datapackage.json" in names and any(map(_is_crawled, names))
        folders = {part for name in names for part in name.split("/")}
        for name, info in members:
            if _is_crawled(name) if is_wacz else not (name.endswith("/") or _is_passed_over(name, folders)):
                part = _zip_part(parcel, archive, info, desk)
                # the records of a crawl have names of their own
                yield from (_crawl(one, parcel.name) for one in part) if is_wacz else part


def _zip_part(
    parcel: Parcel, archive: zipfile.ZipFile, info: zipfile.ZipInfo, desk: Desk
) -> Iterator[Parcel | Failure]:
    member = member_name(info)
    name = f"{parcel.name}#{member}"
    refused = _refusal(info, desk.limits)
    if refused:
        yield Failure(name, None, refused)
        return
    try:
        file = archive.open(info)
    except (*BROKEN, RuntimeError, OSError) as error:
        yield Failure(name, None, broken(error))
        return
    with file:
        place = parcel.place and f"{parcel.place}#{member}"
        yield Parcel(name, cast(BinaryIO, file), place, _zip_date(info), "archive")


def _crawl(part: Parcel | Failure, name: str) -> Parcel | Failure:
    """Return a WARC file in a WACZ under the name of the whole."""
    return part if isinstance(part, Failure) else replace(part, name=name, kind=Kind.WARC)


def tar_parts(parcel: Parcel, desk: Desk) -> Iterator[Parcel | Failure]:
    """Yield the members of a tar archive that may hold articles, in the order in which they lie in it.

    It may be packed with gzip. Raises what is in BROKEN.
    """
    unpacked = _Cautious(unpacked_stream(parcel.file, parcel.name, desk.limits))
    with tarfile.open(fileobj=cast(BinaryIO, unpacked), mode="r:") as archive:
        while (info := archive.next()) is not None:
            cast(Any, archive).members = []  # it would keep the heads of all members
            name = _CONTROLS.sub("_", info.name.removeprefix("./"))
            if not info.isreg() or info.issparse() or _is_passed_over(name, set()):
                continue
            place = parcel.place and f"{parcel.place}#{name}"
            with (
                SpooledTemporaryFile(desk.limits.max_bytes) as copy,
                cast(IO[bytes], archive.extractfile(info)) as file,
            ):
                shutil.copyfileobj(file, copy, _PIECE)
                copy.seek(0)
                yield Parcel(f"{parcel.name}#{name}", cast(BinaryIO, copy), place, utc(info.mtime), "archive")


class _Cautious:
    """A stream for tarfile that can be read forwards only, and never much at once."""

    def __init__(self, file: object) -> None:
        self._file = cast(BinaryIO, file)
        self._at = 0

    def read(self, size: int) -> bytes:
        """Return the next bytes. Raises tarfile.ReadError where there are too many."""
        if size > _MOST_AT_ONCE:
            raise tarfile.ReadError(f"a header larger than {megabytes(_MOST_AT_ONCE)}")
        piece = self._file.read(size)
        self._at += len(piece)
        return piece

    def tell(self) -> int:
        """Return how many bytes have been read."""
        return self._at

    def seek(self, place: int) -> None:
        """Read on up to a place."""
        if place < self._at:
            raise tarfile.ReadError("it leads back to what has been read")
        while self._at < place and self.read(min(place - self._at, _MOST_AT_ONCE)):
            pass


def member_name(info: zipfile.ZipInfo) -> str:
    """Return the name of a member of a zip archive, with "/" between folders and no characters that control.

    Names that are not marked as UTF-8 often are all the same.
    """
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return _CONTROLS.sub("_", name.replace("\\", "/"))


def broken(error: Exception) -> str:
    """Return in one line what is wrong with a damaged archive or stream."""
    if isinstance(error, NotImplementedError):
        return f"packed in a way that is not known ({_CONTROLS.sub(' ', str(error))}); pack it anew as an ordinary zip"
    if isinstance(error, RuntimeError) and "password" in str(error):
        return "protected with a password; unpack it first"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    words = _CONTROLS.sub(" ", str(error)).strip().rstrip(".")[:120]
    return f"damaged or cut short{f' ({words})' if words else ''}; get it again"


def _refusal(info: zipfile.ZipInfo, limits: Limits) -> str | None:
    if info.flag_bits & _ENCRYPTED:
        return "protected with a password; unpack it first"
    if is_bomb(info.file_size, info.compress_size, limits):
        return f"unpacks from {megabytes(info.compress_size)} to {megabytes(info.file_size)}, which no text does"
    return None


def _refuse_overlap(archive: zipfile.ZipFile, name: str) -> None:
    """Raise NotText where members lie over each other, which lets a small archive unpack to any size (Fifield 2019)."""
    end = 0
    for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise NotText(f"{name}: its members lie over each other, as in a zip bomb")
        end = info.header_offset + info.compress_size


def _is_crawled(name: str) -> bool:
    """Tell whether a member of a WACZ is one of its WARC files (WACZ 1.1.1, section 4.1)."""
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))


def _is_passed_over(name: str, names: set[str]) -> bool:
    return any(is_hidden(part) or is_saved_with(part, names) for part in name.split("/"))


def _zip_date(info: zipfile.ZipInfo) -> str | None:
    """Return the date of a member, which has no time zone, as UTC; 1980 is what is written where none is known."""
    if info.date_time[0] <= 1980:
        return None
    try:
        return utc(calendar.timegm((*info.date_time, 0, 0, 0)))
    except (ValueError, OverflowError):
        return None
