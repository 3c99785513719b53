"""Whatever a reading holds, its reports hold together."""

import re
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.report import terminal
from reportedly.report.html import render
from reportedly.report.look import NARROWEST, WIDEST, Look
from tests.property.made_readings import readings

_UNSHOWN = re.compile("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


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
        assert tag not in {"script", "b", "img"}
        if tag not in {"meta", "input", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data if "article" in self.open else ""


@PATIENT
@given(readings())
def test_the_page_holds_the_whole_text_and_its_links_lead_somewhere(reading):
    page = render(reading)
    page.encode("utf-8")
    words = Words(page)
    # white space is a matter of style, and what HTML cannot hold is replaced: all else is there, in order
    assert _UNSHOWN.sub("", words.text) == _UNSHOWN.sub("", reading.article.text)
    assert words.open == []
    assert len(words.ids) == len(set(words.ids))
    assert all(link.startswith("#") for link in words.links)
    # a statement without words has no place in the text
    marked = {link[1:] for link in words.links if not link.startswith("#at-")}
    assert marked <= set(words.ids)


@PATIENT
@given(readings(), st.integers(1, 250))
def test_the_report_keeps_to_its_width(reading, width):
    report = terminal.render(reading, Look(width))
    widest = max(NARROWEST, min(width, WIDEST))
    assert all(cell_len(line) <= widest for line in report.split("\n"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", report)
