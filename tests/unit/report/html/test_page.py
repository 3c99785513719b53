import re
from collections import Counter
from dataclasses import replace

import pytest

from reportedly.model import Reading, Reporter, Span, Stance, StatementKind, Story, Zone, ZoneKind
from reportedly.report.html import render
from tests.unit.report.html.outline import Outline

SAYS, INDIRECT = Stance.SAYS, StatementKind.INDIRECT
HOSTILE = '</style><script>alert(1)</script><img src=x onerror="alert(2)">\' " & <!-- ]]> &lt; javascript:alert(3)'


def test_every_word_of_the_article_is_there_in_order(reading):
    assert Outline(render(reading)).text["article"].split() == reading.article.text.split()


def test_the_page_needs_nothing_and_runs_nothing(reading):
    page = render(reading)
    outline = Outline(page)
    policy = next(fields["content"] for _, fields in outline.tags if fields.get("http-equiv"))
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline';")
    assert {"script", "link", "img", "iframe", "form", "base"}.isdisjoint(tag for tag, _ in outline.tags)
    assert outline.values("src") == []
    assert not [name for _, fields in outline.tags for name in fields if name.startswith("on")]
    assert "url(" not in outline.text["style"]
    assert "@import" not in outline.text["style"]


def test_statements_and_text_are_linked_both_ways(reading):
    outline = Outline(render(reading))
    ids = outline.values("id")
    assert [name for name, times in Counter(ids).items() if times > 1] == []
    inner = {href[1:] for href in outline.values("href") if href.startswith("#")}
    assert inner <= set(ids)
    for statement in reading.statements:
        assert {f"st-{statement.id}", f"at-{statement.id}"} <= inner


def test_a_shared_content_belongs_to_both_statements(reading):
    page = render(reading)
    shared = re.search(r'<a class="mark ([^"]*)"[^>]*>that the ferry listed in March</a>', page)
    assert shared
    assert {"s4", "s5"} <= set(shared[1].split())
    assert page.index('id="at-' + reading.statements[3].id) < page.index('id="at-' + reading.statements[4].id)


def test_nested_statements_are_cut_at_their_edges(make):
    text = "Vell said that Senn admitted a mistake."
    rows = [
        ("Vell", "said", ("that Senn admitted a mistake",), INDIRECT, SAYS),
        ("Senn", "admitted", ("a mistake",), INDIRECT, Stance.ADMITS),
    ]
    pieces = re.findall(r'<a class="mark ([^"]*)" href="#st-(\w+)"[^>]*>([^<]*)</a>', render(make(text, rows)))
    outer, inner = (statement.id for statement in make(text, rows).statements)
    assert [(words, link) for _, link, words in pieces] == [
        ("Vell", outer),
        ("said", outer),
        ("that ", outer),
        ("Senn", inner),
        (" ", outer),
        ("admitted", inner),
        (" ", outer),
        ("a mistake", inner),
    ]


def test_hostile_text_stays_text(make):
    text = f"{HOSTILE}\n\n{HOSTILE}Senn said {HOSTILE}."
    reading = make(
        text,
        [(f"{HOSTILE}Senn", "said", (HOSTILE,), INDIRECT, SAYS)],
        title=HOSTILE,
        publisher=HOSTILE,
        byline=(HOSTILE,),
        file=HOSTILE,
        url="javascript:alert(4)//" + HOSTILE,
        basis={"publisher": HOSTILE},
        warnings=(HOSTILE,),
    )
    outline = Outline(render(reading))
    assert {"script", "img"}.isdisjoint(tag for tag, _ in outline.tags)
    assert all(href.startswith("#") for href in outline.values("href"))
    assert outline.text["article"].split() == text.split()
    assert outline.text["h1"] == HOSTILE


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\ud800", "\udfff", "\ufffe", "\x85"])
def test_what_html_cannot_hold_is_replaced(make, letter):
    page = render(make(f"One{letter}two", (), title=letter))
    assert letter not in page
    assert "One\N{REPLACEMENT CHARACTER}two" in page
    page.encode("utf-8")


