import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from reportedly.model import Reporter, Stance, StatementKind, Story
from reportedly.report.look import WIDEST, Look
from reportedly.report.stances import STANCE_STYLES
from reportedly.report.terminal import FOLDED_WORDS, render

ANSI = re.compile(r"\x1b\[[0-9;]*m")
SAYS, INDIRECT = Stance.SAYS, StatementKind.INDIRECT


def test_the_whole_report(reading):
    assert (
        render(reading)
        == """\
Ferry “never safe”
The Sella Courier · Thursday 14 May 2026 (from the page's OpenGraph tags) · Ana
Torrel
ferry.txt
Warning: the text looks wrongly decoded
6 statements · 5 sources · 1 with no source named

Port Authority
   1  denies · “has denied” · indirect
      that the ferry was unsafe

harbour master Ivo Senn
   2  says · “said” · direct
      "We checked every bolt," … "Nothing was loose."

Lantern Party
   3  accuses · “accused” · indirect
      the Port Authority of hiding a report

Harbour Wire
   4  says · “reported” · indirect
      that the ferry listed in March

a pilot
   5  says · “citing” · indirect
      that the ferry listed in March

No source named
   6  says · “reportedly” · indirect
      built in 1988

Sources
  Port Authority           government · 1 statement · 1 mention
  harbour master Ivo Senn  unnamed · 1 statement · 1 mention
  Lantern Party            organization · 1 statement · 1 mention
  Harbour Wire             organization · 1 statement · 1 mention
  pilot                    unnamed · 1 statement · 1 mention
"""
    )


def test_what_is_not_known_is_said_to_be_unknown(make):
    report = render(make(rows=()))
    assert "No title found" in report
    assert "no publisher found · no date found" in report
    assert "Nobody is reported as saying anything here." in report


@pytest.mark.parametrize("width", [40, 57, 80, 120, 200])
@pytest.mark.parametrize("colours", [None, "standard", "truecolor"])
def test_no_line_is_wider_than_the_terminal(reading, width, colours):
    lines = ANSI.sub("", render(reading, Look(width, colours))).splitlines()
    assert max(map(cell_len, lines)) <= min(width, WIDEST)


def test_a_wider_terminal_takes_fewer_lines(reading):
    assert render(reading, Look(40)).count("\n") > render(reading, Look(100)).count("\n")


def test_colours_change_nothing_but_colour(reading):
    coloured = render(reading, Look(70, "standard"))
    assert "\x1b[1;31mdenies" in coloured
    assert [line.rstrip() for line in ANSI.sub("", coloured).splitlines()] == render(reading, Look(70)).splitlines()


def test_every_stance_has_a_colour():
    assert set(STANCE_STYLES) == set(Stance)


def test_long_contents_are_folded_unless_wanted_whole(make):
    words = [f"word{number}" for number in range(FOLDED_WORDS + 30)]
    text = f"Senn said {' '.join(words)}."
    reading = make(text, [("Senn", "said", (" ".join(words),), INDIRECT, SAYS)])
    folded, full = render(reading), render(reading, Look(full=True))
    assert "(+30 words)" in " ".join(folded.split())
    assert words[-1] not in folded
    assert "--full" in folded
    assert words[-1] in full
    assert "--full" not in full


def test_several_stories_have_their_headlines(make):
    text = "Ferry back\n\nSenn said yes.\n\nFog stays\n\nNobody spoke.\n"
    reading = make(text, [("Senn", "said", ("yes",), INDIRECT, SAYS)])
    (whole,) = reading.stories
    span = type(whole.zones[0].span)
    stories = (Story("s1", span(0, 10), whole.zones), Story("s2", span(28, 37), ()))
    report = render(replace(reading, stories=stories))
    assert "Story 1 of 2  Ferry back\n\nSenn" in report
    assert "Story 2 of 2  Fog stays\n\nNobody is reported as saying anything here.\n\nSources\n" in report
    assert "2 stories" in report


def test_text_of_an_article_cannot_steer_the_terminal(make):
    text = "\x1b[2JSenn[bold] said \x9b31m\u202eno :boom:\ud800 [/bold]."
    rows = [("\x1b[2JSenn[bold]", "said", ("\x9b31m\u202eno :boom:\ud800 [/bold]",), INDIRECT, SAYS)]
    report = render(make(text, rows, title="\x07\x1b]0;x\x07", file="a\rb"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", report)
    assert "Senn[bold]" in report
    assert ":boom:" in report
    assert "[/bold]" in report


@pytest.mark.parametrize(
    ("reporter", "line"),
    [
        (Reporter.NEUTRAL, "   1  says · “claims” · indirect"),
        (Reporter.COMMITS, "   1  says · “claims” · indirect · reporter commits"),
        (Reporter.DISTANCES, "   1  says · “claims” · indirect · reporter keeps a distance"),
    ],
)
def test_what_the_reporter_does_is_told_where_it_is_something(make, reporter, line):
    reading = make("Ivo Senn claims the ferry listed.", [("Ivo Senn", "claims", ("the ferry listed",), INDIRECT, SAYS)])
    statement = replace(reading.statements[0], reporter=reporter)
    assert line in render(replace(reading, statements=(statement,))).split("\n")
