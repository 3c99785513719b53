from reportedly.model import Precision, When, WhenBasis
from reportedly.page.metadata.facts import Facts
from reportedly.page.metadata.merge import merge

DAY = When("published", "2024-11-12", "2024-11-13", Precision.DAY, WhenBasis.METADATA)


def test_what_is_given_wins_and_says_so():
    given = Facts("option", "Orvane Daily", "Given", ("Mira Oss",), DAY, "en", "https://orvane.example/")
    page = Facts("json-ld", "The Sella Courier", "Stated", ("Ana Lume",), None, "en", "https://courier.example/")
    merged = merge([given, page, page])
    assert (merged.publisher, merged.title, merged.byline) == ("Orvane Daily", "Given", ("Mira Oss",))
    assert (merged.published, merged.url) == (DAY, "https://orvane.example/")
    assert set(merged.basis.values()) == {"option"}


def test_the_printed_headline_is_believed_before_the_stated_ones():
    merged = merge([Facts("json-ld", title="Fleet: what we know"), Facts("headline", title="Fleet stays in port")])
    assert (merged.title, merged.basis["title"]) == ("Fleet stays in port", "html")


def test_the_name_of_the_outlet_that_most_places_say():
    slogan = Facts("json-ld", publisher="All the isle, every day")
    assert merge(
        [slogan, Facts("opengraph", publisher="Orvane Daily"), Facts("meta", publisher="orvane daily")]
    ).publisher == ("Orvane Daily")
    agency = Facts("json-ld", publisher="Harbour Wire", url="https://www.sellacourier.example/fleet")
    assert merge([agency, Facts("opengraph", publisher="The Sella Courier")]).publisher == "The Sella Courier"


def test_the_text_names_the_publisher_where_nothing_else_does():
    assert merge([Facts("text", publisher="MNA")]).publisher == "MNA"
    assert merge([Facts("text", publisher="MNA"), Facts("meta", publisher="Orvane Daily")]).publisher == "Orvane Daily"


def test_writers_are_believed_before_the_outlet_as_its_own_writer():
    outlet = Facts("json-ld", publisher="The Sella Courier", byline=("Sella Courier",))
    assert merge([outlet, Facts("text", byline=("Ana Lume Sella Courier",))]).byline == ("Ana Lume Sella Courier",)
    assert merge([outlet, Facts("text", byline=("Ana Lume The Sella Courier",))]).byline == ("Ana Lume",)
    assert merge([outlet]).byline == ("Sella Courier",)


def test_nothing_said_is_nothing_known():
    merged = merge([Facts("json-ld"), Facts("text")])
    assert (merged.title, merged.byline, merged.basis) == (None, (), {})
