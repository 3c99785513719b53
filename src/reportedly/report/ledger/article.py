"""Shows an article of a ledger: what was read, how it came in, its versions and what it shares with others."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from reportedly.ledger.showing import ArticleView, Likeness
from reportedly.report import terminal
from reportedly.report.ledger.changes import summary
from reportedly.report.look import Look, printed
from reportedly.report.phrases import counted, percent, quoted, shown

# words of a shared passage before the rest is left to --json
_SHOWN = 40


def render(view: ArticleView, look: Look) -> str:
    """Return the report of an article, what the ledger knows of it after what was read in it."""
    return terminal.render(view.holds.reading, look) + printed(_lines(view), look)


def _lines(view: ArticleView) -> Iterator[RenderableType]:
    yield Text("\nIn the ledger", "bold")
    yield Text(f"article {view.kept.article_id}, added {view.kept.added_at}, read by reportedly {view.kept.reader}")
    for capture in view.captures:
        where = shown(f"{capture.name}:{capture.line}" if capture.line else capture.name)
        fetched = f", fetched {capture.fetched}" if capture.fetched else ""
        bytes_kept = "" if capture.kept else " (the same text in other bytes)"
        yield Text(f"from {where}{fetched}, SHA-256 {capture.sha256[:16]}…{bytes_kept}", "dim")
    if len(view.versions) > 1:
        yield Text("\nVersions of this page", "bold")
        for number, one in enumerate(view.versions, start=1):
            itself = " (shown above)" if one.version.article_id == view.kept.article_id else ""
            told = (summary(one.change) or "the same statements") if one.change else "the first"
            yield Text(f"{number}  {one.version.article_id}  {one.version.fetched or 'no date'}  {told}{itself}")
    if view.likenesses:
        yield Text("\nShared with other articles", "bold")
        for likeness in sorted(view.likenesses, key=lambda one: (-one.share, one.copy.article_id)):
            yield from _likeness(view.holds.reading.article.text, likeness)


def _likeness(text: str, likeness: Likeness) -> Iterator[Text]:
    passages = likeness.copy.passages
    where = " · ".join(part for part in (likeness.publisher, likeness.title) if part)
    words = sum(passage.same for passage in passages)
    yield Text(
        f"{likeness.copy.article_id}  {shown(where)}: {counted(words, 'word')} in {counted(len(passages), 'passage')}, "
        f"{percent(likeness.share)} of this article and {percent(likeness.share_of_other)} of the other"
    )
    longest = passages[0]
    said = quoted(text, longest.one.spans).split()
    more = " …" if len(said) > _SHOWN else ""
    kind = " (a quotation in both)" if longest.is_quotation else ""
    yield Text(f"   longest{kind}: {shown(' '.join(said[:_SHOWN]))}{more}", "dim")
