"""A card for every statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.model import Reading, Story
from reportedly.report.groups import Entry
from reportedly.report.html.escape import escaped
from reportedly.report.html.found import Kind, item_anchor
from reportedly.report.html.signs import NO_SOURCE, Sign, card_anchor, card_anchor_of, colours, text_anchor
from reportedly.report.html.view import View
from reportedly.report.phrases import aimed, denying, handed_on, held, one_line, quoted, through
from reportedly.report.times import spoken


def cards_html(view: View) -> str:
    """Return the statements as cards in reading order, story by story."""
    by_number = {entry.number: sign for sign in view.signs for entry in sign.group.entries}
    stories = view.reading.stories
    told = [(story, [entry for entry in view.entries if entry.statement.story == story.id]) for story in stories]
    return "".join(_heading(view.reading, story) + _list(view, members, by_number) for story, members in told)


def _heading(reading: Reading, story: Story) -> str:
    if len(reading.stories) < 2:
        return ""
    headline = one_line(story.headline.of(reading.article.text)) if story.headline else "A story without a headline"
    return f'<h3 class="of-story">{escaped(headline)}</h3>\n'


def _list(view: View, entries: list[Entry], signs: Mapping[int, Sign]) -> str:
    if not entries:
        return '<p class="nobody">Nobody is reported as saying anything here.</p>\n'
    cards = "".join("".join(_card(view, entry, signs[entry.number])) for entry in entries)
    return f'<ol class="cards">\n{cards}</ol>\n'


def _card(view: View, entry: Entry, sign: Sign) -> Iterator[str]:
    statement, text = entry.statement, view.text
    cue = quoted(text, statement.cue)
    source = escaped(quoted(text, statement.source) or NO_SOURCE)
    meant = f' <span class="meant">({escaped(entry.meant)})</span>' if entry.meant and statement.source else ""
    yield f'<li class="card {sign.anchor}" id="{card_anchor(statement)}" style="{colours(sign)}">\n'
    yield (
        f'<p class="who"><a class="letter" href="#{sign.anchor}" title="only this source">{sign.letter}</a> '
        f'<span class="name">{source}{meant}</span> '
        f'<a class="back" href="#{text_anchor(statement)}" aria-label="Statement {entry.number} in the article">'
        f"{entry.number}</a></p>\n"
    )
    yield f'<p class="how"><strong>{statement.stance.value}</strong>'
    yield f" “{escaped(cue)}”" if cue else ""
    reporter = held(statement.reporter)
    yield f' <span class="reporter">{reporter}</span>' if reporter else ""
    yield _said(view, entry)
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


def _said(view: View, entry: Entry) -> str:
    """Return when it was said, linked to that moment in the time line; "" where the text does not say."""
    if entry.said is None:
        return ""
    words = f"said {escaped(spoken(entry.said))}"
    number = view.moment.get(entry.said.id)
    return f' <a class="when" href="#{item_anchor(Kind.WHEN, number)}">{words}</a>' if number else f" {words}"
