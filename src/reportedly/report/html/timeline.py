"""The time line: when things happened, were said and were published."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model import WhenBasis
from reportedly.report.findings.timeline import Moment
from reportedly.report.html.escape import escaped
from reportedly.report.html.found import Kind, item_anchor, links
from reportedly.report.html.view import View
from reportedly.report.phrases import because
from reportedly.report.times import dated, spoken


def timeline_html(view: View) -> str:
    """Return the moments of the article in order of time; "" where that says no more than the head of the page."""
    known = (moment.published and not moment.spans and not moment.said for moment in view.moments)
    if not view.evidence and all(known):
        return ""
    items = "".join("".join(_item(view, number, moment)) for number, moment in enumerate(view.moments, start=1))
    return f'{_window(view)}<ol class="timeline">\n{items}</ol>\n'


def _window(view: View) -> str:
    """Return the sentence that says when the article was published, where only its text tells it."""
    published = view.reading.article.published
    if published is None or published.basis is not WhenBasis.INFERRED:
        return ""
    grounds = links(view.text, Kind.EVIDENCE, 1, view.evidence) or "the text"
    return (
        f'<p class="window">The page gives no date. Published <strong>{escaped(dated(published))}</strong>,'
        f" inferred from {grounds}.</p>\n"
    )


def _item(view: View, number: int, moment: Moment) -> Iterator[str]:
    when = moment.when
    kind = "moment published" if moment.published else f"moment {when.precision.value}"
    words = dated(when) if moment.published else spoken(when, view.until())
    yield f'<li class="{kind}" id="{item_anchor(Kind.WHEN, number)}">'
    yield f'<span class="date" title="{escaped(when.start)} to {escaped(when.end)}">{escaped(words)}</span>'
    yield ' <em class="event">published</em>' if moment.published else ""
    named = links(view.text, Kind.WHEN, number, moment.spans)
    yield f' <span class="words">{named}</span>' if named else ""
    yield from _basis(view, moment)
    yield f' <span class="said">said then: {view.to_statements(moment.said)}</span>' if moment.said else ""
    yield "</li>\n"


def _basis(view: View, moment: Moment) -> Iterator[str]:
    """Yield what a moment rests on, unless that is the words that stand beside it."""
    basis = moment.when.basis.value
    if moment.published:
        basis = view.reading.article.basis.get("published", basis)
    if basis != WhenBasis.TEXT or not moment.spans:
        yield f' <span class="basis">{escaped(because(basis))}</span>'