def test_an_address_on_the_web_is_a_link(make):
    outline = Outline(render(make("One.", (), url="https://courier.example/a?b=1&c=2")))
    assert "https://courier.example/a?b=1&c=2" in outline.values("href")
    assert "noopener noreferrer nofollow" in outline.values("rel")


def test_what_is_known_stands_with_what_it_rests_on(reading):
    page = render(reading)
    assert 'The Sella Courier <span class="basis">from the page&#x27;s JSON-LD</span>' in page
    assert 'Thursday 14 May 2026 <span class="basis">from the page&#x27;s OpenGraph tags</span>' in page


def test_what_is_not_known_is_said_to_be_unknown(make):
    assert render(make("One.", ())).count('<dd class="unknown">not found</dd>') == 2


def test_zones_are_told_apart(make):
    text = "Ferry back\n\nA pier. (Harbour Wire)\n\nSenn said yes.\nIn June.\n\n\n© The Courier"
    cuts = [
        (ZoneKind.HEADLINE, 0, 12),
        (ZoneKind.CAPTION, 12, 20),
        (ZoneKind.CREDIT, 20, 36),
        (ZoneKind.BODY, 36, 62),
        (ZoneKind.BOILERPLATE, 62, 75),
    ]
    zones = tuple(Zone(kind, Span(start, end)) for kind, start, end in cuts)
    story = Story("s1", Span(0, 10), zones)
    page = render(Reading(make(text, ()).article, (story,), ()))
    assert re.findall(r'class="zone (\w+)"[^>]*>([^<]*)<', page) == [
        ("headline", "Ferry back"),
        ("caption", "A pier."),
        ("credit", "(Harbour Wire)"),
        ("body", "Senn said yes.\nIn June."),
        ("boilerplate", "© The Courier"),
    ]


def test_zones_on_one_line_stay_on_it(make):
    text = "PORT SELLA (MNA) — Fog came.\n\nA pier.(Harbour Wire)\nIt stayed."
    cuts = [(ZoneKind.DATELINE, 0, 19), (ZoneKind.BODY, 19, 30), (ZoneKind.CAPTION, 30, 37)]
    cuts += [(ZoneKind.CREDIT, 37, 52), (ZoneKind.BODY, 52, 62)]
    zones = tuple(Zone(kind, Span(start, end)) for kind, start, end in cuts)
    page = render(Reading(make(text, ()).article, (Story("s1", None, zones),), ()))
    assert re.findall(r'<div class="line ([^"]*)">', page) == ["with-dateline with-body", "with-caption with-credit"]
    assert Outline(page).text["article"].split() == text.split()


def test_a_statement_over_paragraphs_is_marked_in_each(make):
    text = '"One.\n\n"Two," said Senn.'
    reading = make(text, [("Senn", "said", ('"One.\n\n"Two,"',), StatementKind.DIRECT, SAYS)])
    page = render(reading)
    assert re.findall(r'<a class="mark content[^>]*>([^<]*)</a>', page) == ["&quot;One.", "&quot;Two,&quot;"]
    assert page.count(f'id="at-{reading.statements[0].id}"') == 1


def test_the_legend_counts_what_each_source_says(reading):
    outline = Outline(render(reading))
    legend = " ".join(outline.text["aside"].split())
    assert legend.startswith(
        "Sources Statements Sources A Port Authority 1 government · 1 mention"
        " B harbour master Ivo Senn 1 unnamed · 1 mention "
    )
    assert "? No source named 1 Statements" in legend


def test_the_same_reading_gives_the_same_page(reading):
    assert render(reading) == render(reading)


def test_a_card_tells_what_the_reporter_does_where_it_is_something(reading):
    first, *rest = reading.statements
    committed = replace(first, reporter=Reporter.COMMITS)
    distant = replace(rest[0], reporter=Reporter.DISTANCES)
    page = render(replace(reading, statements=(committed, distant, *rest[1:])))
    assert re.findall(r'<span class="reporter">(.*?)</span>', page) == ["reporter commits", "reporter keeps a distance"]
