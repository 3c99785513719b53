from dataclasses import replace

import pytest

from reportedly.model import Figure, Precision, Span, When, WhenBasis, Wording, WordingKind
from reportedly.report.look import Look
from reportedly.report.sections.section import Section, words_of
from reportedly.report.sections.voice import bar
from reportedly.report.terminal import render

TITLES = ["Sources", "When", "Where", "How many", "Voice, story 1", "Voice, story 2", "Wording", "Accused, not heard"]

PLAIN = Look()


def section(reading, title, look=PLAIN):
    lines = render(reading, look).split("\n")
    start = lines.index(title) + 1
    return "\n".join(lines[start : lines.index("", start)])


def titles(reading):
    return [line for line in render(reading).split("\n") if line in TITLES]


def test_sections_follow_the_statements_in_their_order(rich):
    assert titles(rich) == TITLES


def test_sections_with_nothing_in_them_are_left_out(make, rich):
    assert titles(make("One.", ())) == []
    assert titles(replace(rich, places=(), checks=(), figures=())) == [
        title for title in TITLES if title not in {"Where", "How many"}
    ]


def test_the_window_of_publication_is_told_with_what_it_rests_on(rich):
    told = section(rich, "When")
    assert told.startswith(
        "  Published between 20 and 25 April 2024, inferred from “Friday”, “last July”,\n  “July 2020”\n"
    )
    assert "\n  since 2019                    “since 2019”\n" in told
    assert "\n  Friday 19 April 2024          “Friday” · said then: 1, 3\n" in told
    assert told.endswith("between 20 and 25 April 2024  published · inferred from the text")


def test_a_date_that_the_page_gives_and_no_other_needs_no_section(reading):
    assert "When" not in titles(reading)


def test_places_and_figures_are_told_in_a_line_each(rich):
    assert "  Gannet Shoal  MT · 12.41° N, 41.92° W · GeoNames 9000001 · ×2\n" in section(rich, "Where")
    told = section(rich, "How many")
    assert "  38 boats                          said in 3\n" in told
    assert "  $700,000 (increase)               “$0.7 million”\n" in told
    assert told.endswith("  Adds up: 87 + 15 + 34 is 136, as the text says.")
    assert "\n  Does not add up: From $3.2 million to $4 million is $0.8 million" in told


def test_voices_have_bars(rich):
    assert section(rich, "Voice, story 2").split("\n") == [
        "  the reporter's own words   41% █████████▉",
        "  Orla Brand                 26% ██████▎",
        "  unnamed voices             33% ███████▉",
    ]


@pytest.mark.parametrize(("share", "length"), [(1, 24), (0.5, 12), (0.0001, 1)])
def test_bars_are_as_long_as_their_share(share, length):
    assert len(bar(share)) == length


def test_wording_and_accusations(rich):
    assert section(rich, "Wording").split("\n")[:2] == [
        "  Reef Watch       called “so-called rescue group”",
        "                   taken for granted “its looting of wrecks”",
    ]
    lines = render(rich).split("\n")
    assert lines[-4] == "  local fishermen  accused in 2 · not heard"
    assert lines[-2].endswith("answers in 6: “that it only counts seabirds”")


def test_who_speaks_is_told_with_role_and_doubts(rich):
    told = " ".join(section(rich, "Sources").split())
    assert told.startswith(
        "Pell Arden person · deputy head of the Strait Safety Bureau · Luskan Transport Ministry · LK · 2 statements"
        " · 3 mentions · may also be Mira Arden"
    )
    assert "local fishermen unnamed · says nothing here · 1 mention" in told


def test_a_pronoun_and_when_it_was_said_stand_with_the_statement(rich):
    assert "   3  says · as “He” · “said” · mixed · said Friday 19 April 2024" in render(rich).split("\n")


@pytest.mark.parametrize(
    ("number", "rows", "left_out"), [(13, 13, ""), (14, 12, "… and 2 more"), (40, 12, "… and 28 more")]
)
def test_long_lists_are_cut_and_what_is_left_out_is_counted(rich, number, rows, left_out):
    figures = tuple(
        Figure(f"f{i}", i + 1000, i + 1000, "crab", None, approximate=False, span=Span(i, i + 1)) for i in range(number)
    )
    told = section(replace(rich, figures=figures, checks=()), "How many")
    assert told.count("crabs") == rows
    assert left_out in told
    full = section(replace(rich, figures=figures, checks=()), "How many", Look(full=True))
    assert full.count("crabs") == number
    assert "more" not in full


def test_many_terms_and_long_answers_are_cut(rich):
    wording = tuple(Wording(Span(i, i + 1), WordingKind.LABEL, f"term{i}", "reef") for i in range(9))
    assert "… and 3 more" in " ".join(section(replace(rich, wording=wording), "Wording").split())
    statement = replace(rich.statements[4], content=(*rich.statements[5].content, Span(0, 400)))
    statements = (*rich.statements[:4], statement, *rich.statements[5:])
    assert render(replace(rich, statements=statements)).count("Smugglers in …”") == 1


def test_a_date_line_is_named_where_a_time_rests_on_it(make):
    text = "PORT SELLA, May 14 — Senn said yes."
    when = When("w1", "2026-05-14", "2026-05-15", Precision.DAY, WhenBasis.DATELINE, Span(12, 18))
    assert "  Thursday 14 May 2026  “May 14” · from the dateline\n" in render(replace(make(text, ()), whens=(when,)))


def test_words_of_one_thing_are_told_up_to_three():
    text = "a b c d a"
    spans = [Span(place, place + 1) for place in range(0, 9, 2)]
    assert words_of(text, spans) == "“a” ×2, “b”, “c”, …"
    assert not Section("Where", ())
