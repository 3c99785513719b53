import json

import pytest

from reportedly.page.metadata.json_ld import json_ld_facts, site_name
from reportedly.page.metadata.tree import parse_html

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Fleet &#8216;stays&#8217; in port",
    "datePublished": "2024-11-12T10:05:00+01:00",
    "dateModified": "2024-11-13T08:00:00+01:00",
    "author": [{"@type": "Person", "name": "Ana Lume"}, {"@type": "Person", "name": "Jon Teller"}],
    "publisher": {"@type": "Organization", "name": "The Sella Courier"},
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@id": "/fleet#top"},
}


def facts_of(*scripts, title=None, base="https://courier.example/"):
    body = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return json_ld_facts(parse_html(f"<html><head>{body}</head><body>x</body></html>"), title, base)


def check(facts):
    assert facts.title == "Fleet ‘stays’ in port"
    assert facts.byline == ("Ana Lume", "Jon Teller")
    assert facts.publisher == "The Sella Courier"
    assert facts.published.start == "2024-11-12T10:05+01:00"
    assert facts.published.end == "2024-11-12T10:06+01:00"


def test_every_field_of_a_news_article():
    facts = facts_of(json.dumps(ARTICLE))
    check(facts)
    assert facts.url == "https://courier.example/fleet"
    assert facts.language == "en-GB"


@pytest.mark.parametrize(
    "kind", ["Article", "ReportageNewsArticle", "LiveBlogPosting", ["Thing", "schema:NewsArticle"]]
)
def test_types_of_articles(kind):
    check(facts_of(json.dumps(ARTICLE | {"@type": kind})))


def test_graphs_lists_and_references():
    person = {"@type": "Person", "@id": "#ana", "name": "Ana Lume"}
    outlet = {"@type": "Organization", "@id": "#courier", "name": "The Sella Courier"}
    article = ARTICLE | {"author": [{"@id": "#ana"}, {"name": "Jon Teller"}], "publisher": {"@id": "#courier"}}
    check(facts_of(json.dumps({"@graph": [person, {"@type": "BreadcrumbList"}, article, outlet]})))
    check(facts_of(json.dumps([article, person]), json.dumps(outlet)))


def test_a_reference_to_nothing_and_odd_values_are_borne():
    article = ARTICLE | {
        "author": [{"@id": {"a": 1}}, {"@id": "#gone"}, 7, None],
        "publisher": 3,
        "headline": ["A", "B"],
    }
    facts = facts_of(json.dumps(article | {"datePublished": {"@value": "2024"}, "inLanguage": {"name": "English"}}))
    assert (facts.byline, facts.publisher, facts.published, facts.title) == ((), None, None, "A")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda source: source.replace('"The Sella Courier"}', '"The Sella Courier",}'),
        lambda source: source.replace("stays", "stays").replace('"inLanguage"', '\n\t"inLanguage"') + ";",
        lambda source: "<!-- " + source + " -->",
        lambda source: "//<![CDATA[\n" + source + "\n//]]>",
        lambda source: '{"@type": "WebPage"}\n' + source,
    ],
)
def test_broken_scripts_that_can_still_be_read(spoil):
    check(facts_of(spoil(json.dumps(ARTICLE))))


@pytest.mark.parametrize("script", ["", "{", "null", "7", '{"@type": "NewsArticle", "headline": "Fl', "[" * 200_000])
def test_scripts_that_cannot_be_read_say_nothing(script):
    assert facts_of(script).title is None
    check(facts_of(script, json.dumps(ARTICLE)))


def test_other_articles_on_the_page_are_not_taken():
    other = ARTICLE | {"headline": "Lusk opens strait", "author": "Mira Oss"}
    listed = {"@type": "ItemList", "itemListElement": [other]}
    check(facts_of(json.dumps(listed), json.dumps(ARTICLE)))
    check(facts_of(json.dumps(other), json.dumps(ARTICLE), title="Fleet ‘stays’ in port | The Sella Courier"))


def test_authors_that_are_addresses_or_repeated_are_dropped():
    authors = ["https://courier.example/ana", "Ana Lume", "ANA LUME", {"name": "Jon Teller"}, "admin"]
    assert facts_of(json.dumps(ARTICLE | {"author": authors})).byline == ("Ana Lume", "Jon Teller")


def test_the_site_has_a_name_of_its_own():
    tree = parse_html('<script type="application/ld+json">{"@type": "WebSite", "name": "Orvane Daily"}</script>')
    assert site_name(tree) == "Orvane Daily"
