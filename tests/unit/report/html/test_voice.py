import re
from dataclasses import replace

from reportedly.model import Voice
from reportedly.report.html.view import view_of
from reportedly.report.html.voice import voice_html


def parts(markup):
    found = re.findall(r'<g class="(\w+)"[^>]*>.*?<rect x="([\d.]+)%" width="([\d.]+)%"', markup, re.DOTALL)
    return [(kind, float(left), float(width)) for kind, left, width in found]


def test_parts_of_a_bar_stand_side_by_side_and_fill_it(rich):
    for bar in voice_html(view_of(rich)).split("<svg")[1:]:
        edge = 0.0
        for _, left, width in parts(bar):
            assert abs(left - edge) < 0.02
            edge = left + width
        assert abs(edge - 100) < 0.05


def test_voices_are_told_apart_without_colour(rich):
    markup = voice_html(view_of(rich))
    assert '<pattern id="hatch-2"' in markup
    assert 'fill="url(#hatch-2)"' in markup
    assert re.search(r'<text x="[\d.]+%" y="20">B</text>', markup)
    assert 'aria-label="the reporter&#x27;s own words 41%, Orla Brand 26%, unnamed voices 33%"' in markup


def test_the_legend_leads_to_the_sources(rich):
    assert '<a href="#src-B">Pell Arden</a> <span class="count">22%</span>' in voice_html(view_of(rich))


def test_shares_that_do_not_sum_to_one_still_fill_the_bar(rich):
    markup = voice_html(view_of(replace(rich, voice=(Voice("s1", 0.3, 0.0, {"mna": 0.3}),))))
    assert [(kind, width) for kind, _, width in parts(markup)] == [("narrator", 50), ("source", 50)]
    assert "<h3>" not in markup


def test_a_source_that_speaks_only_with_others_has_their_sign(rich):
    view = view_of(rich)
    assert view.sign["lusk"].letter == view.sign["marenta"].letter == "C"
    assert "fishermen" not in view.sign


def test_a_source_that_also_speaks_alone_has_its_own_sign(rich):
    alone = replace(rich.statements[2], sources=("lusk",))
    view = view_of(replace(rich, statements=(*rich.statements[:2], alone, *rich.statements[3:])))
    assert view.sign["lusk"].group.sources == ("lusk",)
    assert view.sign["marenta"].group.sources == ("lusk", "marenta")
