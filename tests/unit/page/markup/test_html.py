import json

import pytest

from reportedly.errors import EmptyInput
from reportedly.page.markup.html import html_to_blocks
from reportedly.page.zoning.stories import split_stories
from reportedly.page.zoning.zones import zone_blocks

P1 = (
    "Fishermen on the island of Orvane on Thursday rejected a quota set by the Ministry of Fisheries, saying that it "
    "would ruin them within a year and leave the harbour empty."
)
P2 = (
    "The ministry said that the quota was fair and that the strait had been fished empty by the boats of the "
    "Federation of Lusk over the last ten years."
)
P3 = (
    "A spokesman for the Coast Guard denied that one of its boats had rammed a trawler near the harbour mouth on "
    "Wednesday night, as Radio Lantern had reported."
)
P4 = (
    "The parliament in Port Sella will debate the quota next week, and the Lantern Party has promised to vote against "
    "it whatever the government offers."
)
QUOTE = "We will not leave the harbour until the minister comes here and looks us in the eye, every one of us."
TITLE = "Orvane fishermen reject new quota"
HEAD = f'<head><title>{TITLE} | The Sella Courier</title><meta property="og:title" content="{TITLE}"></head>'
H1 = f"<h1>{TITLE}</h1>"
PAGE = f"""<!doctype html><html>{HEAD}<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div class="breadcrumbs"><a href="/">News</a> / <a href="/orvane">Orvane</a></div>
<article><h1>Orvane fishermen reject new quota</h1>
<p class="article__stand-first">Boats block the harbour as ministry stands firm</p>
<div class="byline">By <a href="/lume">Ana Lume</a></div>
<time datetime="2026-11-12">12 November 2026</time>
<figure><img src="a.jpg"><figcaption>Trawlers block the harbour mouth. <span class="credit">A. Lume/MNA</span>
</figcaption></figure><p>{P1}</p><blockquote><p>{QUOTE}</p></blockquote><p>{P2}</p>
<div class="ad-slot">Advertisement</div>
<h2>A long quarrel</h2><p>{P3}</p><ul><li>The quota is 400 tonnes.</li><li>Last year it was 900 tonnes.</li></ul>
<p>{P4}</p><div class="newsletter-form"><p>Get the news of the strait every morning, written at sea.</p></div>
</article>
<aside class="related"><h3>Related</h3><ul><li><a href="/x">Ferry runs again after strike</a></li></ul></aside>
<footer>© 2026 The Sella Courier. All rights reserved.</footer></body></html>"""


def zones_of(html):
    text, blocks = html_to_blocks(html)
    return [(zone.kind.value, zone.span.of(text).strip()) for zone in zone_blocks(text, blocks)]


def headlines_of(html):
    text, blocks = html_to_blocks(html)
    stories = split_stories(text, zone_blocks(text, blocks))
    return [story.headline.of(text) if story.headline else None for story in stories]


def test_a_page_is_read_in_its_order_with_every_zone():
    assert zones_of(PAGE) == [
        ("section", "News / Orvane"),
        ("headline", "Orvane fishermen reject new quota"),
        ("standfirst", "Boats block the harbour as ministry stands firm"),
        ("byline", "By Ana Lume"),
        ("boilerplate", "12 November 2026"),
        ("caption", "Trawlers block the harbour mouth."),
        ("credit", "A. Lume/MNA"),
        ("body", P1),
        ("body", QUOTE),
        ("body", P2),
        ("subheading", "A long quarrel"),
        ("body", P3),
        ("body", "The quota is 400 tonnes."),
        ("body", "Last year it was 900 tonnes."),
        ("body", P4),
    ]


def test_paragraphs_are_parted_by_blank_lines_and_breaks_are_kept():
    text, _ = html_to_blocks(f"<p>{P1}</p><p>{P2}<br>At  sea,\n<b>that is</b>.</p>")
    assert text == f"{P1}\n\n{P2}\nAt sea, that is."


def test_a_body_cut_into_elements_of_one_class_is_read_whole():
    chunk = '<div class="grid article-body"><div class="inner-text">{}</div></div>'
    ad = '<div class="ad">Advertisement</div>'
    body = ad.join(chunk.format(f"<p>{paragraph}</p>") for paragraph in (P1, P2, P3, P4))
    text, _ = html_to_blocks(
        f"<html>{HEAD}<body><article><h1>Orvane fishermen reject new quota</h1>{body}</article></body></html>"
    )
    assert all(paragraph in text for paragraph in (P1, P2, P3, P4))


def test_a_text_that_stands_twice_is_read_once():
    twice = f'<div class="story"><p>{P1}</p><p>{P2}</p><p>{P3}</p></div><div class="pull"><p>{P2}</p></div>'
    text, _ = html_to_blocks(f"<html>{HEAD}<body><h1>Orvane fishermen reject new quota</h1>{twice}</body></html>")
    assert text.count(P2) == 1
    assert text.count("Orvane fishermen reject new quota") == 1


def test_text_parted_by_line_breaks_alone_is_cut_into_paragraphs():
    zones = zones_of(f"<html>{HEAD}<body><div>{P1}<br>{P2}<br><br>{P3}<span class='br'></span>{P4}</div></body></html>")
    assert [words for kind, words in zones if kind == "body"] == [P1, P2, P3, P4]


