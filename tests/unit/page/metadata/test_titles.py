import pytest

from reportedly.page.metadata.titles import clean_title, element_title, site_of, top_heading
from reportedly.page.metadata.tree import parse_html


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Fleet stays in port | The Sella Courier", "Fleet stays in port"),
        ("The Sella Courier - Fleet stays in port", "Fleet stays in port"),
        ("Fleet stays in port * Sella Courier * by Ana Lume", "Fleet stays in port"),
        ("Fleet stays in port – SellaCourier.com", "Fleet stays in port"),
        ("Fleet - and ferries - stay in port", "Fleet - and ferries - stay in port"),
        ("The Sella Courier", None),
        ("Home", None),
        (None, None),
    ],
)
def test_the_site_is_taken_off_a_title(title, clean):
    assert clean_title(title, ["The Sella Courier"], ["Ana Lume"]) == clean


def test_the_headline_is_the_h1_that_a_title_repeats():
    tree = parse_html(
        "<title>Fleet stays in port | Courier</title><h1>Courier</h1><h1>Fleet stays in port</h1><h1>Log in now</h1>"
    )
    assert top_heading(tree, [element_title(tree)]) == "Fleet stays in port"
    assert top_heading(tree, ["Storm keeps all boats at home"]) is None
    assert top_heading(parse_html("<h1>Fleet stays in port</h1>"), []) == "Fleet stays in port"


def test_a_drawing_has_a_title_of_its_own():
    assert element_title(parse_html("<body><svg><title>Menu</title></svg></body>")) is None


@pytest.mark.parametrize("url", [None, "https://192.168.0.1/", "https://courier.example/"])
def test_any_url_has_a_site_or_none(url):
    assert site_of(url) in (None, "courier")
