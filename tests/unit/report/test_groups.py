from reportedly.model import Stance, StatementKind
from reportedly.report.groups import group_by_source, normal, numbered

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
    assert group.name == "The Ministry"
    assert [entry.number for entry in group.entries] == [1, 2, 3]


def test_different_sources_stay_apart_and_in_reading_order(reading):
    groups = group_by_source(reading.article.text, numbered(reading))
    assert [group.name for group in groups] == [
        "The Port Authority",
        "harbour master Ivo Senn",
        "The Lantern Party",
        "The Harbour Wire",
        "a pilot",
        None,
    ]


def test_numbers_follow_the_text_whatever_the_order_of_statements(make, reading):
    backwards = type(reading)(reading.article, reading.stories, reading.statements[::-1])
    assert numbered(backwards) == numbered(reading)


def test_a_name_that_is_only_an_article_is_kept():
    assert normal("The") == "the"
    assert normal("Theresa") == "theresa"
    assert normal("An Orvane diver") == "orvane diver"
