import re
from dataclasses import replace

from reportedly.model import Span
from reportedly.report.html import render
from tests.unit.report.html.outline import Outline

SECTIONS = ["sources", "statements", "unheard", "whens", "places", "figures", "wording"]


def section(page, anchor):
    return page[page.index(f'id="{anchor}">') :].split("</section>")[0]


def words(markup):
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def test_every_link_leads_to_one_place_on_the_page(rich):
    outline = Outline(render(rich))
    ids = outline.values("id")
    assert len(ids) == len(set(ids))
    assert all(href.startswith("#") for href in outline.values("href"))
    assert {href[1:] for href in outline.values("href")} <= set(ids)


def test_every_word_of_the_article_is_there_in_order(rich):
    assert Outline(render(rich)).text["article"].split() == rich.article.text.split()


def test_everything_found_is_linked_with_its_words_both_ways(rich):
    page = render(rich)
    outline = Outline(page)
    found = [*rich.whens, *rich.places, *rich.figures, *rich.wording]
    flags = [fields for tag, fields in outline.tags if "flag" in (fields.get("class") or "") and "id" in fields]
    linked = [fields for fields in flags if "href" in fields]
    assert len(linked) == len(found)
    for fields in linked:
        assert f'href="#{fields["id"]}"' in page
        assert f'id="{fields["href"][1:]}"' in page
    for one in found:
        assert any(
            one.span.of(rich.article.text) in words(piece) for piece in re.findall(r'class="[^"]*is-.*?</\w+>', page)
        )


def test_words_of_a_date_within_a_statement_belong_to_both(rich):
    page = render(rich)
    piece = re.search(r'<a class="(mark content [^"]*)"[^>]*>since 2019</a>', page)
    assert piece
    assert {"is-when", "s3"} <= set(piece[1].split())
    assert re.search(
        r'<span class="is-when is-evidence in-when-\d+-0 in-evidence-1-2" title="[^"]*">July 2020</span>', page
    )


def test_what_is_followed_to_is_lit_up(rich):
    page = render(rich)
    assert "#in-place-1-1:target~.in-place-1-1" in page
    assert 'class="mark content s1 src-A is-place in-place-1-1"' in page


def test_kinds_of_marks_have_signs_and_lines_of_their_own(rich):
    style = Outline(render(rich)).text["style"]
    for kind in ("when", "place", "figure", "wording"):
        assert f".flag.{kind}::before" in style
    lines = re.findall(r"\.is-(?:place|figure|wording) \{ text-decoration-style: (\w+)", style)
    assert len(set(lines)) == 3


def test_the_key_has_a_box_for_every_kind_that_there_is(rich, make):
    assert [value for value in Outline(render(rich)).values("id") if value.startswith("show-")] == [
        "show-statement",
        "show-when",
        "show-place",
        "show-figure",
        "show-wording",
    ]
    assert "fieldset" not in {tag for tag, _ in Outline(render(make("One.", ()))).tags}


def test_sections_stand_in_their_order_and_empty_ones_are_left_out(rich, make):
    aside = render(rich).split("<aside")[1]
    assert re.findall(r'<section class="(\w+)"', aside) == SECTIONS
    bare = render(make("One.", ())).split("<aside")[1]
    assert re.findall(r'<section class="(\w+)"', bare) == ["sources", "statements"]
    assert "In whose voice" not in bare


def test_the_time_line_says_how_the_publication_is_known(rich):
    told = words(section(render(rich), "whens"))
    assert (
        "The page gives no date. Published between 20 and 25 April 2024 , inferred from “Friday” , “last July”" in told
    )
    assert "since 2019 “since 2019” July 2020 “July 2020” July 2023 “last July”" in told
    assert "Friday 19 April 2024 “Friday” said then: 1 , 3" in told
    assert told.endswith("between 20 and 25 April 2024 published inferred from the text")


def test_a_date_that_the_page_gives_is_not_called_inferred(reading, rich):
    page = render(replace(reading, whens=rich.whens[:1]))
    assert "The page gives no date" not in page
    assert "published from the page&#x27;s OpenGraph tags" in words(section(page, "whens"))


def test_places_have_a_table_with_all_that_is_known(rich):
    told = words(section(render(rich), "places"))
    assert "1 Gannet Shoal MT 12.41° N, 41.92° W GeoNames 9000001 “Gannet Shoal” 2" in told
    assert "3 Tern Camp MT 12.15° N, 42.31° W “Tern Camp”" in told


def test_checks_are_told_in_neutral_words_and_lead_to_their_figures(rich):
    markup = section(render(rich), "figures")
    first, second = re.findall(r"<li.*?</li>", markup)
    assert words(first).startswith("does not add up From $3.2 million to $4 million is $0.8 million")
    assert re.findall('href="#(.*?)"', first) == ["in-figure-6-0", "in-figure-7-0", "in-figure-8-0"]
    assert words(second) == "adds up 87 + 15 + 34 is 136, as the text says. 87 , 15 , 34 , 136"
    assert "about 90 percent of crude reserves “90 percent” 7" in words(markup)


def test_the_table_of_labels_says_who_is_called_what(rich):
    told = words(section(render(rich), "wording"))
    assert "Reef Watch called “so-called rescue group” taken for granted “Its looting of wrecks”" in told
    assert told.endswith("Nobody named called “foreign-backed”")
    assert 'rowspan="3">Reef Watch</th>' in render(rich)


def test_accusations_say_whether_the_accused_is_heard(rich):
    markup = section(render(rich), "unheard")
    assert words(markup).endswith("answers in 6 “ that it only counts seabirds ”") or "answers in 6" in words(markup)
    assert "local fishermen accused in 2 : fishermen not heard in this story" in words(markup)
    assert "by Government of Lusk and Government of Marenta" in markup


def test_sources_have_what_the_article_says_of_them(rich):
    told = words(section(render(rich), "sources"))
    assert "B Pell Arden 2 person · deputy head of the Strait Safety Bureau · Luskan Transport Ministry · LK" in told
    assert "may also be Mira Arden · 3 mentions 1 2 3" in told
    assert told.endswith("Named, but says nothing here Mira Arden person local fishermen unnamed · 1 mention")


def test_a_card_names_whom_a_pronoun_means_and_when_it_was_said(rich):
    page = render(rich)
    assert 'He <span class="meant">(Pell Arden)</span>' in page
    number = re.search(r'<a class="when" href="#(when-\d+)">said Friday 19 April 2024</a>', page)
    assert number
    assert f'id="{number[1]}"' in page
    assert "The Luskan Transport Ministry <span" not in page


def test_a_span_of_white_space_is_not_linked(rich):
    blank = replace(rich.places[0], span=Span(len("Marenta"), len("Marenta") + 1))
    page = render(replace(rich, places=(blank,)))
    assert 'id="place-1"' in page
    assert "in-place-1-0" not in page


def test_a_publication_that_the_text_tells_has_its_place_in_the_time_line(make, rich):
    reading = make("May 14. Senn said yes.", (), published=replace(rich.whens[0], span=Span(0, 6)))
    assert 'href="#in-when-1-0">“May 14”</a>' in section(render(reading), "whens")
    silent = replace(reading, article=replace(reading.article, published=replace(rich.whens[0], span=None)))
    assert 'id="whens"' not in render(silent)
