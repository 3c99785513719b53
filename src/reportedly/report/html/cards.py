"""The right-hand column: a legend of sources, and a card for every statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.model import Reading, Story
from reportedly.report.groups import Entry
from reportedly.report.html.escape import escaped
from reportedly.report.html.signs import NO_SOURCE, Sign, card_anchor, card_anchor_of, text_anchor
from reportedly.report.phrases import aimed, counted, denying, handed_on, held, one_line, quoted, through


def legend_html(signs: tuple[Sign, ...]) -> str:
    """Return the list of sources with their letters, colours and counts; each leads to its statements alone."""
    return f'<ol class="legend">\n{"".join(_item(sign) for sign in signs)}</ol>\n'


def cards_html(reading: Reading, entries: tuple[Entry, ...], signs: tuple[Sign, ...]) -> str:
    """Return the statements as cards in reading order, story by story."""
    by_number = {entry.number: sign for sign in signs for entry in sign.group.entries}
    told = [(story, [entry for entry in entries if entry.statement.story == story.id]) for story in reading.stories]
    return "".join(
        _heading(reading, story) + _list(reading.article.text, members, by_number) for story, members in told
    )


def colours(sign: Sign) -> str:
    """Return the CSS variables that give an element a source's colours."""
    return f"--line:var(--hue-{sign.hue});--tint:var(--tint-{sign.hue});--style:{sign.line}"


def _item(sign: Sign) -> str:
    number = len(sign.group.entries)
    return (
        f'<li id="{sign.anchor}" class="{sign.anchor}" style="{colours(sign)}">'
        f'<a href="#{sign.anchor}"><span class="letter">{sign.letter}</span> '
        f'<span class="name">{escaped(sign.name)}</span> '
        f'<span class="count" title="{counted(number, "statement")}">{number}</span></a></li>\n'
    )


def _heading(reading: Reading, story: Story) -> str:
    if len(reading.stories) < 2:
        return ""
    headline = one_line(story.headline.of(reading.article.text)) if story.headline else "A story without a headline"
    return f'<h3 class="of-story">{escaped(headline)}</h3>\n'


def _list(text: str, entries: list[Entry], signs: Mapping[int, Sign]) -> str:
    if not entries:
        return '<p class="nobody">Nobody is reported as saying anything here.</p>\n'
    cards = "".join("".join(_card(text, entry, signs[entry.number])) for entry in entries)
    return f'<ol class="cards">\n{cards}</ol>\n'


def _card(text: str, entry: Entry, sign: Sign) -> Iterator[str]:
    statement = entry.statement
    cue = quoted(text, statement.cue)
    source = quoted(text, statement.source) or NO_SOURCE
    yield f'<li class="card {sign.anchor}" id="{card_anchor(statement)}" style="{colours(sign)}">\n'
    yield (
        f'<p class="who"><a class="letter" href="#{sign.anchor}" title="only this source">{sign.letter}</a> '
        f'<span class="name">{escaped(source)}</span> '
        f'<a class="back" href="#{text_anchor(statement)}" aria-label="Statement {entry.number} in the article">'
        f"{entry.number}</a></p>\n"
    )
    yield f'<p class="how"><strong>{statement.stance.value}</strong>'
    yield f" “{escaped(cue)}”" if cue else ""
    reporter = held(statement.reporter)
    yield f' <span class="reporter">{reporter}</span>' if reporter else ""
    against = aimed(entry.against)
    yield f' <span class="against">{escaped(against)}</span>' if against else ""
    for name, other, words in (
        ("denies", statement.denies, denying(entry.denied)),
        ("within", statement.parent, handed_on(entry.within)),
    ):
        yield f' <a class="{name}" href="#{card_anchor_of(other)}">{words}</a>' if other and words else ""
    yield "</p>\n"
    chain = through(entry.chain)
    yield f'<p class="chain">{escaped(chain)}</p>\n' if chain else ""
    yield f"<blockquote>{escaped(quoted(text, statement.content))}</blockquote>\n"
    yield (
        f'<p class="why">{statement.kind.value} · score {statement.score:.2f} · {escaped(statement.why)}'
        f" · {escaped(statement.id)}</p>\n</li>\n"
    )
