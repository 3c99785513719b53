"""Puts the page together: head, article on the left, legend and cards on the right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from reportedly.model import Article, Reading
from reportedly.report.groups import Entry, numbered
from reportedly.report.html.article import article_html
from reportedly.report.html.cards import cards_html, legend_html
from reportedly.report.html.escape import escaped, web_address
from reportedly.report.html.palette import rules
from reportedly.report.html.signs import Sign, card_anchor, signs_of, text_anchor
from reportedly.report.phrases import because, counted, spoken

# the words and the edge of a statement that is pointed at or was followed to
_LIT = "--lit-ground:color-mix(in srgb,var(--line) 30%,var(--paper));--lit-edge:var(--line)"
# the words of other statements while one source is chosen
_PLAIN = "font:inherit;background:none;border-color:transparent;box-shadow:none"
# nothing may be loaded or run: the page is its own text and style; an address in the article is only ever a link
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(reading: Reading) -> str:
    """Return a whole HTML document that shows the reading; the same reading gives the same document."""
    entries = numbered(reading)
    signs = signs_of(reading.article.text, entries)
    title = escaped(reading.article.title or reading.article.file or "Article")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{title} · who says so?</title>
<style>
{rules()}{_style()}{_lit(entries)}{_alone(signs)}</style>
</head>
<body id="top">
<header class="masthead">
{_head(reading, entries, signs)}</header>
<main>
<article class="article" lang="en">
{article_html(reading, entries, signs)}</article>
<aside aria-label="Sources and statements">
<section class="sources">
<h2>Sources</h2>
{legend_html(signs)}<p class="key"><span class="sample source">source</span> <span class="sample cue">cue</span>
<span class="sample content">content</span> <a class="all" href="#top">Show all sources</a></p>
</section>
<section class="statements">
<h2>Statements</h2>
{cards_html(reading, entries, signs)}</section>
</aside>
</main>
<footer>
<p>Who says what, on whose word: evidence, not a verdict. Offsets and marks refer to the text whose SHA-256 is
<code>{reading.article.text_sha256}</code>.</p>
</footer>
</body>
</html>
"""


def _head(reading: Reading, entries: tuple[Entry, ...], signs: tuple[Sign, ...]) -> str:
    article = reading.article
    warnings = "".join(f'<p class="warning">{escaped(warning)}</p>\n' for warning in article.warnings)
    named = sum(sign.group.name is not None for sign in signs)
    counts = [counted(len(entries), "statement"), counted(named, "named source")]
    if len(reading.stories) > 1:
        counts.append(counted(len(reading.stories), "story", "stories"))
    return (
        f'<p class="product">reportedly <span>who says so?</span></p>\n'
        f"<h1>{escaped(article.title or 'No title found')}</h1>\n"
        f'<dl>\n{"".join(_facts(article))}</dl>\n{warnings}<p class="counts">{" · ".join(counts)}</p>\n'
    )


def _facts(article: Article) -> Iterator[str]:
    """Yield what is known of the article, each with what it rests on; unknown stays unknown."""
    basis = article.basis
    yield _fact("Publisher", escaped(article.publisher or ""), basis.get("publisher"))
    published = article.published
    when = escaped(spoken(published)) if published else ""
    yield _fact("Published", when, basis.get("published", published.basis.value if published else None))
    if article.byline:
        yield _fact("By", escaped(", ".join(article.byline)), basis.get("byline"))
    if article.url:
        yield _fact("Address", _link(article.url), basis.get("url"))
    if article.file:
        yield _fact("File", escaped(article.file), None)


def _fact(name: str, markup: str, basis: str | None) -> str:
    if not markup:
        return f'<div><dt>{name}</dt><dd class="unknown">not found</dd></div>\n'
    grounds = f' <span class="basis">{escaped(because(basis))}</span>' if basis else ""
    return f"<div><dt>{name}</dt><dd>{markup}{grounds}</dd></div>\n"


def _link(url: str) -> str:
    address = web_address(url)
    if address is None:
        return escaped(url)
    return f'<a href="{escaped(address)}" rel="noopener noreferrer nofollow">{escaped(url)}</a>'


def _lit(entries: tuple[Entry, ...]) -> str:
    """Return the CSS that lights up a statement in the article and its card together."""
    lit = []
    for entry in entries:
        card, place = card_anchor(entry.statement), text_anchor(entry.statement)
        when = f":root:has(#{card}:target,#{place}:target,#{card}:hover)"
        lit.append(f"{when} .s{entry.number},{when} #{card}")
    return f"{','.join(lit)}{{{_LIT}}}\n" if lit else ""


def _alone(signs: tuple[Sign, ...]) -> str:
    """Return the CSS that leaves one source's statements when its entry in the legend is chosen."""
    hidden, plain = [], []
    for sign in signs:
        when = f":root:has(#{sign.anchor}:target)"
        hidden.append(f"{when} :is(.card,.number):not(.{sign.anchor})")
        plain.append(f"{when} .mark:not(.{sign.anchor})")
    if not signs:
        return ""
    return f"@media screen{{{','.join(hidden)}{{display:none}}\n{','.join(plain)}{{{_PLAIN}}}}}\n"


@cache
def _style() -> str:
    return (files("reportedly.report.html") / "page.css").read_text(encoding="utf-8")
