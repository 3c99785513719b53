from dataclasses import replace

from reportedly.model import Stance, StatementKind
from reportedly.report import html, terminal
from reportedly.report.groups import group_by_source, numbered
from reportedly.report.html.signs import card_anchor_of

SAYS, INDIRECT = Stance.SAYS, StatementKind.INDIRECT


def test_sources_that_differ_in_case_article_and_spacing_are_one(make):
    text = "The Ministry said yes. Later the  ministry added no. A ministry asked why."
    rows = [
        ("The Ministry", "said", ("yes",), INDIRECT, SAYS),
        ("the  ministry", "added", ("no",), INDIRECT, SAYS),
        ("A ministry", "asked", ("why",), INDIRECT, SAYS),
    ]
    reading = make(text, rows)
    (group,) = group_by_source(text, numbered(reading))
    assert group.name == "Ministry"
    assert [entry.number for entry in group.entries] == [1, 2, 3]


def test_different_sources_stay_apart_and_in_reading_order(reading):
    groups = group_by_source(reading.article.text, numbered(reading))
    assert [group.name for group in groups] == [
        "Port Authority",
        "harbour master Ivo Senn",
        "Lantern Party",
        "Harbour Wire",
        "a pilot",
        None,
    ]


def test_numbers_follow_the_text_whatever_the_order_of_statements(make, reading):
    backwards = replace(reading, statements=reading.statements[::-1])
    assert numbered(backwards) == numbered(reading)


def test_a_statement_knows_the_number_of_the_one_that_hands_it_on(reading):
    outer, inner = reading.statements[3], reading.statements[4]
    handed = replace(reading, statements=(outer, replace(inner, parent=outer.id)))
    assert [(entry.number, entry.within) for entry in numbered(handed)] == [(1, None), (2, 1)]
    assert "within 1" in terminal.render(handed, terminal.Look(width=100))
    assert html.render(handed).count(f'class="within" href="#{card_anchor_of(outer.id)}"') == 1
