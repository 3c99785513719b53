import io
import re
import struct
import zipfile

from reportedly.ledger.inputs.expand import items
from reportedly.reader import Failure, Options
from tests.unit.ledger.inputs.made import HTML, wacz, warc, zipped


def test_members_have_names_times_and_places(put, folder):
    put("pages.zip", zipped({"news/b.html": HTML, "a.html": HTML}, date_time=(2026, 5, 14, 9, 30, 0)))
    outcomes = list(items(["pages.zip"]))
    assert [item.name for item in outcomes] == ["pages.zip#a.html", "pages.zip#news/b.html"]
    item = outcomes[1]
    assert (item.received.data, item.received.file, item.received.fetched) == (HTML, item.name, "2026-05-14T09:30:00Z")
    assert item.place == f"{folder}/pages.zip#news/b.html"


def test_a_member_without_a_date_has_none(put):
    put("pages.zip", zipped({"a.html": HTML}))
    (item,) = items(["pages.zip"])
    assert item.received.fetched is None


def test_names_are_decoded_sanely(put):
    data = zipped({"Caf-1.html": HTML, "news\\x.html": HTML, "a\nb.html": HTML})
    put("pages.zip", data.replace(b"Caf-1", "Café".encode()))
    names = [item.name for item in items(["pages.zip"])]
    assert names == ["pages.zip#Café.html", "pages.zip#a_b.html", "pages.zip#news/x.html"]


def test_bombs_archives_in_archives_and_passwords_are_failures(put, told):
    members = {"a.html": HTML, "bomb.html": bytes(6_000_000), "in.zip": zipped({"x.html": HTML}), "z.html": HTML}
    locked = bytearray(zipped({"a.html": HTML, "z.html": HTML}))
    at = locked.find(b"PK\x01\x02")
    locked[at + 8] |= 1
    put("pages.zip", zipped(members))
    put("locked.zip", bytes(locked))
    outcomes = told(items(["pages.zip"], Options(max_bytes=1_000_000)))
    assert re.sub(r"5,8\d\d", "5,8xx", outcomes.pop(1)) == (
        "pages.zip#bomb.html: unpacks from 5,8xx bytes to 6 MB, which no text does"
    )
    assert outcomes == [
        "pages.zip#a.html",
        "pages.zip#in.zip: an archive within an archive is not opened; unpack it first",
        "pages.zip#z.html",
    ]
    assert told(items(["locked.zip"])) == [
        "locked.zip#a.html: protected with a password; unpack it first", "locked.zip#z.html",
    ]  # fmt: skip


def test_a_member_over_the_limit_or_damaged_does_not_end_the_archive(put, told):
    data = zipped({"a.html": HTML * 10, "b.html": HTML, "c.html": HTML + b"<!-- -->"})
    at = data.find(b"b.html") + 20
    put("pages.zip", data[:at] + b"\xff\xff\xff" + data[at + 3 :])
    outcomes = list(items(["pages.zip"], Options(max_bytes=400)))
    assert [type(outcome) is Failure for outcome in outcomes] == [True, True, False]
    assert told(outcomes)[1].startswith("pages.zip#b.html: damaged or cut short (")


def test_members_that_lie_over_each_other(put, told):
    data = bytearray(zipped({"a.html": HTML, "b.html": HTML}))
    second = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, second + 42, 0)
    put("pages.zip", bytes(data))
    assert told(items(["pages.zip"])) == ["pages.zip: its members lie over each other, as in a zip bomb"]


def test_a_zip_that_is_cut_short(put, told):
    put("pages.zip", zipped({"a.html": HTML})[:-30])
    assert told(items(["pages.zip"])) == ["pages.zip: damaged or cut short (File is not a zip file); get it again"]


def test_a_document_that_is_a_zip_is_left_to_the_reader(put):
    put("a.docx", zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    put("folder.zip", zipped({"password/a.html": HTML, "xl/b.html": HTML}))
    assert [outcome.name for outcome in items(["a.docx"])] == ["a.docx"]
    assert len(list(items(["folder.zip"]))) == 2


def test_a_wacz_gives_its_crawls_and_nothing_else(put, folder):
    put("site.wacz", wacz(warc(("/1", HTML), packed=True), warc(("/2", HTML), packed=True)[:-40]))
    outcomes = list(items(["site.wacz"]))
    assert [outcome.name for outcome in outcomes] == ["site.wacz#<urn:uuid:0>", "site.wacz"]
    assert outcomes[0].place == f"{folder}/site.wacz#archive/0.warc.gz#<urn:uuid:0>"
    assert isinstance(outcomes[1], Failure)


def test_a_crawl_in_a_wacz_is_none(put, told):
    put("site.wacz", wacz(b"", HTML, warc(("/2", HTML), packed=True)))
    assert told(items(["site.wacz"])) == [
        "site.wacz: breaks off after 0 records: no record begins there; what stands before is read",
        "site.wacz#<urn:uuid:0>",
    ]


def test_members_packed_in_other_ways(put, told):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.html", HTML, zipfile.ZIP_LZMA)
        archive.writestr("b.html", HTML, zipfile.ZIP_BZIP2)
        archive.writestr("c.html", HTML, zipfile.ZIP_STORED)
    data = bytearray(out.getvalue())
    third = data.rfind(b"PK\x01\x02")
    struct.pack_into("<H", data, third + 10, 93)
    put("pages.zip", bytes(data))
    assert told(items(["pages.zip"]))[:2] == ["pages.zip#a.html", "pages.zip#b.html"]
    assert "packed in a way that is not known" in told(items(["pages.zip"]))[2]
