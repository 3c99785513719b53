"""The table of who is called what in the reporter's own voice."""

from __future__ import annotations

from itertools import groupby

from reportedly.model import Span
from reportedly.report.findings.wordings import SAYS
from reportedly.report.html.escape import escaped
from reportedly.report.html.found import Kind, item_anchor, links
from reportedly.report.html.view import NOBODY, View
from reportedly.report.phrases import quoted, times

_HEAD = "<thead><tr><th>Who</th><th>How</th><th>Words of the reporter</th></tr></thead>"


def wording_html(view: View) -> str:
    """Return the table, actor by actor and kind by kind; "" where there is no such wording."""
    rows = ""
    for actor, terms in groupby(view.terms(), key=lambda term: term[1]):
        first = escaped(actor.name) if actor.name else f'<span class="nobody">{NOBODY}</span>'
        for kind, same in groupby(terms, key=lambda term: term[2]):
            words = "".join(_term(view, number, term.words, term.spans) for number, _, _, term in same)
            head = f'<th scope="rowgroup" rowspan="{len(actor.terms)}">{first}</th>' if first else ""
            rows += f'<tr>{head}<td class="how">{SAYS[kind]}</td><td>{words}</td></tr>\n'
            first = ""
    return f'<table class="wordings">\n{_HEAD}\n<tbody>\n{rows}</tbody>\n</table>\n' if rows else ""


def _term(view: View, number: int, words: str, spans: tuple[Span, ...]) -> str:
    """Return a term, how often it stands and links to where; its plain form only where the text has it otherwise."""
    told = links(view.text, Kind.WORDING, number, spans)
    plain = "" if words.casefold() in quoted(view.text, spans[:1]).casefold() else f"{escaped(words)}: "
    count = f' <span class="count">{times(len(spans))}</span>' if len(spans) > 1 else ""
    return f'<p id="{item_anchor(Kind.WORDING, number)}">{plain}{told}{count}</p>'
