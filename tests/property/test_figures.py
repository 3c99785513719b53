"""Any text is read without an error, and what is found holds together."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Article, Page, Span, Story, Zone, ZoneKind
from reportedly.reading.figures import read_checks, read_figures

WORDS = st.sampled_from(
    [
        "$",
        "€",
        "3.2",
        "1,200",
        "12",
        "-",
        "–",
        " to ",
        " and ",
        "million",
        "bn",
        "m",
        "%",
        " percent",
        " of the ",
        "votes",
        "one",
        "two",
        "hundred",
        "thousand",
        "half",
        "a third",
        "dozens",
        "in favor",
        "against",
        "from ",
        "rose ",
        ", ",
        ". ",
        " ",
        "\n",
        "(",
        ")",
        ":",
        "½",
        "00",
        "2014",
        "May ",
        "km",
        "years",
        "people",
        "\u00a0",
        "\ud800",
        "٣",
        "²",
        "1/2",
        "'s",
        " In ",
        " OF ",
        "worth",
        "km In",
        " From ",
    ]
)


@given(st.one_of(st.text(st.characters(), max_size=80), st.lists(WORDS, max_size=40).map("".join)))
def test_any_text(text: str) -> None:
    page = Page(Article(text), (Story("s1", None, (Zone(ZoneKind.BODY, Span(0, len(text))),)),))
    figures = read_figures(page)
    end = 0
    for figure in figures:
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert figure.low <= figure.high
        assert math.isfinite(figure.low)
        assert math.isfinite(figure.high)
        end = figure.span.end
    assert [figure.id for figure in figures] == [f"figure-{number}" for number in range(1, len(figures) + 1)]
    ids = {figure.id for figure in figures}
    for check in read_checks(page, figures):
        assert set(check.figures) <= ids
        assert check.says.endswith(".")
    assert read_figures(page) == figures
