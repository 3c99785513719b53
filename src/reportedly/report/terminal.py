"""The report for a terminal: who says what, source by source, in the width and colours that there are."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group as Lines
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.model import Article, Reading, Story
from reportedly.report.groups import Entry, Group, group_by_source, numbered, speaking
from reportedly.report.look import Look, printed
from reportedly.report.phrases import (
    aimed,
    because,
    counted,
    denying,
    handed_on,
    held,
    one_line,
    quoted,
    shown,
    through,
)
from reportedly.report.sections import SECTIONS, Section
from reportedly.report.stances import STANCE_STYLES
from reportedly.report.times import dated, spoken

# about three lines of eighty columns
FOLDED_WORDS = 40
# folding away less than this saves no line
_WORTH_FOLDING = 10
# rows of a section before the rest is only counted: the sections together take a screen or two
_ROWS = 12


_PLAIN = Look()


def render(reading: Reading, look: Look = _PLAIN) -> str:
    """Return the report of a reading as text ending in a newline, with ANSI codes where `look` has colours."""
    return printed(_report(reading, look), look)


def _report(reading: Reading, look: Look) -> Iterator[RenderableType]:
    article, entries = reading.article, numbered(reading)
    yield from _head(article, reading, entries)
    for number, story in enumerate(reading.stories, start=1):
        told = [entry for entry in entries if entry.statement.story == story.id]
        yield from _story_head(article, story, (number, len(reading.stories)))
        yield from _groups(group_by_source(article.text, told), article.text, look)
    for sections in SECTIONS:
        for section in sections(reading, entries):
            yield from _section(section, look)
    if not look.full and any(_folds(quoted(article.text, entry.statement.content)) for entry in entries):
        yield Text("\nLong contents are folded; --full shows them whole.", "dim")


def _head(article: Article, reading: Reading, entries: tuple[Entry, ...]) -> Iterator[Text]:
    yield Text(shown(article.title or "No title found"), "bold")
    facts = [article.publisher or "no publisher found", _published(article), ", ".join(article.byline)]
    yield Text(shown(" · ".join(fact for fact in facts if fact)))
    where = " · ".join(place for place in (article.url, article.file) if place)
    if where:
        yield Text(shown(where), "dim")
    for warning in article.warnings:
        yield Text(f"Warning: {shown(warning)}", "yellow")
    yield Text(_counts(reading, entries), "dim")


def _counts(reading: Reading, entries: tuple[Entry, ...]) -> str:
    nameless = sum(not entry.statement.sources for entry in entries)
    parts = [counted(len(entries), "statement"), counted(len(speaking(entries)), "source")]
    if nameless:
        parts.append(f"{nameless} with no source named")
    if len(reading.stories) > 1:
        parts.append(counted(len(reading.stories), "story", "stories"))
    return " · ".join(parts)


def _published(article: Article) -> str:
    if article.published is None:
        return "no date found"
    basis = article.basis.get("published", article.published.basis.value)
    return f"{dated(article.published)} ({because(basis)})"


def _story_head(article: Article, story: Story, place: tuple[int, int]) -> Iterator[Text]:
    """Yield the headline of one of several stories; a lone story has it at the top of the report already."""
    number, stories = place
    if stories > 1:
        headline = one_line(story.headline.of(article.text)) if story.headline else "no headline"
        yield Text()
        yield Text.assemble((f"Story {number} of {stories}  ", "dim"), (shown(headline), "bold underline"))


def _groups(groups: tuple[Group, ...], text: str, look: Look) -> Iterator[RenderableType]:
    if not groups:
        yield Text("\nNobody is reported as saying anything here.", "dim")
    for group in groups:
        count = (f"  {counted(len(group.entries), 'statement')}" if len(group.entries) > 1 else "", "dim")
        name = ("No source named", "italic") if group.name is None else (shown(group.name), "bold")
        yield Text()
        yield Text.assemble(name, count)
        for entry in group.entries:
            yield from _statement(entry, text, look)


def _section(section: Section, look: Look) -> Iterator[RenderableType]:
    """Yield a section, its longest lists cut short unless `look` is full; nothing for one with nothing in it."""
    if not section:
        return
    yield Text(f"\n{section.title}", "bold underline")
    shown_rows = section.rows if look.full or len(section.rows) <= _ROWS + 1 else section.rows[:_ROWS]
    left_out = len(section.rows) - len(shown_rows)
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(max_width=look.columns * 2 // 5, overflow="fold")
    rows.add_column(overflow="fold")
    for thing, words in shown_rows:
        rows.add_row(shown(thing), Text(shown(words), "dim"))
    parts: list[RenderableType] = [*(shown(line) for line in section.before), rows]
    if left_out:
        parts.append(Text(f"… and {left_out:,} more: --full, --html and --json have them all", "dim"))
    parts += [shown(line) for line in section.after]
    yield Padding(Lines(*parts), (0, 0, 0, 2))


def _statement(entry: Entry, text: str, look: Look) -> Iterator[RenderableType]:
    """Yield a line of number, stance, cue, kind, the reporter's part and how it stands to others, and the content."""
    statement = entry.statement
    style = STANCE_STYLES[statement.stance]
    cue = quoted(text, statement.cue)
    line = Text(statement.stance.value, f"bold {style}")
    if entry.meant and statement.source:
        line.append(" · ", "dim").append(shown(f"as “{quoted(text, statement.source)}”"), "dim")
    if cue:
        line.append(" · ", "dim").append(f"“{shown(cue)}”", style)
    parts = (
        statement.kind.value,
        held(statement.reporter),
        shown(f"said {spoken(entry.said)}") if entry.said else "",
        shown(aimed(entry.against)),
        denying(entry.denied),
        handed_on(entry.within),
        shown(through(entry.chain)),
    )
    line.append("".join(f" · {part}" for part in parts if part), "dim")
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(width=4, justify="right", style="dim")
    rows.add_row(str(entry.number), line)
    rows.add_row("", _folded(shown(quoted(text, statement.content)), full=look.full))
    yield rows


def _folded(content: str, *, full: bool) -> Text:
    words = content.split()
    if full or not _folds(content):
        return Text(content)
    rest = f" … (+{len(words) - FOLDED_WORDS} words)"
    return Text(" ".join(words[:FOLDED_WORDS])).append(rest, "dim")


def _folds(content: str) -> bool:
    return len(content.split()) > FOLDED_WORDS + _WORTH_FOLDING
