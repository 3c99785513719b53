import pytest

from reportedly.page.metadata.words import plain_words, web_address


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("https://courier.example/a?b=1#c", "https://courier.example/a?b=1"),
        ("//courier.example/a", "https://courier.example/a"),
        ("../b", "https://courier.example/b"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ('https://courier.example/"><script>', None),
        ("http://[::1", None),
        ("", None),
        (None, None),
        ("https://courier.example/" + "a" * 3000, None),
    ],
)
def test_addresses(value, address):
    assert web_address(value, "https://courier.example/news/") == address


def test_words_lose_markup_entities_and_extra_space():
    assert plain_words("<b>Fleet</b>&nbsp;&amp;#8216;stays&#8217;\n in  port, 3 < 4") == "Fleet ‘stays’ in port, 3 < 4"
