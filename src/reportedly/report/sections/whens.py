"""When things happened and were said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.model import Reading, When, WhenBasis
from reportedly.report.findings.timeline import Moment, timeline
from reportedly.report.groups import Entry
from reportedly.report.phrases import because
from reportedly.report.sections.section import Section, joined, numbers, words_of
from reportedly.report.times import dated, spoken


def when(reading: Reading, entries: Sequence[Entry]) -> Iterator[Section]:
    """Yield the section of times in their order; it says first when the article was published if that is inferred."""
    moments = timeline(reading, entries)
    told = [moment for moment in moments if not moment.published or len(moments) > 1]
    published = reading.article.published
    inferred = published is not None and published.basis is WhenBasis.INFERRED
    window = (f"Published {window_of(reading.article.text, published)}",) if published and inferred else ()
    yield Section("When", tuple(_row(reading, moment) for moment in told), before=window)


def window_of(text: str, published: When) -> str:
    """Return the window in which an article was published and what it is inferred from."""
    evidence = words_of(text, published.evidence or ((published.span,) if published.span else ()))
    return f"{dated(published)}, inferred from {evidence or 'the text'}"


def _row(reading: Reading, moment: Moment) -> tuple[str, str]:
    article = reading.article
    if moment.published:
        basis = article.basis.get("published", moment.when.basis.value)
        return dated(moment.when), joined("published", because(basis), _said(moment))
    until = article.published.end if article.published else None
    basis = "" if moment.when.basis is WhenBasis.TEXT else because(moment.when.basis.value)
    return spoken(moment.when, until), joined(words_of(article.text, moment.spans), basis, _said(moment))


def _said(moment: Moment) -> str:
    return f"said then: {numbers(moment.said)}" if moment.said else ""