def test_several_articles_are_several_stories():
    seizure = "The navy of the Federation of Lusk seized two trawlers in the strait on Wednesday, the Coast Guard said."
    html = f"""<html><body><main>
    <article><h2><a href="/1">Orvane fishermen reject new quota</a></h2><p>{P1}</p><p>{P2}</p></article>
    <article><h2><a href="/2">Lusk navy seizes two trawlers</a></h2><p>{seizure}</p>
    <a href="/2">Continue reading</a></article>
    </main><aside><article><h4><a href="/3">Cat found</a></h4><p>A cat was found.</p></article></aside></body></html>"""
    assert headlines_of(html) == ["Orvane fishermen reject new quota", "Lusk navy seizes two trawlers"]


def test_posts_of_a_live_blog_are_stories():
    title = "Ferry sinks off Orvane: live"
    html = f"""<html><head><title>{title}</title></head><body><article><h1>{title}</h1>
    <p>{P1}</p><article><h2>Divers reach the wreck</h2><p>{P2}</p></article>
    <article><h2>All aboard are rescued</h2><p>{P3}</p></article></article></body></html>"""
    assert headlines_of(html) == [title, "Divers reach the wreck", "All aboard are rescued"]


def test_cards_beside_an_article_are_no_stories():
    excerpt = "The ferry sails again after a week in the yard, the Port Authority said on Monday in Port Sella."
    card = f'<article class="card"><h3><a href="/x">Ferry runs again</a></h3><p>{excerpt}</p></article>'
    texts = (P1, P2, P3, P4, P1.replace("Thursday", "Friday"), P2.upper())
    body = "".join(f"<p>{text}</p>" for text in texts)
    html = f"<html>{HEAD}<body><article>{H1}{body}</article><section>{card * 3}</section></body></html>"
    assert headlines_of(html) == [TITLE]


def test_a_page_drawn_by_script_falls_back_on_its_own_record():
    record = json.dumps({"@graph": [{"@type": "NewsArticle", "articleBody": f"{P1}\n\n{P2}"}]})
    script = f'<script type="application/ld+json">{record}</script>'
    html = f'<html><body>{script}<h1>Quota</h1><div id="app"></div></body></html>'
    assert zones_of(html) == [("headline", "Quota"), ("body", P1), ("body", P2)]


@pytest.mark.parametrize("record", ["{", "[" * 100_000, '{"articleBody": 7}', "null"])
def test_a_broken_record_does_no_harm(record):
    text, _ = html_to_blocks(f'<script type="application/ld+json">{record}</script><p>{P1}</p>')
    assert text == P1


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "ul><li"])
def test_deep_nesting_loses_no_text(tag):
    text, _ = html_to_blocks(f"<{tag}>" * 100_000 + f"<p>{P1}</p><p>{P2}</p>")
    assert P1 in text
    assert P2 in text


@pytest.mark.parametrize(
    "html",
    [
        f"\x00<p>{P1}\x00</p>",
        f"<?xml version='1.0' encoding='latin-1'?><p>{P1}",
        f"<p>{P1}<table><tr><td></p>\ud800",
        P1,
    ],
)
def test_broken_markup_is_read(html):
    assert P1 in html_to_blocks(html)[0]


@pytest.mark.parametrize(
    "html", ["", "  ", "<html></html>", "<!-- nothing -->", "<p> </p>", "\x00", "<script>x</script>"]
)
def test_no_text_is_said_to_be_empty(html):
    with pytest.raises(EmptyInput, match="there is no"):
        html_to_blocks(html)


@pytest.mark.parametrize(
    "name", ['class="standfirst"', 'class="article-dek"', 'class="lede"', 'itemprop="description"']
)
def test_a_named_standfirst_with_a_full_stop_is_no_body(name):
    standfirst = "Forty boats will have to stay in the harbour after the ministry cut the quota by half."
    head = f'{H1}<p {name}>{standfirst}</p><p class="byline">By <a href="/lume">Ana Lume</a></p>'
    found = zones_of(f"<html>{HEAD}<body><article>{head}<p>{P1}</p><p>{P2}</p><p>{P3}</p></article></body></html>")
    assert found[:4] == [("headline", TITLE), ("standfirst", standfirst), ("byline", "By Ana Lume"), ("body", P1)]


def test_a_page_that_names_all_its_paragraphs_so_keeps_them():
    paragraphs = "".join(f'<p class="lede">{words}</p>' for words in (P1, P2, P3, P4))
    found = zones_of(f"<html>{HEAD}<body><article>{H1}{paragraphs}</article></body></html>")
    assert found[1:] == [("body", words) for words in (P1, P2, P3, P4)]


def test_the_head_of_an_article_is_found_in_what_is_named_a_navigation_bar():
    head = f'<div class="nav menu"><p class="rubric">Fish</p>{H1}<p class="dek">Boats block the harbour mouth</p></div>'
    found = zones_of(f"<html>{HEAD}<body>{head}<div><p>{P1}</p><p>{P2}</p><p>{P3}</p></div></body></html>")
    assert found[:3] == [("section", "Fish"), ("headline", TITLE), ("standfirst", "Boats block the harbour mouth")]


def test_a_first_paragraph_meant_for_voices_stays_body():
    page = f'<article>{H1}<p id="speakable-summary">{P1}</p><p>{P2}</p><p>{P3}</p></article>'
    assert ("body", P1) in zones_of(f"<html>{HEAD}<body>{page}</body></html>")
