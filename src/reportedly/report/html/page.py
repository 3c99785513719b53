"""Puts the page together: head and voices, the article on the left, sources, statements and findings on the right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from reportedly.model import Article, Reading
from reportedly.report.groups import speaking
from reportedly.report.html.article import article_html
from reportedly.report.html.escape import escaped, web_address
from reportedly.report.html.palette import rules
from reportedly.report.html.sections import SECTIONS
from reportedly.report.html.signs import Sign, card_anchor, text_anchor
from reportedly.report.html.toggles import toggles_html
from reportedly.report.html.view import View, view_of
from reportedly.report.html.voice import voice_html
from reportedly.report.phrases import because, counted
from reportedly.report.times import dated

# the words and the edge of a statement that is pointed at or was followed to
_LIT = "--lit-ground:color-mix(in srgb,var(--line) 30%,var(--paper));--lit-edge:var(--line)"
# the words of a date, a place or another thing found that was followed to
_FOUND = "background:var(--ink);color:var(--paper)"
# the words of other statements while one source is chosen
_PLAIN = "font:inherit;background:none;border-color:transparent;box-shadow:none"
# nothing may be loaded or run: the page is its own text and style; an address in the article is only ever a link
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(reading: Reading) -> str:
    """Return a whole HTML document that shows the reading; the same reading gives the same document."""
    view = view_of(reading)
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
{rules()}{_style()}{_lit(view)}{_alone(view.signs)}</style>
</head>
<body id="top">
<header class="masthead">
{_head(view)}</header>
{_voice(view)}<main>
<div class="text">
{toggles_html(view)}<article class="article" lang="en">
{article_html(view)}</article>
</div>
<aside aria-label="What is in the article">
{_sections(view)}</aside>
</main>
<footer>
<p>Who says what, on whose word: evidence, not a verdict. Offsets and marks refer to the text whose SHA-256 is
<code>{reading.article.text_sha256}</code>.</p>
</footer>
</body>
</html>
"""


def _sections(view: View) -> str:
    """Return the sections that have anything in them, and above them what leads to each."""
    found = [(anchor, title, markup) for anchor, title, write in SECTIONS if (markup := write(view))]
    contents = "".join(f'<li><a href="#{anchor}">{title}</a></li>\n' for anchor, title, _ in found)
    sections = "".join(
        f'<section class="{anchor}" id="{anchor}">\n<h2>{title}</h2>\n{markup}</section>\n'
        for anchor, title, markup in found
    )
    return f'<nav class="contents" aria-label="Sections"><ul>\n{contents}</ul></nav>\n{sections}'


def _voice(view: View) -> str:
    bars = voice_html(view)
    return f'<section class="voice-of" aria-label="Voice">\n<h2>In whose voice</h2>\n{bars}</section>\n' if bars else ""


def _head(view: View) -> str:
    reading, article = view.reading, view.reading.article
    warnings = "".join(f'<p class="warning">{escaped(warning)}</p>\n' for warning in article.warnings)
    counts = [counted(len(view.entries), "statement"), counted(len(speaking(view.entries)), "source")]
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
    when = escaped(dated(published)) if published else ""
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


def _lit(view: View) -> str:
    """Return the CSS that lights up a statement in the article and its card together, and a thing found there."""
    lit = []
    for entry in view.entries:
        card, place = card_anchor(entry.statement), text_anchor(entry.statement)
        when = f":root:has(#{card}:target,#{place}:target,#{card}:hover)"
        lit.append(f"{when} .s{entry.number},{when} #{card}")
    found = ",".join(f"#{one.anchor}:target~.{one.anchor}" for one in view.found())
    statements = f"{','.join(lit)}{{{_LIT}}}\n" if lit else ""
    return statements + (f"{found}{{{_FOUND}}}\n" if found else "")


def _alone(signs: tuple[Sign, ...]) -> str:
    """Return the CSS that leaves one source's statements when its entry in the legend is chosen."""
    hidden, plain = [], []
    for sign in signs:
        when = f":root:has(#{sign.anchor}:target)"
        hidden.append(f"{when} :is(.card,.number):not(.{sign.anchor})")
        plain.append(f"{when} :is(.mark,.flag.on):not(.{sign.anchor})")
    if not signs:
        return ""
    return f"@media screen{{{','.join(hidden)}{{display:none}}\n{','.join(plain)}{{{_PLAIN}}}}}\n"


@cache
def _style() -> str:
    folder = files("reportedly.report.html")
    return "".join((folder / name).read_text(encoding="utf-8") for name in ("page.css", "findings.css"))
