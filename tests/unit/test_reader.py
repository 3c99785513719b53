import gzip
import io
import json
import sys
from pathlib import Path

import pytest

import reportedly
from reportedly.errors import BadRecord, DataError, EmptyInput, InputError, NotText, RefusedAddress
from reportedly.model import Reading
from reportedly.page.arrival.received import Received
from reportedly.reader import Failure, Options, is_records, is_url, read, read_file, read_inputs, read_url

TEXT = (
    "The Coast Guard said on Monday that the cutter would stay in the harbour of Port Sella until the storm is over.\n"
)
HTML = f"<html><head><title>Cutter stays</title></head><body><h1>Cutter stays</h1><p>{TEXT}</p></body></html>"


@pytest.fixture(autouse=True)
def _no_model(monkeypatch):
    """Replace the reading of pages, which has its own tests, by one that finds no statements."""
    monkeypatch.setattr("reportedly.reading.pipeline.read_page", lambda page: Reading(page.article, page.stories, ()))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files_of(outcomes):
    return [outcome.article.file for outcome in outcomes]


def test_a_text_is_read_unchanged_with_what_is_said_of_it():
    article = read(TEXT, file="a.txt", publisher="Orvane Daily", published="2026-05-14", byline=("Ana Torrel",)).article
    assert (article.text, article.file, article.publisher) == (TEXT, "a.txt", "Orvane Daily")
    assert article.byline == ("Ana Torrel",)
    assert article.published.start == "2026-05-14"
    assert article.basis["publisher"] == article.basis["published"] == "option"


def test_a_date_that_is_none_is_refused():
    with pytest.raises(BadRecord, match="2026-02-30"):
        read(TEXT, published="2026-02-30")


def test_files_are_known_by_the_name_they_were_given(folder):
    Path("a.txt").write_text(TEXT, encoding="utf-8", newline="")
    assert read_file(Path("a.txt")).article.file == "a.txt"
    assert read_file("./a.txt").article.file == "./a.txt"
    assert read_file(folder / "a.txt").article.text == TEXT


def test_html_and_gzip_are_known_by_what_is_in_them(folder):
    Path("page.html.gz").write_bytes(gzip.compress(HTML.encode()))
    article = read_file("page.html.gz", url="https://courier.example/cutter").article
    assert (article.title, article.url) == ("Cutter stays", "https://courier.example/cutter")
    assert TEXT.strip() in article.text


