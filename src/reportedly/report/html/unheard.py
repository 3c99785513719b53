"""The accused, and whether they are heard."""

from __future__ import annotations

from reportedly.report.findings.accusations import Accusation, accusations
from reportedly.report.groups import Entry
from reportedly.report.html.escape import escaped
from reportedly.report.html.signs import card_anchor
from reportedly.report.html.view import View
from reportedly.report.phrases import listed, quoted


def unheard_html(view: View) -> str:
    """Return the accusations, those never answered first; "" where there is none."""
    items = "".join(_item(view.text, one) for one in accusations(view.reading, view.entries))
    return f'<ul class="accusations">\n{items}</ul>\n' if items else ""


def _item(text: str, accusation: Accusation) -> str:
    entry, answer = accusation.entry, accusation.answer
    accuser = listed(entry.names) or quoted(text, entry.statement.source)
    by = f" by {escaped(accuser)}" if accuser else ""
    if answer:
        words = escaped(quoted(text, answer.statement.content))
        heard = f'<p class="answer">{_link(answer, "answers")} <q>{words}</q></p>'
    else:
        heard = '<p class="answer"><strong>not heard</strong> in this story</p>'
    return (
        f'<li class="{"heard" if answer else "silent"}"><p><strong>{escaped(accusation.accused)}</strong>'
        f" {_link(entry, 'accused')}{by}: <q>{escaped(quoted(text, entry.statement.content))}</q></p>{heard}</li>\n"
    )


def _link(entry: Entry, words: str) -> str:
    return f'<a class="to" href="#{card_anchor(entry.statement)}">{words} in {entry.number}</a>'
