import gzip

import pytest

from reportedly.errors import EmptyInput, NotText, TooLarge
from reportedly.page.arrival.decode import decode, is_html, mojibake_warnings
from reportedly.page.arrival.received import Limits, Received
from reportedly.page.arrival.unpack import unpack

ARTICLE = (
    "The Ministry of Fisheries said on Friday that the fleet would not return to Port Sella before the storm had "
    "passed.\r\n\r\n“We won’t go,” Señor Peña said – the café’s owner – after paying £5 in José’s harbour.\r\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"]
)
def test_every_encoding_gives_the_same_text(encoding):
    assert decode(Received(ARTICLE.encode(encoding))).text == ARTICLE


def test_mac_roman_is_told_from_windows():
    assert decode(Received(ARTICLE.encode("mac_roman"))).text == ARTICLE


def test_latin_1_without_quotation_marks():
    text = "A café in Orvane, run by José Müller, charges £5 at 30°C.\n"
    assert decode(Received(text.encode("latin-1"))).text == text


@pytest.mark.parametrize("words", ["It won’t.", "£5 million", "Señor Peña", "Łódź and Kraków"])
def test_one_odd_character_in_a_long_article_is_enough(words):
    text = "The fleet stayed in port, the Coast Guard said. " * 40 + words
    encoding = "cp1250" if "Ł" in words else "cp1252"
    assert decode(Received(text.encode(encoding))).text == text


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "iso8859-5", "utf-16-le"])
def test_cyrillic_is_decoded_so_that_its_language_can_be_named(encoding):
    text = "Министр рыболовства заявил в пятницу, что суда не вернутся в порт до конца недели. " * 3
    assert decode(Received(text.encode(encoding))).text == text


def test_valid_utf8_wins_over_what_is_declared():
    data = '<html><meta charset="iso-8859-1"><p>Orvane’s café</p>'.encode()
    assert "Orvane’s café" in decode(Received(data, content_type="text/html; charset=iso-8859-1")).text


def test_a_declared_encoding_is_honoured():
    text = "Премьер сказал: порт закрыт"
    for received in (
        Received(text.encode("koi8-r"), content_type="text/plain; charset=koi8-r"),
        Received(f'<meta charset="cp1251"><p>{text}'.encode("cp1251")),
        Received(f'<?xml version="1.0" encoding="windows-1251"?><p>{text}'.encode("cp1251")),
    ):
        assert text in decode(received).text


def test_a_declaration_that_names_no_encoding_is_ignored():
    assert decode(Received("café au port de Sella".encode("cp1252"), content_type="text/plain; charset=klingon")).text


def test_a_few_bad_bytes_in_utf8_are_shown_and_reported():
    decoded = decode(Received("“Fog,” he said. “Fog.” “Fog.”\n".encode() + b"\x93 end"))
    assert decoded.text.endswith("\ufffd end")
    assert decoded.warnings == ("1 character is not UTF-8 and shown as \ufffd, the first on line 2",)


def test_line_ends_and_blanks_stay():
    text = "  Fog.\r\n\rIn Orvane.\t\n \x0c"
    assert decode(Received(text.encode())).text == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_nothing_is_empty(data):
    with pytest.raises(EmptyInput, match=r"^a\.txt: empty"):
        decode(Received(data, file="a.txt"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"RIFF\x24\x10\0\0WEBPVP8 ", "a WebP image"),
        (b"PK\x03\x04\x14\0\0\0\x08\0article.txt", "a zip archive"),
        (b"PK\x03\x04\x14\0\0\0\x08\0word/document.xml", "a Word document"),
        (b"\x7fELF\x02\x01\x01\0", "a program"),
        (b"MZ\x90\0\x03\0\0\0", "a program"),
        (b"{\\rtf1\\ansi Fog}", "an RTF document"),
        (b"WARC/1.1\r\nWARC-Type: response", "a WARC archive"),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", "an MHTML archive"),
        (b"\0\x01\x02\x03" * 50, "binary data"),
        (b"Fog closed the strait." + b"\0\x10" * 20, "binary data"),
    ],
)
def test_binaries_are_named(data, kind):
    with pytest.raises(NotText, match=kind) as caught:
        decode(Received(data, file="a.bin"))
    assert "save the article as HTML or plain text" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_text_about_pdfs_is_a_text():
    assert decode(Received(b"The header %PDF-1.7 opens such a file.")).text.startswith("The header")


def test_a_feed_is_no_article():
    with pytest.raises(NotText, match="a feed"):
        decode(Received(b'<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0"><channel/></rss>'))


@pytest.mark.parametrize("text", ["wonâ€™t", "the cafÃ© in Orvane", "â€œFogâ€\x9d"])
def test_mojibake_is_noticed_with_its_place(text):
    (warning,) = mojibake_warnings("Fog.\nA line, and " + text)
    assert "line 2" in warning
    assert "looks wrongly decoded at character" in warning


@pytest.mark.parametrize(
    "text", ["Fog in the strait.", "“Señor Peña,” said Łukasz Müller – 30 °C, €5 …", "naïve façade"]
)
def test_clean_text_is_not_called_mojibake(text):
    assert mojibake_warnings(text) == ()


def test_html_is_told_by_its_beginning_then_by_name_and_tags():
    assert is_html(Received(b""), "<!-- saved -->\n<!DOCTYPE html><p>")
    assert is_html(Received(b"", file="a.HTML.gz"), "<p>Fog")
    assert is_html(Received(b"", content_type="text/html"), "Fog<br>over Orvane")
    assert is_html(Received(b""), "<div><p>Fog</p></div>")
    assert not is_html(Received(b"", file="a.txt"), "Fog <b>over</b> Orvane, 3 < 4")


def test_gzip_is_known_by_its_bytes_even_twice_over():
    packed = gzip.compress(gzip.compress(b"Fog."))
    assert unpack(Received(packed, file="a.txt")).data == b"Fog."
    assert unpack(Received(gzip.compress(b"Fog ") + gzip.compress(b"came.") + b"\0\0")).data == b"Fog came."


def test_gzip_bombs_stop_at_the_limit():
    limits = Limits(max_bytes=10_000)
    for bomb in (gzip.compress(bytes(10_001)), gzip.compress(gzip.compress(bytes(5_000_000)))):
        assert len(bomb) < limits.max_bytes
        with pytest.raises(TooLarge, match=r"^a\.gz: larger than the limit of 10,000 bytes"):
            unpack(Received(bomb, file="a.gz"), limits)


def test_many_small_members_are_counted_together():
    with pytest.raises(TooLarge):
        unpack(Received(gzip.compress(bytes(600)) * 20), Limits(max_bytes=10_000))


def test_what_is_received_is_bounded_too():
    with pytest.raises(TooLarge, match="20 MB"):
        unpack(Received(b"a" * 20_000_001))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (gzip.compress(b"Fog over Orvane" * 9)[:-12], "end too early"),
        (gzip.compress(b"Fog" * 99)[:20] + b"\xff" * 20, "damaged"),
        (gzip.compress(gzip.compress(gzip.compress(b"Fog"))), "more than twice"),
    ],
)
def test_damaged_gzip_is_a_clear_error(data, words):
    with pytest.raises(NotText, match=words):
        unpack(Received(data, file="a.gz"))
