import gzip
import json
import re

import pytest

from reportedly.errors import BadRecord, NotText
from reportedly.page.arrival.received import Known, Limits
from reportedly.page.arrival.records import Record, read_records


def test_every_key_is_read_and_others_are_ignored(tmp_path):
    record = {
        "text": "Fog.", "file": "a.txt", "url": "https://courier.example/fog", "publisher": "The Sella Courier",
        "title": "Fog", "byline": ["Ana Lume", "Jon Teller"], "published": "2024-11-12", "language": "en", "id": 7,
    }  # fmt: skip
    path = tmp_path / "pages.jsonl"
    path.write_text(
        json.dumps(record) + "\n\n" + json.dumps({"html": "<p>Fog", "byline": "By Ana Lume and Jon Teller"})
    )
    known = Known(
        "https://courier.example/fog", "The Sella Courier", "Fog", ("Ana Lume", "Jon Teller"), "2024-11-12", "en"
    )
    assert list(read_records(path)) == [
        Record(1, "Fog.", None, "a.txt", known),
        Record(3, None, "<p>Fog", f"{path}:3", Known(byline=("Ana Lume", "Jon Teller"))),
    ]


def test_the_text_counts_where_both_are_given():
    (record,) = read_records(['{"text": "Fog.", "html": "<p>Fog.</p>", "title": null, "byline": ""}'])
    assert (record.text, record.html, record.known) == ("Fog.", None, Known())


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "no valid JSON"),
        ('{"text": "Fog."} x', "no valid JSON"),
        ("[1]", "not an object"),
        ("{}", 'neither "text" nor "html"'),
        ('{"text": "", "html": null}', 'neither "text" nor "html"'),
        ('{"text": 7}', '"text" is not a string'),
        ('{"text": "Fog.", "title": ["Fog"]}', '"title" is not a string'),
        ('{"text": "Fog.", "byline": 7}', '"byline" is neither'),
        ('{"text": "Fog.", "byline": ["Ana", 7]}', '"byline" is neither'),
        ('{"text": "Fog.", "published": "12 November"}', "is no date of publication"),
        ('{"text": "Fog.", "published": 20241112}', '"published" is not a string'),
        ('{"text": "Fog.", "url": "javascript:alert(1)"}', '"url" is no http or https address'),
        ("[" * 200_000, "nested too deep"),
        ('{"text": ' + "9" * 5_000 + "}", "number too long"),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        (b"\xff\xfe{\x00}\x00", "no valid JSON|not UTF-8|neither"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line, words):
    good = '{"text": "Fog."}'
    first, bad, last = read_records([good, line, good], name="pages.jsonl")
    assert isinstance(first, Record)
    assert (last.line, last.file) == (3, "pages.jsonl:3")
    assert isinstance(bad, BadRecord)
    assert str(bad).startswith("pages.jsonl:2: ")
    assert "\n" not in str(bad)
    assert re.search(words, str(bad))


def test_packed_files_and_byte_order_marks(tmp_path):
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(gzip.compress(b'\xef\xbb\xbf{"text": "Fog."}\r\n{"text": "Rain."}\r\n'))
    assert [record.text for record in read_records(str(path))] == ["Fog.", "Rain."]


def test_a_line_over_the_limit_is_passed_over(tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_text('{"text": "' + "a" * 5_000 + '"}\n{"text": "Fog."}\n')
    bad, good = read_records(path, Limits(max_bytes=1_000))
    assert str(bad) == f"{path}:1: the line is larger than the limit of 1,000 bytes"
    assert (good.line, good.text) == (2, "Fog.")


def test_a_damaged_file_gives_its_good_lines_first(tmp_path):
    path = tmp_path / "pages.jsonl.gz"
    lines = b"".join(b'{"text": "Fog %d."}\n' % number for number in range(50_000))
    path.write_bytes(gzip.compress(lines)[:-2_000])
    records = read_records(path)
    assert next(records).text == "Fog 0."
    with pytest.raises(NotText, match="end too early"):
        list(records)


def test_a_missing_file_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        list(read_records(tmp_path / "none.jsonl"))
