"""Shows one statement of a ledger where it stands in its article."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from reportedly.ledger.showing import StatementView
from reportedly.model import Span
from reportedly.report.ledger.reviews import render_history
from reportedly.report.look import Look, printed
from reportedly.report.phrases import aimed, held, listed, shown
from reportedly.report.times import dated

_MARKS = (("source", "bold"), ("cue", "italic"), ("content", "underline"))
# characters of the article before and after the statement
_AROUND = 200


def render(view: StatementView, look: Look) -> str:
    """Return the report of a statement: who says what how, and the words around it."""
    return printed(_lines(view), look)


def _lines(view: StatementView) -> Iterator[RenderableType]:
    statement, reading = view.statement, view.holds.reading
    names = {source.id: source.name for source in reading.sources}
    whens = {when.id: when for when in reading.whens}
    speakers = listed([names[one] for one in statement.sources if one in names]) or "nobody named"
    against = aimed([names[one] for one in statement.against if one in names])
    yield Text.assemble((shown(speakers), "bold"), f" {statement.stance.value} {shown(against)}".rstrip())
    said = f"said {dated(whens[statement.said])}" if statement.said in whens else ""
    facts = (statement.kind.value, held(statement.reporter), said, f"score {statement.score:.2f}", statement.why)
    yield Text(" · ".join(fact for fact in facts if fact), "dim")
    yield Text()
    yield _passage(view)
    yield Text()
    article = reading.article
    where = (article.publisher, article.title, article.url or article.file)
    yield Text(shown(" · ".join(part for part in where if part)))
    yield Text(f"statement {statement.id} · article {view.kept.article_id}", "dim")
    for name in ("source", "cue", "content"):
        spans = getattr(statement, name)
        yield Text(f"{name}: {', '.join(f'[{span.start}, {span.end})' for span in spans) or 'none'}", "dim")
    if view.reviews:
        yield Text()
        yield Text(render_history(view.reviews).rstrip())


def _passage(view: StatementView) -> Text:
    text, statement = view.holds.reading.article.text, view.statement
    spans = [*statement.source, *statement.cue, *statement.content]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    start, end = _edge(text, whole.start - _AROUND, whole.start), _end(text, whole.end)
    passage = Text(shown(text[start:end]))
    for name, style in _MARKS:
        for span in getattr(statement, name):
            passage.stylize(style, span.start - start, span.end - start)
    return passage


def _edge(text: str, wanted: int, latest: int) -> int:
    """Return the beginning of the paragraph, or of a word not too far before."""
    if wanted <= 0:
        return 0
    paragraph = text.rfind("\n\n", wanted, latest)
    if paragraph >= 0:
        return paragraph + 2
    space = text.find(" ", wanted, latest)
    return space + 1 if space >= 0 else latest


def _end(text: str, earliest: int) -> int:
    paragraph = text.find("\n\n", earliest, earliest + _AROUND)
    if paragraph >= 0:
        return paragraph
    if earliest + _AROUND >= len(text):
        return len(text)
    space = text.rfind(" ", earliest, earliest + _AROUND)
    return space if space >= 0 else earliest