def test_standard_input_has_no_file_name(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (reading,) = read_inputs(["-"])
    assert (reading.article.text, reading.article.file) == (TEXT, None)


def test_a_url_is_fetched(monkeypatch):
    def fetch(url, limits):
        assert limits.allow_private
        return Received(HTML.encode(), url=url, content_type="text/html")

    monkeypatch.setattr("reportedly.page.arrival.fetch.fetch", fetch)
    assert (
        read_url("https://courier.example/cutter", allow_private=True).article.url == "https://courier.example/cutter"
    )


def test_addresses_that_are_never_fetched_are_refused():
    for address in ("ftp://courier.example/a", "file:///etc/hostname", "http://127.0.0.1/"):
        with pytest.raises(RefusedAddress):
            read_url(address)


def test_bad_inputs_are_failures_and_the_batch_goes_on(folder):
    Path("good.txt").write_text(TEXT)
    Path("empty.txt").write_bytes(b"")
    Path("photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500))
    Path("folder").mkdir()
    names = [
        "empty.txt",
        "good.txt",
        "missing.txt",
        "photo.jpg",
        "folder",
        "missing.jsonl",
        "gopher://a.example",
        "good.txt",
    ]
    outcomes = list(read_inputs(names))
    assert [type(outcome) for outcome in outcomes] == [Failure, Reading] + [Failure] * 5 + [Reading]
    messages = {outcome.name: str(outcome) for outcome in outcomes if isinstance(outcome, Failure)}
    assert messages["missing.txt"] == "missing.txt: No such file or directory"
    assert messages["missing.jsonl"] == "missing.jsonl: No such file or directory"
    assert messages["folder"].startswith("folder: a directory; name the files in it")
    for name, message in messages.items():
        assert message.count(name) <= 2
        assert message.startswith(f"{name}: ")
        assert not message.startswith(f"{name}: {name}: ")
        assert "\n" not in message


def test_the_errors_of_one_file_are_raised(folder):
    Path("empty.txt").write_bytes(b"")
    Path("a.pdf").write_bytes(b"%PDF-1.7\n" + bytes(100))
    with pytest.raises(EmptyInput):
        read_file("empty.txt")
    with pytest.raises(NotText):
        read_file("a.pdf")
    with pytest.raises(FileNotFoundError):
        read_file("missing.txt")
    with pytest.raises(InputError, match="a directory"):
        read_file(".")


def test_no_more_is_taken_in_than_the_limit(folder):
    Path("long.txt").write_text(TEXT * 20)
    (failure,) = read_inputs(["long.txt"], Options(max_bytes=1000))
    assert "limit" in failure.reason


def test_a_damaged_installation_ends_the_batch(folder, monkeypatch):
    def read_page(page):
        raise DataError("the model is damaged")

    monkeypatch.setattr("reportedly.reading.pipeline.read_page", read_page)
    Path("a.txt").write_text(TEXT)
    with pytest.raises(DataError):
        list(read_inputs(["a.txt"]))


def test_records_keep_order_names_and_line_numbers(folder):
    lines = [
        json.dumps({"text": TEXT, "file": "one.txt", "publisher": "Orvane Daily", "published": "2026-05-14"}),
        "",
        "{not json",
        json.dumps({"html": HTML, "file": "two.html"}),
        json.dumps({"text": "  "}),
        json.dumps({"text": TEXT}),
    ]
    Path("pages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    Path("after.txt").write_text(TEXT)
    outcomes = list(read_inputs(["pages.jsonl", "after.txt"]))
    readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    assert files_of(readings) == ["one.txt", "two.html", "pages.jsonl:6", "after.txt"]
    assert readings[0].article.basis["publisher"] == "record"
    assert [(failure.name, failure.line) for failure in failures] == [("pages.jsonl", 3), ("pages.jsonl", 5)]
    assert str(failures[0]).startswith("pages.jsonl:3: ")
    assert "pages.jsonl" not in failures[0].reason


def test_records_say_themselves_what_is_known(folder):
    Path("pages.jsonl").write_text(json.dumps({"text": TEXT}))
    (failure,) = read_inputs(["pages.jsonl"], Options(publisher="Orvane Daily", published="2026-05-14"))
    assert "publisher and published" in failure.reason


def test_packed_records_that_are_damaged_end_with_a_failure(folder):
    packed = gzip.compress(json.dumps({"text": TEXT}).encode() + b"\n")
    Path("pages.jsonl.gz").write_bytes(packed[:-12])
    outcomes = list(read_inputs(["pages.jsonl.gz"]))
    assert isinstance(outcomes[-1], Failure)
    assert "damaged" in outcomes[-1].reason


def test_inputs_are_read_one_at_a_time(folder):
    Path("a.txt").write_text(TEXT)

    def names():
        yield "a.txt"
        raise AssertionError("asked for a second name before the first was read")

    assert next(read_inputs(names())).article.file == "a.txt"


@pytest.mark.parametrize(
    ("name", "records", "url"),
    [
        ("a.jsonl", True, False),
        ("A.JSONL.GZ", True, False),
        ("https://a.example/b.jsonl", False, True),
        ("C:\\news\\a.txt", False, False),
        ("jsonl", False, False),
        ("HTTP://a.example", False, True),
    ],
)
def test_inputs_are_told_apart_by_name(name, records, url):
    assert (is_records(name), is_url(name)) == (records, url)


def test_every_public_name_is_there():
    assert all(hasattr(reportedly, name) for name in reportedly.__all__)
    assert sorted(reportedly.__all__, key=str.lower) == sorted(set(reportedly.__all__), key=str.lower)
