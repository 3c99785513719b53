"""Whatever a reading holds, its reports hold together."""

import re
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.model import Article, Reading, Span, Stance, Statement, StatementKind, Story, Zone, ZoneKind
from reportedly.report import terminal
from reportedly.report.html import render

LETTERS = st.one_of(st.sampled_from("ab <>&\"'“”\n\r\t\x00\x1b\ud800🛥中\u202e\u0301\u2028"), st.characters())
_UNSHOWN = re.compile("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")


@st.composite
def readings(draw):
    text = draw(st.text(LETTERS, max_size=60))
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=5))})
    kinds = st.sampled_from(ZoneKind)
    zones = tuple(Zone(draw(kinds), Span(start, end)) for start, end in pairwise(cuts))
    middle = draw(st.integers(0, len(zones)))
    stories = tuple(Story(f"s{number}", None, part) for number, part in enumerate((zones[:middle], zones[middle:])))
    places = st.integers(0, len(text))
    spans = st.lists(st.tuples(places, places).map(lambda ends: Span(min(ends), max(ends))), max_size=3).map(tuple)
    statements = tuple(
        Statement(
            str(number),
            draw(st.sampled_from(["s0", "s1"])),
            draw(st.sampled_from(StatementKind)),
            draw(st.sampled_from(Stance)),
            draw(spans),
            draw(spans),
            draw(spans),
            draw(st.floats(0, 1)),
            draw(st.text(LETTERS, max_size=5)),
        )
        for number in range(draw(st.integers(0, 4)))
    )
    return Reading(Article(text, title=draw(st.none() | st.text(LETTERS, max_size=9))), stories, statements)


class Words(HTMLParser):
    """Collects the text of the article and the depth of links."""

    def __init__(self, page):
        super().__init__()
        self.open, self.text, self.ids, self.links = [], "", [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        fields = dict(attributes)
        self.ids += [fields["id"]] if "id" in fields else []
        self.links += [fields["href"]] if "href" in fields else []
        assert not (tag == "a" and "a" in self.open)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data if "article" in self.open else ""


@given(readings())
def test_the_page_holds_the_whole_text_and_its_links_lead_somewhere(reading):
    page = render(reading)
    page.encode("utf-8")
    words = Words(page)
    # white space is a matter of style, and what HTML cannot hold is replaced: all else is there, in order
    assert _UNSHOWN.sub("", words.text) == _UNSHOWN.sub("", reading.article.text)
    assert words.open == []
    assert len(words.ids) == len(set(words.ids))
    marked = {link[1:] for link in words.links if link.startswith("#") and not link.startswith("#at-")}
    assert marked <= set(words.ids)


@given(readings(), st.integers(1, 250))
def test_the_report_keeps_to_its_width(reading, width):
    report = terminal.render(reading, terminal.Look(width))
    widest = max(terminal.NARROWEST, min(width, terminal.WIDEST))
    assert all(cell_len(line) <= widest for line in report.split("\n"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", report)
